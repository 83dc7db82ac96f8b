import type { AnswerOf, Contract, Endpoint, GivenOf } from '../http/contract.ts'
import { read, send } from './request.ts'

export type Input<E extends Endpoint> = {
  [Part in keyof GivenOf<E> as GivenOf<E>[Part] extends undefined ? never : Part]: GivenOf<E>[Part]
} & { version?: number; key?: string }

/** An endpoint, as a page calls it; its shapes come with it. */
export type Call<E extends Endpoint = Endpoint> = ((input: Input<E>) => Promise<AnswerOf<E>>) & {
  endpoint: E
}

type Client<C extends Contract> = { [Name in keyof C]: Call<C[Name]> }

/** The typed web client of a contract: `casesApi.takeUp({ params: { id }, body })`. Throws `Problem`. */
export function clientOf<C extends Contract>(contract: C): Client<C> {
  return Object.fromEntries(
    Object.entries(contract).map(([name, endpoint]) => [name, callOf(endpoint)]),
  ) as unknown as Client<C>
}

type Given = { params?: object; query?: object; body?: unknown; version?: number; key?: string }

function callOf<E extends Endpoint>(endpoint: E): Call<E> {
  const { method, question } = endpoint
  const call = (input: Given) => {
    const path = pathOf(endpoint, input)
    if (method === 'GET') return read(path)
    return send(method, path, input.body, question ? { ...input, key: null } : input)
  }
  return Object.assign(call, { endpoint }) as unknown as Call<E>
}

/** The address of an endpoint, for links to documents and for query keys. */
export function pathOf(
  endpoint: Contract[string],
  { params, query }: { params?: object; query?: object } = {},
): `/api/${string}` {
  const given = (params ?? {}) as Record<string, string>
  const path = endpoint.path.replace(/:(\w+)/g, (_, name) => encodeURIComponent(given[name]!)) as `/${string}`
  const asked = Object.entries(query ?? {}).filter(([, value]) => value !== undefined && value !== '')
  const search = new URLSearchParams(asked.map(([name, value]) => [name, String(value)])).toString()
  return `/api${path}${search && `?${search}`}`
}
