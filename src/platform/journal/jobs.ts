import type { Job } from '../parts.ts'
import { sealJournal } from './sealing.ts'

export const jobs: Record<string, Job> = {
  'seal-journal': { at: '* * * * *', does: ({ database, keys }) => sealJournal(database.jobs, keys) },
  'make-look-partitions': {
    at: '17 2 * * *',
    does: ({ database }) => database.jobs.query('select journal.make_look_partitions()'),
  },
}
