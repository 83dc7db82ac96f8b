import { type Kysely, type RawBuilder, type Selectable, sql } from 'kysely'
import type { Statement } from '../database/packet.ts'
import type { DB } from '../database/schema.ts'
import { type Line, lineOf } from '../database/work.ts'
import { type Entry, writeEntry } from '../journal/entries.ts'
import type { Keys } from '../keys.ts'
import type { Settings } from '../settings.ts'
import type { Day } from '../texts/dates.ts'
import type { Locale } from '../texts/locales.ts'
import { type Text, textFor } from '../texts/server.ts'
import { changedMeanwhile, notFound, Refusal } from './problem.ts'

/** What every part of a running Splot may need besides the request. */
export type Surroundings = { settings: Settings; keys: Keys }

/** Who is asking. */
export type Account = {
  id: string
  name: string
  locale: Locale
  administrator: boolean
  sessionId: string
  /** Lacks a second factor that they must have by now: nothing opens but the way to add one. */
  factorMissing: boolean
}

/** 404 for whoever does not administer this installation. */
export function mustAdminister({
  administrator,
  factorMissing,
}: Pick<Account, 'administrator' | 'factorMissing'>): void {
  if (!administrator) throw notFound()
  mustHaveFactor({ factorMissing })
}

/** 403 for whoever lacks a second factor that they must have by now. */
export function mustHaveFactor({ factorMissing }: Pick<Account, 'factorMissing'>): void {
  if (factorMissing) throw new Refusal(403, 'identity:factor-needed')
}

/**
 * A piece of work in the name of one worker: its transaction, and the few words that deeds are written with. All of
 * it commits together or not at all.
 */
export class Work {
  readonly db: Kysely<DB>
  readonly #line: Line
  readonly account: Account
  readonly actor: { workerId: string; institutionId: string }
  readonly surroundings: Surroundings
  readonly text: Text
  /** The version that the request's `If-Match` names. */
  readonly expectedVersion: number | undefined

  constructor(given: {
    db: Kysely<DB>
    account: Account
    actor: { workerId: string; institutionId: string }
    surroundings: Surroundings
    /** What this answer is read in; else the language of the account. */
    locale?: Locale
    expectedVersion?: number | undefined
  }) {
    this.db = given.db
    this.#line = lineOf(given.db)
    this.account = given.account
    this.actor = given.actor
    this.surroundings = given.surroundings
    this.text = textFor(given.locale ?? given.account.locale)
    this.expectedVersion = given.expectedVersion
  }

