import { createECDH, randomBytes } from 'node:crypto'
import { createServer, type Socket } from 'node:net'
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest'
import { aDatabase, testKeys } from '../../proof/database.ts'
import { asOwner } from '../database/open.ts'
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

/** What is to be told to a device, whose push service is there. */
async function aPushTo(origin: string) {
  const pair = createECDH('prime256v1')
  pair.generateKeys()
  const { rows } = await asOwner(database.ownerUrl, (client) =>
    client.query(
      `with u as (insert into identity."user" (name, email, "emailVerified") values ('Ada Zmyślona', 'ada@cwiczenia.example', true) returning id),
         s as (insert into identity."session" ("expiresAt", token, "updatedAt", "userId") select now() + interval '1 hour', 'ada', now(), id from u returning id, "userId")
       insert into push.subscription (session_id, account_id, endpoint, p256dh, auth) select id, "userId", $1, $2, $3 from s returning account_id`,
      [`${origin}/ada`, pair.getPublicKey().toString('base64url'), randomBytes(16).toString('base64url')],
    ),
  )
  await database.jobs.query('select push.write($1, $2, $3)', [
    rows[0].account_id,
    'Czeka na Ciebie 1 rzecz.',
    '/',
  ])
}

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

test('a mail server and a push service that take calls and say nothing hold up letters and pushes alone', async () => {
  const calls: Socket[] = []
  const silent = createServer((call) => calls.push(call))
  await new Promise<void>((done) => silent.listen(0, '127.0.0.1', done))
  const { port } = silent.address() as { port: number }
  for (let i = 0; i < 3; i++)
    await writeLetterTo(database.jobs)('osoba@cwiczenia.example', 'identity:letters.factor-off', {})
  await aPushTo(`http://127.0.0.1:${port}`)
  const smtp = `smtp://127.0.0.1:${port}`
  const settings = { ...readSettings({ SPLOT_PUSH: `http://127.0.0.1:${port}` }), smtp }
  const runner = await startJobs(database, { settings, keys: testKeys }, { byTheClock: false })
  await vi.waitFor(() => expect(calls).toHaveLength(2), { timeout: 10_000 })
  await put()
  const waiting = () =>
    database.jobs.query(`select from graphile_worker.jobs where task_identifier = 'make-look-partitions'`)
  await vi.waitFor(async () => expect((await waiting()).rowCount).toBe(0), { timeout: 15_000 })
  silent.close()
  for (const call of calls) call.destroy()
  await runner.stop()
})
