import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'

const pause = 400

/**
 * Keeps what is on the screen fresh: the server says only "look again", also on (re)connecting,
 * and everything shown is asked for anew, once for a burst of messages.
 */
export function useLive() {
  const queries = useQueryClient()
  useEffect(() => {
    const stream = new EventSource('/api/live')
    let soon: ReturnType<typeof setTimeout> | undefined
    stream.onmessage = () => {
      clearTimeout(soon)
      soon = setTimeout(() => queries.invalidateQueries(), pause)
    }
    return () => {
      clearTimeout(soon)
      stream.close()
    }
  }, [queries])
}
