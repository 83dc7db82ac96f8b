import { Logger, type Runner, run, runMigrations, type TaskList } from 'graphile-worker'
import type { Database } from '../database/open.ts'

/** What the queue can be asked to do, by name. A job carries ids only. */
export type Jobs = TaskList

/** Makes the queue's own tables. Before the app asks anything of it. */
export const prepareJobs = (database: Database) => runMigrations({ pgPool: database.jobs, logger })

/**
 * Starts doing what was put into the queue; the runner's `stop` ends it in order.
 *
 * @param clock what is done by the clock, in lines of cron (UTC)
 */
export function startJobs(database: Database, jobs: Jobs, clock: string): Promise<Runner> {
  return run({
    pgPool: database.jobs,
    taskList: jobs,
    crontab: clock,
    concurrency: 2,
    pollInterval: 5_000,
    noHandleSignals: true,
    logger,
  })
}

const logger = new Logger(() => (level, message) => {
  if (level === 'error') console.error(`Splot, praca w tle: ${message}`)
})
