import type { Readable } from 'node:stream'
import type { Received } from '../files/receive.ts'
import type { AnswerOf, Contract, Endpoint, InputOf } from './contract.ts'
import type { Visit } from './visit.ts'
import type { Account, Surroundings, Work } from './work.ts'

/** Bytes to hand out, with the name that a person saves them under. */
export type Download = { name: string; type: string; bytes: Buffer | Readable }

type Answered<E extends Endpoint> = E extends { stream: true } ? Download : AnswerOf<E>

/** An answer to a question, worked out when the work has ended: no connection of the database is held meanwhile. */
export class Later<Answer> {
  readonly workedOut: () => Promise<Answer>
  constructor(workedOut: () => Promise<Answer>) {
    this.workedOut = workedOut
  }
}

/**
 * How tables are read, before the work that answers begins. `first` asks what must be known for that, and who may bring them
 * at all; it is asked before they are taken in. While they are taken in and read, no connection of the database is held.
 */
export type Reading<Ground, Read> = {
  first(work: Work): Promise<Ground>
  read(file: Received, ground: Ground): Promise<Read>
}

type TakesTables<E extends Endpoint> = {
  reading: Reading<never, unknown>
  answer(work: Work, input: Omit<InputOf<E>, 'body'> & { body: never }): Promise<Answered<E>>
}

/** Answers an endpoint that takes tables with what was read in them. */
export const readBy = <Ground, Read, Input, Answer>(
  reading: Reading<Ground, Read>,
  answer: (work: Work, input: Input & { body: Read }) => Promise<Answer>,
) => ({ reading: reading as Reading<never, unknown>, answer })

/** What answers an endpoint: with the work of a worker, of an account without one, of a guest, or of nobody in particular. */
export type Handler<E extends Endpoint> = E extends { who: 'anybody' }
  ? (input: InputOf<E>, surroundings: Surroundings) => Promise<Answered<E>>
  : E extends { who: 'guest' }
    ? (visit: Visit, input: InputOf<E>, surroundings: Surroundings) => Promise<Answered<E>>
    : E extends { who: 'account' }
      ? (account: Account, input: InputOf<E>, surroundings: Surroundings) => Promise<Answered<E>>
      : E extends { upload: 'tables' }
        ? TakesTables<E>
        : (
            work: Work,
            input: InputOf<E>,
          ) => Promise<Answered<E> | (E extends { method: 'GET' } ? Later<Answered<E>> : never)>

export type Route = {
  name: string
  endpoint: Endpoint
  handler: (...given: never[]) => Promise<unknown>
  /** Of one that takes tables. */
  reading?: Reading<unknown, unknown>
}

/** Joins a contract with what answers it; a handler that is missing or does not fit is an error of types. */
export function routesOf<C extends Contract>(
  slice: string,
  contract: C,
  handlers: { [Name in keyof C]: Handler<C[Name]> },
): Route[] {
  return Object.entries(contract).map(([name, endpoint]) => {
    const handler = handlers[name] as
      | Route['handler']
      | { reading: Route['reading']; answer: Route['handler'] }
    return {
      name: `${slice}.${name}`,
      endpoint,
      ...(typeof handler === 'function'
        ? { handler }
        : { handler: handler.answer, reading: handler.reading! }),
    }
  })
}
