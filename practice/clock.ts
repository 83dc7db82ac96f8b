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
  /** Instant of the story's present, ISO. */
  #at: string

  private constructor(ownerUrl: string, since: string, at: string) {
    this.#ownerUrl = ownerUrl
    this.#since = since
    this.#at = at
  }

  /** A story that begins so many days ago. */
  static async wound(ownerUrl: string, daysAgo: number): Promise<Clock> {
    const since = await asOwner(ownerUrl, async (client) => {
      const { rows } = await client.query('select pg_current_xact_id()::text as since')
      return rows[0].since
    })
    return new Clock(ownerUrl, since, await workingTime(ownerUrl, daysAgo))
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
    const next = await workingTime(this.#ownerUrl, daysAgo)
    await this.#pass(Date.parse(next) - Date.parse(this.#at))
    this.#at = next
  }

  /** The story is told: what it wrote stands where it belongs. */
  async stop(): Promise<void> {
    await this.#pass(Date.now() - Date.parse(this.#at))
  }

  async #pass(milliseconds: number): Promise<void> {
    if (milliseconds <= 0) return
    await asOwner(this.#ownerUrl, (client) =>
      inTransaction(client, async () => {
        for (const { name, columns } of await tablesWithTime(client)) {
          const set = columns.map((column) => `${column.name} = ${movedBack[column.type]!(column.name)}`)
          await client.query(`alter table ${name} disable trigger user`)
          await client.query(
            `update ${name} set ${set} from (select make_interval(secs => $1) as time, $1::numeric / 86400 as days) passed
             where ${name}.xmin::text::bigint >= $2::bigint`,
            [milliseconds / 1000, this.#since],
          )
          await client.query(`alter table ${name} enable trigger user`)
        }
      }),
    )
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

/** Tables in which the house writes instants, or days that it counts from them, with these columns. */
async function tablesWithTime(
  client: pg.Client,
): Promise<{ name: string; columns: { name: string; type: string }[] }[]> {
  const { rows } = await client.query(
    `select c.oid::regclass::text as name, json_agg(json_build_object('name', quote_ident(a.attname), 'type', t.typname)) as columns
     from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_type t on t.oid = a.atttypid
     where c.relkind in ('r', 'p') and not c.relispartition and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
       and c.relnamespace::regnamespace::text not in ('pg_catalog', 'information_schema', 'splot', 'identity', 'graphile_worker')
       and c.oid <> 'journal.seal'::regclass
       and (t.typname in ('timestamptz', 'tstzrange', 'tstzmultirange') or c.oid::regclass::text || '.' || a.attname = any ($1))
     group by c.oid order by 1`,
    [['asks.ask.answer_by', 'asks.reminder.day', 'baskets.item.answer_by']],
  )
  return rows
}

/** A column as it was so much time ago; a day counted for an answer stays a working one. */
const movedBack: Record<string, (column: string) => string> = {
  date: (column) => `splot.add_working_days(${column} - round(days)::int, 0)`,
  timestamptz: (column) => `${column} - time`,
  tstzrange: (column) => rangeBack(column),
  tstzmultirange: (column) =>
    `(select coalesce(range_agg(${rangeBack('r')}), '{}') from unnest(${column}) r)`,
}

const rangeBack = (range: string) =>
  `case when not isempty(${range}) then tstzrange(lower(${range}) - time, upper(${range}) - time) else ${range} end`
