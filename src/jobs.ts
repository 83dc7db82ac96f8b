import { warnOfEnds } from './partnerships/warn-of-ends.ts'
import type { Database } from './platform/database/open.ts'
import type { Surroundings } from './platform/http/work.ts'
import type { Jobs } from './platform/jobs/jobs.ts'
import { sealJournal } from './platform/journal/sealing.ts'
import { sendLetter } from './platform/mail/send.ts'

/** What Splot does in the background. */
export const jobsOf = (database: Database, { settings, keys }: Surroundings): Jobs => ({
  'send-letter': (payload, { job }) =>
    sendLetter(database.jobs, settings, (payload as { letter: string }).letter, {
      last: job.attempts >= job.max_attempts,
    }),
  'seal-journal': async () => {
    await sealJournal(database.jobs, keys)
  },
  'warn-of-ends': () => warnOfEnds(database.jobs, settings),
  'second-factors': async () => {
    await database.jobs.query('select institutions.note_factor_needs(null)')
  },
  tidy: async () => {
    await database.jobs.query(
      'select drafts.forget_old(), http.forget_old_answers(), mail.empty_old(), journal.make_look_partitions()',
    )
  },
})

export const clock = `
* * * * * seal-journal
23 * * * * second-factors
17 2 * * * tidy
10 5 * * * warn-of-ends
`