  /** The rows of a question. */
  async all<Row>(question: RawBuilder<Row>): Promise<Row[]> {
    return (await this.#line.ask(this.#said(question))).rows as Row[]
  }

  /** The rows of several questions of which none needs another's answer, asked in one packet. */
  async allTogether<Questions extends RawBuilder<unknown>[]>(
    ...questions: Questions
  ): Promise<{ [No in keyof Questions]: RowOf<Questions[No]>[] }> {
    const answers = await this.#line.askTogether(questions.map((question) => this.#said(question)))
    return answers.map(({ rows }) => rows) as { [No in keyof Questions]: RowOf<Questions[No]>[] }
  }

  /** The rows of the last question of this work, which ends with it: nothing is asked or written after. */
  async allAtLast<Row>(question: RawBuilder<Row>): Promise<Row[]> {
    return (await this.#line.askLast(this.#said(question))).rows as Row[]
  }

  /** As `mustFind`, where it is the last question of this work. */
  async mustFindAtLast<Row>(question: RawBuilder<Row>): Promise<Row> {
    const [row] = await this.allAtLast(question)
    if (!row) throw notFound()
    return row
  }

  /** Something to be done of which no answer is needed: it goes out with the next question, or with the end of the work. */
  write(deed: RawBuilder<unknown>): void {
    this.#line.write(this.#said(deed))
  }

  #said(statement: RawBuilder<unknown>): Statement {
    const { sql: text, parameters } = statement.compile(this.db)
    return { text, values: parameters }
  }

  /** The first row of a question, or nothing. */
  async find<Row>(question: RawBuilder<Row>): Promise<Row | undefined> {
    return (await this.all(question))[0]
  }

  /** The first row of a question; 404 when there is none that the worker may see. */
  async mustFind<Row>(question: RawBuilder<Row>): Promise<Row> {
    const row = await this.find(question)
    if (!row) throw notFound()
    return row
  }

  /** 404 for whoever holds none of these classes in a scope: `mustHold(id, 'team', 'head')`. */
  async mustHold(scopeId: string, ...classes: [string, ...string[]]): Promise<void> {
    await this.mustFind(sql`
      select from unnest(${classes}::text[]) class where ${scopeId} = any ((select access.my_scopes(class))::uuid[])`)
  }

  /** Narrows what follows to some scopes, for a worker who holds very many. */
  async enter(scopes: string[]): Promise<void> {
    await sql`select access.enter(${scopes})`.execute(this.db)
  }

  /** 404 for whoever holds nothing in a scope: for them it does not exist. */
  async mustHoldAnything(scopeId: string): Promise<void> {
    await this.mustFind(sql`select where access.i_hold_any(array[${scopeId}]::uuid[])`)
  }

  /** Calls a deed of the database and returns its answer: `ask<string>(sql\`slice.deed(…)\`)`. */
  async ask<Answer>(call: RawBuilder<unknown>): Promise<Answer> {
    const { rows } = await sql<{ answer: Answer }>`select ${call} as answer`.execute(this.db)
    return rows[0]!.answer
  }

  /** The day it is in Poland by the clock of the database, which decides what holds: the app's may go otherwise. */
  today(): Promise<Day> {
    return this.ask(sql`splot.today_pl()::text`)
  }

  /** Writes into the journal what was done; in the same transaction, so it is true. */
  record(entry: Entry): Promise<void> {
    return writeEntry(this.db, this.surroundings.keys, this.actor, entry)
  }

  /** Notes that the worker looked at a scope, where the contract cannot say so (`look`): no parameter names it. */
  async look(scopeId: string, page: string): Promise<void> {
    await this.db
      .insertInto('journal.look')
      .values({
        worker_id: this.actor.workerId,
        institution_id: this.actor.institutionId,
        scope_id: scopeId,
        page,
      })
      .onConflict((same) => same.doNothing())
      .execute()
  }

  /**
   * Changes one record that the worker may change, from the version they saw (`If-Match`). 404 when they may not
   * see it, 409 with the present values when somebody changed it meanwhile, 403 when seeing is all they may.
   */
  async change<Table extends ChangeableTable>(
    table: Table,
    id: string,
    changes: Partial<Record<keyof Selectable<DB[Table]>, unknown>>,
    /** What belongs to the record and stands in other tables, as it is now: told with the 409. */
    besides?: RawBuilder<Record<string, unknown>>,
  ): Promise<void> {
    if (this.expectedVersion === undefined) throw new Refusal(428, 'http:version-needed')
    const name = sql.table(table)
    const sets = Object.entries(changes).map(([column, value]) => sql`${sql.ref(column)} = ${value}`)
    const { numAffectedRows } = await sql`
      update ${name} set ${sql.join([...sets, sql`version = version + 1`])}
      where id = ${id} and version = ${this.expectedVersion}`.execute(this.db)
    if (numAffectedRows === 1n) return
    // The changed columns only: not every column of a record is for everybody.
    const columns = sql.join(
      [...new Set([...Object.keys(changes), 'version'])].map((column) => sql.ref(column)),
    )
    const current = await this.mustFind(
      sql<Record<string, unknown>>`select ${columns} from ${name} where id = ${id}`,
    )
    if (current.version === this.expectedVersion) throw new Refusal(403, 'http:not-allowed')
    throw changedMeanwhile({ ...camelCased(current), ...(besides && (await this.mustFind(besides))) })
  }
}

type RowOf<Question> = Question extends RawBuilder<infer Row> ? Row : never

type ChangeableTable = {
  [Table in keyof DB]: 'version' extends keyof DB[Table]
    ? 'id' extends keyof DB[Table]
      ? Table
      : never
    : never
}[keyof DB]

const camelCased = (row: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(row).map(([key, value]) => [key.replace(/_([a-z])/g, (_, c) => c.toUpperCase()), value]),
  )
