import type { Job } from '../platform/parts.ts'
import { warnOfEnds } from './warn-of-ends.ts'

export const jobs: Record<string, Job> = {
  'warn-of-ends': { at: '10 5 * * *', does: ({ database, settings }) => warnOfEnds(database.jobs, settings) },
}
