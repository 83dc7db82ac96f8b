import { setTimeout as wait } from 'node:timers/promises'
import { type JobHelpers, Logger, type Runner, run, runMigrations, type TaskList } from 'graphile-worker'
import type { Database } from '../database/open.ts'
import type { Surroundings } from '../http/work.ts'
import { inEachFolder, type Job } from '../parts.ts'

/**
 * Makes the queue's own tables, and the one way in for `jobs.enqueue`: they belong to the queue's connection, and row
 * security keeps everybody else out of them. Before the app asks anything of it.
 */
export async function prepareJobs(database: Database): Promise<void> {
  await runMigrations({ pgPool: database.jobs, logger })
  await database.jobs.query(`
    drop function if exists graphile_worker.take_in(text, json, timestamptz, text);
    create or replace function graphile_worker.take_in(name text, payload json, run_at timestamptz, job_key text, line text) returns void
    language sql security definer set search_path = '' as $$
      select graphile_worker.add_job(name, payload, line, run_at, job_key => job_key)
    $$;
    revoke execute on function graphile_worker.take_in(text, json, timestamptz, text, text) from public;
    grant usage on schema graphile_worker to splot_owner;
    grant execute on function graphile_worker.take_in(text, json, timestamptz, text, text) to splot_owner`)
}

/** Starts doing what is put into the queue: the jobs of every folder, and by the clock those that say when. */
export async function startJobs(
  database: Database,
  surroundings: Surroundings,
  { byTheClock = true } = {},
): Promise<{ stop(): Promise<void> }> {
  const jobs = (await inEachFolder('jobs.ts')).flatMap((found) => Object.entries(found.jobs))
  const task = ([name, job]: [string, Job]) =>
    [
      name,
      (payload: unknown, { job: { attempts, max_attempts } }: JobHelpers) =>
        job.does({ database, ...surroundings }, payload, attempts >= max_attempts),
    ] as const
  return keepRunning(
    database,
    Object.fromEntries(jobs.map(task)) as TaskList,
    byTheClock ? jobs.flatMap(([name, { at }]) => (at ? `${at} ${name}` : [])).join('\n') : '',
  )
}

/** A runner of the queue that goes on however often the database goes away; `stop` ends it in order. */
async function keepRunning(
  database: Database,
  taskList: TaskList,
  crontab: string,
): Promise<{ stop(): Promise<void> }> {
  let stopped = false
  let runner = await begin()
  const going = goOn()

  async function begin(): Promise<Runner> {
    // No other Splot works on this database: what is still taken was taken by a runner that is gone.
    await database.jobs.query(`select graphile_worker.force_unlock_workers(
      array(select distinct locked_by from graphile_worker.jobs where locked_by is not null))`)
    return run({
      pgPool: database.jobs,
      taskList,
      crontab,
      // Letters and pushes each wait in a line of their own, for somebody else's machine: one place is left for all else.
      concurrency: 3,
      pollInterval: 1_000,
      noHandleSignals: true,
      logger,
    })
  }
  /** A runner that lost too much ends by itself, and nothing would be sealed or sent any more: another follows it. */
  async function goOn() {
    while (!stopped) {
      await runner.promise.catch(() => undefined)
      while (!stopped) {
        await wait(1_000)
        const next = await begin().catch(() => undefined)
        if (!next) continue
        runner = next
        if (stopped) await runner.stop()
        break
      }
    }
  }
  return {
    stop: async () => {
      stopped = true
      await runner.stop().catch(() => undefined)
      await going
    },
  }
}

const logger = new Logger(() => (level, message) => {
  if (level === 'error') console.error(`Splot, praca w tle: ${message}`)
})
