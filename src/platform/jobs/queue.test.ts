import { createServer, type Socket } from 'node:net'
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest'
import { aDatabase, testKeys } from '../../proof/database.ts'
import { writeLetterTo } from '../mail/letters.ts'
import { readSettings } from '../settings.ts'
import { prepareJobs, startJobs } from './queue.ts'

let database: Awaited<ReturnType<typeof aDatabase>>
beforeAll(async () => {
  database = await aDatabase({ postgres: inject('postgres'), template: inject('template') })
  await prepareJobs(database)
})
afterAll(() => database.drop())

const start = () => startJobs(database, { settings: readSettings({}), keys: testKeys }, { byTheClock: false })
const put = () => database.jobs.query(`select graphile_worker.add_job('make-look-partitions')`)
const isDone = () =>
  vi.waitFor(
    async () => {
      const { rows } = await database.jobs.query(
        'select count(*)::int as n from graphile_worker._private_jobs',
      )
      expect(rows[0].n).toBe(0)
    },
    { timeout: 15_000 },
  )

test('what a runner had taken when it was killed is done by the next, not hours later', async () => {
  await put()
  await database.jobs.query(
    `update graphile_worker._private_jobs set locked_at = now(), locked_by = 'worker-killed', attempts = 1`,
  )
  const runner = await start()
  await isDone()
  await runner.stop()
})

test('a runner that ended by itself is followed by another, so that letters and seals go on', async () => {
  const runner = await start()
  await put()
  await isDone()

  // One of the things that end it: it is told that its tables changed under it.
  await database.jobs.query(`select pg_notify('worker:migrate', '{"breaking": true}')`)
  await vi.waitFor(() => expect(process.exitCode).toBe(57), { timeout: 10_000 })
  process.exitCode = undefined
  await put()
  await isDone()
  await runner.stop()
})

test('a mail server that takes calls and says nothing holds up letters alone', async () => {
  const calls: Socket[] = []
  const silent = createServer((call) => calls.push(call))
  await new Promise<void>((done) => silent.listen(0, '127.0.0.1', done))
  const { port } = silent.address() as { port: number }
  for (let i = 0; i < 3; i++)
    await writeLetterTo(database.jobs)('osoba@cwiczenia.example', 'identity:letters.factor-off', {})
  const smtp = `smtp://127.0.0.1:${port}`
  const runner = await startJobs(
    database,
    { settings: { ...readSettings({}), smtp }, keys: testKeys },
    { byTheClock: false },
  )
  await vi.waitFor(() => expect(calls).not.toEqual([]), { timeout: 10_000 })
  await put()
  const waiting = () =>
    database.jobs.query(`select from graphile_worker.jobs where task_identifier = 'make-look-partitions'`)
  await vi.waitFor(async () => expect((await waiting()).rowCount).toBe(0), { timeout: 15_000 })
  silent.close()
  for (const call of calls) call.destroy()
  await runner.stop()
})
