import type { Job } from '../platform/parts.ts'
import { tellDangers } from './tell-dangers.ts'

export const jobs: Record<string, Job> = {
  'tell-dangers': { at: '* * * * *', does: ({ database, settings }) => tellDangers(database.jobs, settings) },
}
