import { type RawBuilder, sql } from 'kysely'

// Each takes an SQL expression, never something that a person typed.

/** An instant as the outside reads it: ISO 8601 in UTC, to the microsecond, so that the key of a page is exact. */
export const atUtc = (instant: string): RawBuilder<string> =>
  sql.raw(`to_char(${instant} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`)

/** The day in Poland on which an instant falls: `YYYY-MM-DD`. */
export const dayInPoland = (instant: string): RawBuilder<string> =>
  sql.raw(`(${instant} at time zone 'Europe/Warsaw')::date`)

/** The last day in Poland of a period that ends at an instant, which is the midnight after that day. */
export const lastDayInPoland = (instant: string): RawBuilder<string> =>
  sql.raw(`((${instant} at time zone 'Europe/Warsaw') - interval '1 microsecond')::date`)
