import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'

/** After a change of page the focus goes to its heading, so that it is read out and Tab goes on from there. */
export function useArrival() {
  const router = useRouter()
  useEffect(
    () =>
      router.subscribe('onRendered', ({ fromLocation, pathChanged }) => {
        if (!fromLocation || !pathChanged) return
        const place = document.querySelector<HTMLElement>('#main h1') ?? document.getElementById('main')
        place?.focus({ preventScroll: true })
      }),
    [router],
  )
}
