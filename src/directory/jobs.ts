import type { Job } from '../platform/parts.ts'
import { freshDays } from './contract.ts'

export const jobs: Record<string, Job> = {
  // Before the letters of the morning go out.
  'remind-of-entries': {
    at: '20 4 * * *',
    does: ({ database }) => database.jobs.query('select directory.remind_of_entries($1)', [freshDays]),
  },
}
