import { type RawBuilder, sql } from 'kysely'

/**
 * Something that is kept about people, as it may stand in a copy of what is kept about one of them: which institution wrote it,
 * when, about whom it is and of which classes, and what it says, line by line under words of its slice.
 */
export type Kept = {
  id: string
  day: string | null
  institutionId: string | null
  about: string[]
  classes: string[]
  lines: { name: string | null; words: string | null }[]
}

/** What something says: each line under a word of its slice, or under none. */
export const saying = (...lines: [name: string | null, words: string][]): RawBuilder<Kept['lines']> =>
  sql`jsonb_build_array(${sql.join(
    lines.map(
      ([name, words]) =>
        sql`jsonb_build_object('name', ${sql.lit(name)}::text, 'words', (${sql.raw(words)})::text)`,
    ),
  )})`
