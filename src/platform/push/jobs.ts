import type { Job } from '../parts.ts'
import { sendPush } from './send.ts'

export const jobs: Record<string, Job> = {
  'send-push': {
    does: ({ database, settings, keys }, payload, last) =>
      sendPush(database.jobs, { settings, keys }, (payload as { note: string }).note, { last }),
  },
}
