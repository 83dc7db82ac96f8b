import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import type { Database } from '../platform/database/open.ts'
import type { Received } from '../platform/files/receive.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { Route } from '../platform/http/routes-of.ts'
import { Work } from '../platform/http/work.ts'
import { inEachFolder } from '../platform/parts.ts'
import { readSettings } from '../platform/settings.ts'
import type { Answered, Ask } from './app.ts'
import type { Attempt, Role } from './cast.ts'
import { testKeys } from './database.ts'
import { exampleOf, type Schema } from './examples.ts'
import type { Worker } from './partnership.ts'
import { isTold } from './problems.ts'

/** An endpoint that changes something, a deed done by it, and who of the cast may do that one; all others may not. */
export type Deed = [endpoint: string, what: string, may: Role[], attempt: Attempt]

/**
 * What a slice says of who does what, in `deeds.proof.ts` of its folder, told from the model's table ("Who does what").
 * A changing endpoint of workers without a deed is red.
 */
export type DeedsProof = {
  deeds?: Deed[]
  /** What its deeds need besides the cast. */
  stage?(database: Database): Promise<void>
  /** What its addresses name by id, by the segment before it: SQL over a case ($1), a partnership ($1), or an example. */
  ids?: {
    ofFamily?: Record<string, string>
    ofPartnership?: Record<string, string>
    /** Nobody's secret, or tested elsewhere as their owner's own. */
    open?: Record<string, string>
  }
  /** What a rule of a body demands beyond its shape, by endpoint. */
  bodies?: Record<string, object>
  /** Puts in what the practice family or partnership has none of, so that strangers try an id that exists. */
  lacking?(
    as: (key: string) => Promise<Ask>,
    there: { family: string; partnership: string },
  ): Promise<Answered[]>
}

declare module '../platform/parts.ts' {
  interface Found {
    'deeds.proof.ts': { proof: DeedsProof }
  }
}

export const deedsProofs = async () => (await inEachFolder('deeds.proof.ts')).map(({ proof }) => proof)

/** Every route; none of them is asked for sign-in here, which has tests of its own. */
export async function allRoutes(): Promise<Route[]> {
  return (await inEachFolder('routes.ts')).flatMap(({ routes }) =>
    typeof routes === 'function'
      ? routes({ database: undefined as never, identity: undefined as never })
      : routes,
  )
}

type Given = { params?: object; query?: object; body?: object; version?: number }

/** Does a deed by its endpoint, as a request would; what its body needs besides what is given is made up. */
export const through =
  (name: string, given: (me: Worker) => Given | Promise<Given> = () => ({})): Attempt =>
  async (db, me) => {
    const { endpoint, handler, reading } = (await allRoutes()).find((route) => route.name === name)!
    const { params = {}, query = {}, body = {}, version = 1 } = await given(me)
    const account = {
      id: me.workerId,
      name: 'Hanna Zmyślona',
      locale: 'pl' as const,
      administrator: false,
      factorMissing: false,
      sessionId: me.workerId,
    }
    const surroundings = { settings: readSettings({}), keys: testKeys }
    const work = new Work({ db, account, actor: me, surroundings, expectedVersion: version })
    try {
      const scope = endpoint.within && (params as Record<string, string>)[endpoint.within]
      if (scope) await work.enter([scope])
      if (scope && endpoint.needs) await work.mustHold(scope, ...endpoint.needs)
      const example =
        endpoint.body &&
        (exampleOf(
          z.toJSONSchema(endpoint.body, { io: 'input', unrepresentable: 'any' }) as Schema,
        ) as object)
      const read = reading && (await reading.read(body as Received, await reading.first(work)))
      await handler(
        ...([
          work,
          {
            params: endpoint.params?.parse(params) ?? {},
            query: endpoint.query?.parse(query) ?? {},
            body: endpoint.upload ? (read ?? body) : endpoint.body?.parse({ ...example, ...body }),
          },
        ] as never[]),
      )
      return true
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      const code = error.name.split(':')[1]!
      if (!isTold(endpoint, code)) throw new Error(`the contract of ${name} does not tell of ${code}`)
      return false
    }
  }

/** What somebody else does first, in the same transaction, which is undone with the deed. */
export const after =
  (who: () => Worker, sentence: () => RawBuilder<unknown>, attempt: Attempt): Attempt =>
  async (db, me) => {
    const become = ({ workerId }: Worker) =>
      sql`select set_config('splot.worker', ${workerId}, true)`.execute(db)
    await become(who())
    await sentence().execute(db)
    await become(me)
    return attempt(db, me)
  }
