import type { Writable } from 'node:stream'
import {
  type CompiledQuery,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely'
import type pg from 'pg'
import type { DB } from './schema.ts'

/** For whom a piece of work is done: a worker, in the institution they act for. */
export type Actor = { workerId: string; institutionId: string }

/** Raised to undo everything and try once more: another transaction was in the way. */
const passing = new Set(['40001', '40P01'])

/**
 * Runs `deed` in one transaction as an actor: what it reads and writes is what the policies allow that worker.
 * A deadlock or serialization failure is tried again, up to three times, from the start.
 *
 * @param within the scope that the work is about, when it is about one: sight is then looked up for it alone
 */
export async function actAs<T>(
  pool: pg.Pool,
  actor: Actor,
  deed: (db: Kysely<DB>) => Promise<T>,
  { within }: { within?: string | undefined } = {},
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    const client = await pool.connect()
    let broken: Error | undefined
    try {
      await sendTogether(client, beginAs(actor.workerId, within))
      const result = await deed(kyselyOn(client))
      await client.query('commit')
      return result
    } catch (error) {
      await client.query('rollback').catch((failure: Error) => {
        broken = failure
      })
      if (attempt < 3 && passing.has((error as { code?: string }).code ?? '')) continue
      throw error
    } finally {
      client.release(broken)
    }
  }
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

function beginAs(workerId: string, within: string | undefined): Statement[] {
  for (const id of [workerId, within ?? workerId]) if (!uuid.test(id)) throw new Error('not an id')
  return [
    { text: 'begin' },
    {
      text: `select set_config('splot.worker', $1, true), set_config('role', 'splot_app', true)`,
      values: [workerId],
    },
    ...enter(within),
  ]
}

/** Narrows a transaction to what one scope is about. */
export const enter = (scope: string | undefined): Statement[] =>
  scope ? [{ text: 'select access.enter(array[$1::uuid])', values: [scope] }] : []

/** A statement and the values of its parameters. */
export type Statement = { text: string; values?: unknown[] }

/**
 * Sends statements one behind the other without waiting for answers in between, and gives the rows of the last. Where
 * one fails, those behind it fail too.
 */
export async function sendTogether<Row>(client: pg.PoolClient, statements: Statement[]): Promise<Row[]> {
  const { stream } = (client as unknown as { connection: { stream: Writable } }).connection
  stream.cork()
  const asked = statements.map((each) => client.query(prepared(each)))
  stream.uncork()
  const results = await Promise.all(asked)
  return results.at(-1)!.rows as Row[]
}

// Under a name, a statement is parsed and planned once a connection instead of each time: with row-level security,
// planning takes as long as the work. Texts beyond any number that people write are those of lists of any length.
const names = new Map<string, string>()
const mostNames = 2000

function prepared({ text, values }: Statement): pg.QueryConfig {
  if (!values) return { text }
  const name = names.get(text) ?? (names.size < mostNames ? `splot_${names.size}` : undefined)
  if (name) names.set(text, name)
  return { ...(name && { name }), text, values }
}

const onConnections = new WeakMap<pg.PoolClient, Kysely<DB>>()

/** Kysely on one connection that is already in a transaction; made once for a connection. */
export function kyselyOn(client: pg.PoolClient): Kysely<DB> {
  const known = onConnections.get(client) ?? makeKysely(client)
  onConnections.set(client, known)
  return known
}

function makeKysely(client: pg.PoolClient): Kysely<DB> {
  const connection = {
    executeQuery: async (query: CompiledQuery) => {
      const result = await client.query(prepared({ text: query.sql, values: [...query.parameters] }))
      return { rows: result.rows, numAffectedRows: BigInt(result.rowCount ?? 0) }
    },
    streamQuery: () => {
      throw new Error('streams are not used')
    },
  }
  return new Kysely<DB>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => ({
        init: async () => undefined,
        acquireConnection: async () => connection as never,
        beginTransaction: refuseNesting,
        commitTransaction: refuseNesting,
        rollbackTransaction: refuseNesting,
        releaseConnection: async () => undefined,
        destroy: async () => undefined,
      }),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  })
}

const refuseNesting = async () => {
  throw new Error('the work is already one transaction')
}
