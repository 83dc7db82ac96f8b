import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest'
import { aDatabase } from '../../proof/database.ts'
import { keepRunning, prepareJobs } from './queue.ts'

let database: Awaited<ReturnType<typeof aDatabase>>
beforeAll(async () => {
  database = await aDatabase({ postgres: inject('postgres'), template: inject('template') })
  await prepareJobs(database)
})
afterAll(() => database.drop())

test('a runner that ended by itself is followed by another, so that letters and seals go on', async () => {
  const done: unknown[] = []
  const runner = await keepRunning(database, { tell: (payload) => void done.push(payload) }, '')
  const put = (word: string) =>
    database.jobs.query(`select graphile_worker.add_job('tell', to_json($1::text))`, [word])
  await put('before')
  await vi.waitFor(() => expect(done).toEqual(['before']), { timeout: 10_000 })

  // One of the things that end it: it is told that its tables changed under it.
  await database.jobs.query(`select pg_notify('worker:migrate', '{"breaking": true}')`)
  await vi.waitFor(() => expect(process.exitCode).toBe(57), { timeout: 10_000 })
  process.exitCode = undefined
  await put('after')
  await vi.waitFor(() => expect(done).toEqual(['before', 'after']), { timeout: 15_000 })
  await runner.stop()
})
