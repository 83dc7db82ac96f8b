import { setTimeout as wait } from 'node:timers/promises'
import {
  type CompiledQuery,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely'
import type pg from 'pg'
import { type Answer, type Statement, sendPacket } from './packet.ts'
import type { DB } from './schema.ts'

/** For whom a piece of work is done: a worker, in the institution they act for. */
export type Actor = { workerId: string; institutionId: string }

/** Who is no worker: what they read and do, the database shows to anybody, or its functions give. */
export const nobody: Actor = { workerId: '00000000-0000-0000-0000-000000000000', institutionId: '' }

/** Raised by transactions that were in each other's way: worth another try from the start. */
export const isPassing = (error: unknown) =>
  ['40001', '40P01'].includes((error as { code?: string }).code ?? '')

/**
 * Whether what failed is worth another try: when it was in the way of another transaction, up to five times, each after
 * a moment of its own length, so that they do not meet again.
 */
export async function isTriedAgain(error: unknown, attempt: number): Promise<boolean> {
  if (attempt >= 5 || !isPassing(error)) return false
  await wait(Math.random() * 20 * attempt)
  return true
}

/**
 * Runs `deed` in one transaction as an actor: what it reads and writes is what the policies allow that worker.
 * A deadlock or serialization failure is tried again from the start.
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
    const line = lineOn(client)
    let broken: Error | undefined
    try {
      line.begin(beginAs(actor.workerId, within))
      // Several questions may each be the last of theirs here.
      line.endApart()
      const result = await deed(line.db)
      await line.end()
      return result
    } catch (error) {
      broken = await line.undo()
      if (await isTriedAgain(error, attempt)) continue
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
    ...(within ? [{ text: 'select access.enter(array[$1::uuid])', values: [within] }] : []),
  ]
}

type Supposition = (row: Record<string, unknown> | undefined) => boolean

/** Raised at the first answer of work that began on a supposition which does not hold. */
class BeganOtherwise extends Error {}

/**
 * One piece of work on a connection, as one transaction. What need not be answered at once (what begins it, what it only
 * writes) waits for the next question and goes out in one packet with it, in order; what ends it goes with the last.
 */
export class Line {
  readonly db: Kysely<DB>
  readonly #client: pg.PoolClient
  #waiting: Statement[] = []
  /** How many of those that wait begin the work, and what their last answer is supposed to be. */
  #opening = 0
  #isAsSupposed: Supposition = () => true
  #otherwise = false
  #over = true
  #endsApart = false

  constructor(client: pg.PoolClient) {
    this.#client = client
    this.db = kyselyAsking((statement) => this.ask(statement))
  }

  /** Begins with the first question. `isAsSupposed` is told the last answer of what begins; where it says no, nothing holds. */
  begin(opening: Statement[], isAsSupposed: Supposition = () => true): void {
    this.#waiting = [...opening]
    this.#opening = opening.length
    this.#isAsSupposed = isAsSupposed
    this.#otherwise = this.#over = this.#endsApart = false
  }

  /** Whether it began as was supposed; asked with what it has to say, where nothing was said yet. */
  async beganAsSupposed(): Promise<boolean> {
    if (this.#opening) await this.#send([]).catch((error) => this.#otherwise || Promise.reject(error))
    return !this.#otherwise
  }

  /** Whoever began it ends it, with more than a commit: no question does. */
  endApart(): void {
    this.#endsApart = true
  }

  /** Something to be done of which no answer is needed. It is done before the next question, or before the end. */
  write(statement: Statement): void {
    this.#waiting.push(statement)
  }

  async ask(statement: Statement): Promise<Answer> {
    return (await this.askTogether([statement]))[0]!
  }

  async askTogether(statements: Statement[]): Promise<Answer[]> {
    return (await this.#send(statements)).slice(-statements.length)
  }

  /** Asks the last question: where nothing else is to be written, the work ends in the same packet. */
  async askLast(statement: Statement): Promise<Answer> {
    if (this.#endsApart) return this.ask(statement)
    const answers = await this.#send([statement, { text: 'commit' }])
    this.#over = true
    return answers.at(-2)!
  }

  /** Ends the work, unless it has ended: with what waits, and what is to be written at the end. */
  async end(last: Statement[] = []): Promise<void> {
    if (this.#over) return
    await this.#send([...last, { text: 'commit' }])
    this.#over = true
  }

  /** Undoes everything that was not ended. Gives the error of a connection that cannot even do that. */
  async undo(): Promise<Error | undefined> {
    this.#waiting = []
    const nothingBegun = this.#opening > 0 || this.#over
    this.#opening = 0
    this.#over = true
    if (nothingBegun) return undefined
    return this.#client.query('rollback').then(
      () => undefined,
      (failure: Error) => failure,
    )
  }

  async #send(statements: Statement[]): Promise<Answer[]> {
    if (this.#over) throw new Error('this work has ended')
    if (this.#otherwise) throw new BeganOtherwise()
    const [packet, opening] = [[...this.#waiting, ...statements], this.#opening]
    this.#waiting = []
    this.#opening = 0
    const look = (answers: Answer[]) => {
      if (opening && answers.length >= opening && !this.#isAsSupposed(answers[opening - 1]!.rows[0]))
        this.#otherwise = true
    }
    return sendPacket(this.#client, packet, look)
      .catch((error) => {
        throw this.#otherwise ? new BeganOtherwise() : error
      })
      .then((answers) => {
        if (this.#otherwise) throw new BeganOtherwise()
        return answers
      })
  }
}

const lines = new WeakMap<pg.PoolClient, Line>()
const linesOf = new WeakMap<Kysely<DB>, Line>()

/** The line of a connection; made once for it. */
export function lineOn(client: pg.PoolClient): Line {
  const line = lines.get(client) ?? new Line(client)
  lines.set(client, line)
  linesOf.set(line.db, line)
  return line
}

/** The line that a Kysely of ours speaks on. */
export const lineOf = (db: Kysely<DB>): Line => linesOf.get(db)!

function kyselyAsking(ask: (statement: Statement) => Promise<Answer>): Kysely<DB> {
  const connection = {
    executeQuery: async (query: CompiledQuery) => {
      const { rows, count } = await ask({ text: query.sql, values: query.parameters })
      return { rows, numAffectedRows: BigInt(count) }
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
