import type { Job } from '../platform/parts.ts'
import { tellAsks } from './tell-asks.ts'

export const jobs: Record<string, Job> = {
  'tell-asks': { at: '* * * * *', does: ({ database, settings }) => tellAsks(database.jobs, settings) },
}
