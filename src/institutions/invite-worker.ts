import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { orRefuse } from '../platform/http/problem.ts'
import type { Work } from '../platform/http/work.ts'
import { writeLetter } from '../platform/mail/letters.ts'
import { meInWords } from './questions.ts'

/** Only this digest of a token is kept: who reads the database cannot accept an invitation. */
export const digestOf = (token: string) => createHash('sha256').update(token).digest()

/** Sends a worker an invitation to Splot by e-mail, good for 14 days; an earlier one ends. */
export async function inviteWorker(
  work: Work,
  workerId: string,
  { id, email }: { id: string; email: string },
) {
  const token = randomBytes(32).toString('base64url')
  orRefuse(
    'institutions',
    await work.ask(sql`institutions.invite(${id}, ${workerId}, ${email}, ${digestOf(token)})`),
    'email',
  )
  await work.record({ verb: 'worker.invited', subjectId: workerId, values: { email } })
  const worker = await work.mustFind(sql<{ position: string; institution: string }>`
    select w.position, i.name as institution
    from institutions.worker w join institutions.institution i on i.id = w.institution_id where w.id = ${workerId}`)
  const me = await work.mustFind(meInWords)
  await writeLetter(work.db, email, 'identity:letters.invitation', {
    institution: worker.institution,
    head: `${me.name}, ${me.institution},`,
    position: worker.position,
    url: `${work.surroundings.settings.url}/invitation/${token}`,
  })
  return {}
}
