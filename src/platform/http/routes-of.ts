import type { Readable } from 'node:stream'
import type { AnswerOf, Contract, Endpoint, InputOf } from './contract.ts'
import type { Visit } from './visit.ts'
import type { Account, Surroundings, Work } from './work.ts'

/** Bytes to hand out, with the name that a person saves them under. */
export type Download = { name: string; type: string; bytes: Buffer | Readable }

type Answered<E extends Endpoint> = E extends { stream: true } ? Download : AnswerOf<E>

/** What answers an endpoint: with the work of a worker, of an account without one, of a guest, or of nobody in particular. */
export type Handler<E extends Endpoint> = E extends { who: 'anybody' }
  ? (input: InputOf<E>, surroundings: Surroundings) => Promise<Answered<E>>
  : E extends { who: 'guest' }
    ? (visit: Visit, input: InputOf<E>, surroundings: Surroundings) => Promise<Answered<E>>
    : E extends { who: 'account' }
      ? (account: Account, input: InputOf<E>, surroundings: Surroundings) => Promise<Answered<E>>
      : (work: Work, input: InputOf<E>) => Promise<Answered<E>>

export type Route = { name: string; endpoint: Endpoint; handler: (...given: never[]) => Promise<unknown> }

/** Joins a contract with what answers it; a handler that is missing or does not fit is an error of types. */
export function routesOf<C extends Contract>(
  slice: string,
  contract: C,
  handlers: { [Name in keyof C]: Handler<C[Name]> },
): Route[] {
  return Object.entries(contract).map(([name, endpoint]) => ({
    name: `${slice}.${name}`,
    endpoint,
    handler: handlers[name] as Route['handler'],
  }))
}
