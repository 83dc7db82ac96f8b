import type { Job } from '../parts.ts'

export const jobs: Record<string, Job> = {
  'forget-old-drafts': {
    at: '27 2 * * *',
    does: ({ database }) => database.jobs.query('select drafts.forget_old()'),
  },
}
