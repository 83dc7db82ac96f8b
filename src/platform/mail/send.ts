import { createTransport } from 'nodemailer'
import type pg from 'pg'
import type { Settings } from '../settings.ts'

type Letter = { id: string; to_address: string; subject: string; body: string }

/**
 * Sends one waiting letter over SMTP. In practice mode (no server) it stays in the outbox, which the app shows.
 * A refusal is noted on the letter and raised, so that the queue tries again later. Once it was sent, or given up after
 * the `last` try, what it said is not kept: its links open something.
 */
export async function sendLetter(
  pool: pg.Pool,
  settings: Settings,
  letterId: string,
  { last }: { last: boolean },
): Promise<void> {
  if (!settings.smtp) return
  const { rows } = await pool.query<Letter>('select * from mail.unsent($1)', [letterId])
  const letter = rows[0]
  if (!letter) return
  try {
    await createTransport(patiently(settings.smtp)).sendMail({
      from: settings.mailFrom,
      to: letter.to_address,
      subject: letter.subject,
      text: letter.body,
      messageId: `<${letter.id}@splot>`,
    })
  } catch (error) {
    const problem = (error as Error).message.slice(0, 500)
    await pool.query('select mail.failed($1, $2, $3)', [letter.id, problem, last])
    throw error
  }
  await pool.query('select mail.sent($1)', [letter.id])
}

/** A mail server that says nothing for half a minute is left, unless its address says otherwise: other letters wait. */
function patiently(smtp: string): string {
  const url = new URL(smtp)
  for (const limit of ['connectionTimeout', 'socketTimeout'])
    if (!url.searchParams.has(limit)) url.searchParams.set(limit, '30000')
  return url.href
}
