import type { AnswerOf, Contract, GivenOf } from '../http/contract.ts'
import { read, send } from './request.ts'

type Input<E extends Contract[string]> = {
  [Part in keyof GivenOf<E> as GivenOf<E>[Part] extends undefined ? never : Part]: GivenOf<E>[Part]
} & { version?: number; key?: string }

export type Client<C extends Contract> = {
  [Name in keyof C]: (input: Input<C[Name]>) => Promise<AnswerOf<C[Name]>>
}

/** The typed web client of a contract: `casesApi.takeUp({ params: { id }, body })`. Throws `Problem`. */
export function clientOf<C extends Contract>(contract: C): Client<C> {
  const call =
    (name: keyof C) =>
    (input: { params?: object; query?: object; body?: unknown; version?: number; key?: string }) => {
      const { method, question } = contract[name]!
      const path = pathOf(contract[name]!, input)
      if (method === 'GET') return read(path)
      return send(method, path, input.body, question ? { ...input, key: null } : input)
    }
  return Object.fromEntries(Object.keys(contract).map((name) => [name, call(name)])) as Client<C>
}

/** The address of an endpoint, for links to documents and for query keys. */
export function pathOf(
  endpoint: Contract[string],
  { params, query }: { params?: object; query?: object } = {},
): string {
  const given = (params ?? {}) as Record<string, string>
  const path = endpoint.path.replace(/:(\w+)/g, (_, name) => encodeURIComponent(given[name]!))
  const asked = Object.entries(query ?? {}).filter(([, value]) => value !== undefined && value !== '')
  const search = new URLSearchParams(asked.map(([name, value]) => [name, String(value)])).toString()
  return `/api${path}${search && `?${search}`}`
}
