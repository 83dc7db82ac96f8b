import type { Job } from '../parts.ts'
import { sendLetter } from './send.ts'

export const jobs: Record<string, Job> = {
  'send-letter': {
    does: ({ database, settings }, payload) =>
      sendLetter(database.jobs, settings, (payload as { letter: string }).letter),
  },
}
