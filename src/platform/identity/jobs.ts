import type { Job } from '../parts.ts'

export const jobs: Record<string, Job> = {
  'forget-old-sign-ins': {
    at: '47 2 * * *',
    does: ({ database }) => database.jobs.query('select identity.forget_old()'),
  },
}
