import { type Kysely, sql } from 'kysely'
import type pg from 'pg'
import type { DB } from '../database/schema.ts'
import type { Locale } from '../texts/locales.ts'
import { textFor } from '../texts/server.ts'

/** Subject and body of a letter are the texts `<slice>:letters.<kind>.subject` and `.body`. No word of a family. */
type Kind = `${string}:letters.${string}`

const phrased = (kind: Kind, values: Record<string, string>, locale: Locale) =>
  (['subject', 'body'] as const).map((part) => textFor(locale)(`${kind}.${part}`, values)) as [string, string]

/** Writes a letter in the transaction of a deed: it is sent if and only if that commits. */
export async function writeLetter(
  db: Kysely<DB>,
  to: string,
  kind: Kind,
  values: Record<string, string>,
  locale: Locale = 'pl',
) {
  const [subject, body] = phrased(kind, values, locale)
  await sql`select jobs.enqueue('send-letter', jsonb_build_object('letter', mail.write(${to}, ${subject}, ${body})), line => 'letters')`.execute(
    db,
  )
}

/** The same for parts that have a connection and no work: the sign-in library. */
export function writeLetterTo(pool: Pick<pg.Pool, 'query'>) {
  return async (
    to: string,
    kind: Kind,
    values: Record<string, string>,
    locale: Locale = 'pl',
  ): Promise<void> => {
    await pool.query(
      `select jobs.enqueue('send-letter', jsonb_build_object('letter', mail.write($1, $2, $3)), line => 'letters')`,
      [to, ...phrased(kind, values, locale)],
    )
  }
}
