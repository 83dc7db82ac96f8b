import type { Job } from '../platform/parts.ts'

export const jobs: Record<string, Job> = {
  'second-factors': {
    at: '23 * * * *',
    does: ({ database }) => database.jobs.query('select institutions.note_factor_needs(null)'),
  },
}
