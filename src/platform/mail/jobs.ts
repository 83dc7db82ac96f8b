import type { Job } from '../parts.ts'
import { sendLetter } from './send.ts'

export const jobs: Record<string, Job> = {
  'send-letter': {
    does: ({ database, settings }, payload, last) =>
      sendLetter(database.jobs, settings, (payload as { letter: string }).letter, { last }),
  },
  'empty-old-letters': {
    at: '47 2 * * *',
    does: ({ database }) => database.jobs.query('select mail.empty_old()'),
  },
}
