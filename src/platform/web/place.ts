import { useParams, useRouter, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'
import type { Address } from './address.ts'

/** A parameter of the page's path: `useParam('id')` on `/families/$id`. */
export function useParam(name: string): string {
  const value = (useParams({ strict: false }) as Record<string, string | undefined>)[name]
  if (value === undefined) throw new Error(`This page has no parameter ${name}`)
  return value
}

/** A value of the page's query, always text: `useAsked('phase')` on `/families?phase=basket`. */
export function useAsked(name: string): string | undefined {
  return (useSearch({ strict: false }) as Record<string, string | undefined>)[name]
}

/** Goes to another page of Splot: `go('/families')`. `replace` leaves no step to go back to. */
export function useGo(): (to: Address, replace?: boolean) => void {
  const router = useRouter()
  return useCallback((to, replace = false) => void router.navigate({ href: to, replace }), [router])
}
