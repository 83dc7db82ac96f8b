import { type RawBuilder, sql } from 'kysely'

/** Splits a page's key `instant~id`; a torn one begins at the start. */
export function keyOf(after: string | undefined): { at: string; id: string } | undefined {
  const [at, id] = after?.split('~') ?? []
  return at && id && /^\d{4}-/.test(at) && !Number.isNaN(Date.parse(at)) && /^[0-9a-f-]{36}$/i.test(id)
    ? { at, id }
    : undefined
}

/**
 * The condition that a row comes after a key, in a list with the latest first.
 *
 * @param at the column with the instant, a word of ours
 * @param id the column that tells rows of one instant apart
 */
export function comesAfter(after: string | undefined, at: string, id: string): RawBuilder<boolean> {
  const key = keyOf(after)
  return key ? sql`(${sql.raw(at)}, ${sql.raw(id)}) < (${key.at}, ${key.id})` : sql`true`
}

/** A page of rows that were asked for by one more than `limit`, and the key of the next page, if there is one. */
export function paged<Row extends { id: string }>(rows: Row[], limit: number, at: (row: Row) => string) {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, next: rows.length > limit && last ? `${at(last)}~${last.id}` : null }
}
