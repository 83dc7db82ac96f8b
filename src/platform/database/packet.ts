import type { Writable } from 'node:stream'
import pg from 'pg'
import { prepareValue } from 'pg/lib/utils.js'

/** A statement and the values of its parameters. */
export type Statement = { text: string; values?: readonly unknown[] }

/** What came back for one statement: its rows, and how many rows it met. */
export type Answer = { rows: Record<string, unknown>[]; count: number }

/** The parts of a connection of `pg` that a packet is written on. */
type Connection = {
  stream: Writable
  parsedStatements: Record<string, string>
  submittedNamedStatements: Record<string, string>
  parse(statement: { name: string; text: string }): void
  bind(values: { statement: string; values: readonly (string | Buffer | null)[] }): void
  describe(what: { type: 'P'; name: string }): void
  execute(portal: { portal: string }): void
  sync(): void
}

type Columns = { names: string[]; parsers: ((text: string) => unknown)[]; empty: Record<string, null> }

// Under a name, a statement is parsed and planned once a connection instead of each time: with row-level security,
// planning takes as long as the work. Texts beyond any number that people write are those of lists of any length.
const names = new Map<string, string>()
const mostNames = 2000

/** The columns of named statements: told once, for a text has the same ones as long as the app runs. */
const known = new Map<string, Columns>()

function nameOf(text: string): string {
  const name = names.get(text) ?? (names.size < mostNames ? `splot_${names.size}` : '')
  if (name) names.set(text, name)
  return name
}

/**
 * Statements that go out in one packet and are answered in one: PostgreSQL does them in turn and sends nothing before
 * the last. Where one fails, those behind it are not done.
 */
class Packet extends pg.Query {
  /** Its texts, for whoever listens to what is asked. */
  readonly statements: string[]
  readonly answers: Answer[] = []
  readonly #parts: { name: string; text: string; values: (string | Buffer | null)[] }[]
  readonly #done: (error?: Error) => void
  #columns: Columns | undefined
  #rows: Record<string, unknown>[] = []
  #torn: Error | undefined

  constructor(statements: Statement[], done: (error?: Error) => void) {
    const parts = statements.map(({ text, values = [] }) => ({
      name: nameOf(text),
      text,
      values: values.map((value) => prepareValue(value)),
    }))
    super({ ...parts[0]! } as pg.QueryConfig)
    this.#parts = parts
    this.statements = parts.map(({ text }) => text)
    this.#done = done
    // By these two `pg` remembers what was parsed; they are those of the statement that is being answered.
    Object.assign(this, { callback: done, name: parts[0]!.name, text: parts[0]!.text })
  }

  override submit = (given: unknown) => {
    const connection = given as Connection
    connection.stream.cork()
    for (const { name, text, values } of this.#parts) {
      if (!name || !(connection.parsedStatements[name] ?? connection.submittedNamedStatements[name])) {
        connection.parse({ name, text })
        if (name) connection.submittedNamedStatements[name] = text
      }
      connection.bind({ statement: name, values })
      if (!known.has(name)) connection.describe({ type: 'P', name: '' })
      connection.execute({ portal: '' })
    }
    connection.sync()
    connection.stream.uncork()
    this.#columns = known.get(this.#parts[0]!.name)
  }

  handleRowDescription({ fields }: { fields: { name: string; dataTypeID: number }[] }) {
    this.#columns = {
      names: fields.map(({ name }) => name),
      parsers: fields.map(({ dataTypeID }) => pg.types.getTypeParser(dataTypeID, 'text')),
      empty: Object.fromEntries(fields.map(({ name }) => [name, null])),
    }
  }

  handleDataRow({ fields }: { fields: (string | null)[] }) {
    const { names, parsers, empty } = this.#columns ?? { names: [], parsers: [], empty: {} }
    if (names.length !== fields.length) this.#torn = new Error('an answer with columns that nobody told of')
    const row: Record<string, unknown> = { ...empty }
    for (let i = 0; i < names.length; i++) {
      const text = fields[i]
      if (text !== null && text !== undefined) row[names[i]!] = parsers[i]!(text)
    }
    this.#rows.push(row)
  }

  handleCommandComplete({ text }: { text: string }) {
    const { name } = this.#parts[this.answers.length]!
    if (name && !known.has(name)) known.set(name, this.#columns ?? { names: [], parsers: [], empty: {} })
    this.answers.push({ rows: this.#rows, count: Number(/\d+$/.exec(text)?.[0] ?? 0) })
    this.#rows = []
    const next = this.#parts[this.answers.length]
    this.#columns = next && known.get(next.name)
    if (next) Object.assign(this, { name: next.name, text: next.text })
  }

  handleError(error: Error, connection: Connection | undefined) {
    // What stood behind the fault was never parsed.
    for (const { name } of this.#parts) delete connection?.submittedNamedStatements[name]
    this.#done(error)
  }

  handleReadyForQuery() {
    this.#done(this.#torn)
  }
}

/**
 * Sends statements in one packet. `answers` fills as they are answered, also when one of them fails.
 *
 * @throws what the first failing statement failed with
 */
export async function sendPacket(
  client: pg.ClientBase,
  statements: Statement[],
  answered: (answers: Answer[]) => void = () => undefined,
): Promise<Answer[]> {
  let packet: Packet | undefined
  try {
    await new Promise<void>((done, failed) => {
      packet = new Packet(statements, (error) => (error ? failed(error) : done()))
      client.query(packet)
    })
    return packet!.answers
  } catch (error) {
    Error.captureStackTrace(error as Error)
    throw error
  } finally {
    if (packet) answered(packet.answers)
  }
}
