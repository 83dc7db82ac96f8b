import { createTransport } from 'nodemailer'
import type pg from 'pg'
import type { Settings } from '../settings.ts'

type Letter = { id: string; to_address: string; subject: string; body: string }

/**
 * Sends one waiting letter over SMTP. In practice mode (no server) it stays in the outbox, which the app shows.
 * A refusal is noted on the letter and raised, so that the queue tries again later.
 */
export async function sendLetter(pool: pg.Pool, settings: Settings, letterId: string): Promise<void> {
  if (!settings.smtp) return
  const { rows } = await pool.query<Letter>('select * from mail.unsent($1)', [letterId])
  const letter = rows[0]
  if (!letter) return
  try {
    await createTransport(settings.smtp).sendMail({
      from: settings.mailFrom,
      to: letter.to_address,
      subject: letter.subject,
      text: letter.body,
      messageId: `<${letter.id}@splot>`,
    })
    await pool.query('select mail.mark($1, null)', [letter.id])
  } catch (error) {
    await pool.query('select mail.mark($1, $2)', [letter.id, (error as Error).message.slice(0, 500)])
    throw error
  }
}
