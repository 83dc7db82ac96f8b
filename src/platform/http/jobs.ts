import type { Job } from '../parts.ts'

export const jobs: Record<string, Job> = {
  'forget-old-answers': {
    at: '37 2 * * *',
    does: ({ database }) => database.jobs.query('select http.forget_old_answers()'),
  },
}
