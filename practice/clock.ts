import type pg from 'pg'
import { inTransaction } from '../src/platform/database/in-transaction.ts'
import { asOwner } from '../src/platform/database/open.ts'
import { addDays, type Day, dayOf, instantAt } from '../src/platform/texts/dates.ts'

/**
 * The time of a story that is played now and began months ago. Deeds can only be done now; so before the story goes on,
 * all that it wrote so far moves back by as much as passes in between: instants, and the days that the house counted
 * from them. Days that people named (of birth, of a signature, of a review) stay: the story says them as they are.
 */
export class Clock {
  readonly #ownerUrl: string
  readonly #since: string
  #daysAgo: number
  /** Instant of the story's present, ISO. */
  #at: string

  private constructor(ownerUrl: string, since: string, daysAgo: number, at: string) {
    this.#ownerUrl = ownerUrl
    this.#since = since
    this.#daysAgo = daysAgo
    this.#at = at
  }

  /** A story that begins so many days ago. */
  static async wound(ownerUrl: string, daysAgo: number): Promise<Clock> {
    const since = await asOwner(ownerUrl, async (client) => {
      const { rows } = await client.query('select pg_current_xact_id()::text as since')
      return rows[0].since
    })
    return new Clock(ownerUrl, since, daysAgo, await workingTime(ownerUrl, daysAgo))
  }

  /** The day of the story's present. */
  get today(): Day {
    return dayOf(this.#at)
  }

  /** The day that lies so many days after it; before it, when negative. */
  after(days: number): Day {
    return addDays(this.today, days)
  }

  /** The story goes on so many days ago: on the last working day until then, before noon; 0 is now. */
  async to(daysAgo: number): Promise<void> {
    if (daysAgo > this.#daysAgo) throw new Error(`${daysAgo} days ago lie before ${this.#daysAgo} days ago`)
    const next = await workingTime(this.#ownerUrl, daysAgo)
    // Of two days that fall on one weekend the later is told on the same Friday.
    this.#daysAgo = daysAgo
    if (next <= this.#at) return
    await this.#pass(next)
    this.#at = next
  }

  /** A day goes by. */
  tomorrow(): Promise<void> {
    return this.to(this.#daysAgo - 1)
  }

  /** So many minutes go by in the story's present: what it wrote is as much older. */
  async wait(minutes: number): Promise<void> {
    await this.#pass(new Date(Date.parse(this.#at) + minutes * 60_000).toISOString())
    await this.#deriveAnew()
  }

  /** The story is told: what it wrote stands where it belongs. */
  async stop(): Promise<void> {
    await this.#pass(new Date().toISOString())
    await this.#deriveAnew()
  }

  /** A grant ends with facts of others too, which did not move. */
  async #deriveAnew(): Promise<void> {
    await asOwner(this.#ownerUrl, (client) =>
      client.query(
        `select access.derive(array(select id from access.scope where ${this.#ofStory('access.scope')}))`,
      ),
    )
  }

  async #pass(until: string): Promise<void> {
    const passed = `timestamptz '${until}' - timestamptz '${this.#at}' as time,
      date '${dayOf(until)}' - date '${this.today}' as days, date '${this.today}' as today`
    await asOwner(this.#ownerUrl, (client) =>
      inTransaction(client, async () => {
        const moves = (await this.#written(client)).map(({ name, columns }) => {
          const set = columns.map((column) => `${column.name} = ${movedBack[column.kind]!(column.name)}`)
          return `alter table ${name} disable trigger user;
            update ${name} set ${set} from (select ${passed}) passed where ${this.#ofStory(name)};
            alter table ${name} enable trigger user`
        })
        await client.query(moves.join(';'))
      }),
    )
  }

  /** Tables in which the story wrote. */
  async #written(client: pg.Client): Promise<Table[]> {
    const tables = await tablesWithTime(client)
    const { rows } = await client.query<{ name: string }>(
      tables
        .map(
          ({ name }) =>
            `select '${name}' as name where exists (select from ${name} where ${this.#ofStory(name)})`,
        )
        .join(' union all '),
    )
    return tables.filter(({ name }) => rows.some((row) => row.name === name))
  }

  #ofStory(table: string): string {
    return `${table}.xmin::text::bigint >= ${this.#since}`
  }
}

/** The last working day that lies so many days ago or more, in its forenoon; 0 is now. */
async function workingTime(ownerUrl: string, daysAgo: number): Promise<string> {
  if (!daysAgo) return new Date().toISOString()
  return asOwner(ownerUrl, async (client) => {
    const { rows } = await client.query<{ day: Day }>(
      `select max(day)::date as day from generate_series($1::date - 9, $1::date, interval '1 day') day
       where splot.is_working_day(day::date)`,
      [addDays(dayOf(Date.now()), -daysAgo)],
    )
    return instantAt(rows[0]!.day, `${8 + (daysAgo % 4)}:${10 + ((daysAgo * 7) % 50)}`)
  })
}

/** Last days for an answer, so many working days after it was asked. */
const counted = ['asks.ask.answer_by', 'baskets.item.answer_by', 'referrals.point.answer_by']
/** Days of what has a period too, which moves back with it. */
const along = ['consents.sheet.signed_on', 'consents.sheet.until', 'referrals.referral.basis_until']
/** Days that the house takes from its clock where nobody names one. */
const taken = ['assessments.assessment.agreed_on']

type Column = {
  name: string
  kind: 'counted' | 'along' | 'taken' | 'timestamptz' | 'tstzrange' | 'tstzmultirange'
}

/** A table in which the house writes instants or days of its own, with their columns. */
type Table = { name: string; columns: Column[] }

async function tablesWithTime(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query(
    `select c.oid::regclass::text as name, json_agg(json_build_object('name', quote_ident(a.attname), 'kind', column_kind)) as columns
     from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_type t on t.oid = a.atttypid,
       concat_ws('.', c.oid::regclass, a.attname) path,
       lateral (select case when path = any ($1) then 'counted' when path = any ($2) then 'along' when path = any ($3) then 'taken'
         when t.typname in ('timestamptz', 'tstzrange', 'tstzmultirange') then t.typname end as column_kind) kind
     where c.relkind in ('r', 'p') and not c.relispartition and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
       and c.relnamespace::regnamespace::text not in ('pg_catalog', 'information_schema', 'splot', 'identity', 'graphile_worker')
       and column_kind is not null
     group by c.oid order by 1`,
    [counted, along, taken],
  )
  return rows
}

/** A column as it was so much time ago. */
const movedBack: Record<Column['kind'], (column: string) => string> = {
  counted: (column) =>
    `splot.add_working_days(${dayInPoland('asked_at - time')}, splot.working_days_between(${dayInPoland('asked_at')}, ${column}))`,
  along: (column) => `${column} - days`,
  taken: (column) => `case when ${column} = splot.today_pl() then today else ${column} end`,
  timestamptz: (column) => `${column} - time`,
  tstzrange: (column) => rangeBack(column),
  tstzmultirange: (column) =>
    `(select coalesce(range_agg(${rangeBack('r')}), '{}') from unnest(${column}) r)`,
}

const dayInPoland = (instant: string) => `((${instant}) at time zone 'Europe/Warsaw')::date`

const rangeBack = (range: string) =>
  `case when not isempty(${range}) then tstzrange(lower(${range}) - time, upper(${range}) - time) else ${range} end`
