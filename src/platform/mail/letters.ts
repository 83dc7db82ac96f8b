import type pg from 'pg'
import type { Locale } from '../texts/locales.ts'
import { textFor } from '../texts/server.ts'

/** Puts letters into the box from which they are sent; the text is `identity:letters.<kind>` in the reader's language. */
export function writeLetterTo(pool: Pick<pg.Pool, 'query'>) {
  return async (
    to: string,
    kind: string,
    values: Record<string, string>,
    locale: Locale = 'pl',
  ): Promise<void> => {
    const text = textFor(locale)
    const [subject, body] = ['subject', 'body'].map((part) =>
      text(`identity:letters.${kind}.${part}`, values),
    )
    const { rows } = await pool.query('select mail.write($1, $2, $3) as id', [to, subject, body])
    await pool.query('select jobs.enqueue($1, $2)', ['send-letter', { letter: rows[0].id }])
  }
}
