import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { chownSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { accountId, idOf } from '../../../practice/act.ts'
import { fillPractice } from '../../../practice/fill-practice.ts'
import { buildApp } from '../../app.ts'
import { fillReferenceData } from '../../fill.ts'
import { prepareJobs } from '../jobs/jobs.ts'
import { readSettings } from '../settings.ts'
import { placeOfCluster, startEmbedded } from './embedded.ts'
import { asOwner, findDatabase, openDatabase } from './open.ts'
import { testKeys } from './testing.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const root = join(import.meta.dirname, '../../..')
const folder = join(tmpdir(), `splot-faults-${process.pid}`)
const key = '5a'.repeat(32)
const settings = readSettings({ SPLOT_DATA: folder, SPLOT_KEY: key })
let found: Awaited<ReturnType<typeof findDatabase>>

beforeAll(async () => {
  mkdirSync(folder, { recursive: true })
  found = await findDatabase(settings)
})
afterAll(async () => {
  await found.server?.stop().catch(() => undefined)
  rmSync(placeOfCluster(folder).home, { recursive: true, force: true })
  rmSync(folder, { recursive: true, force: true })
})

const lockFile = () => join(found.server!.dataFolder, 'postmaster.pid')
const postmaster = () => Number(readFileSync(lockFile(), 'utf8').split('\n')[0])

describe('the database is killed while people write', () => {
  let database: Awaited<ReturnType<typeof openDatabase>>
  let app: Awaited<ReturnType<typeof buildApp>>
  let cookie: string
  beforeAll(async () => {
    database = await openDatabase(found, testKeys)
    await prepareJobs(database)
    await fillReferenceData(found.ownerUrl)
    await fillPractice(database, testKeys)
    app = await buildApp(database, { settings, keys: testKeys }, undefined)
    // Hundreds of refusals are what we are after; they need not all be told.
    app.server.log.level = 'silent'
    cookie = await chosen(app.server)
  })
  afterAll(async () => {
    await app?.stop()
    await database?.close()
  })

  async function chosen(server: FastifyInstance): Promise<string> {
    const answered = await server.inject({
      method: 'POST',
      url: '/api/auth/practice/choose',
      payload: { accountId: accountId('joanna') },
    })
    return String([answered.headers['set-cookie']].flat()[0]).split(';')[0]!
  }
  const write = (id: string) =>
    app.server.inject({
      method: 'POST',
      url: `/api/cases/${idOf('probni/case')}/contacts`,
      headers: { cookie, 'sec-fetch-site': 'same-origin', 'idempotency-key': id },
      payload: {
        id,
        kind: 'phone',
        happenedAt: new Date().toISOString(),
        what: 'Pod obciążeniem.',
        class: 'file',
      },
    })

  test('no acknowledged deed is missing, none is half done, and what was refused is done when it is sent again', async () => {
    const acknowledged: string[] = []
    const unsure: string[] = []
    let writing = true
    const writers = Array.from({ length: 6 }, async () => {
      while (writing) {
        const id = randomUUID()
        const { statusCode, headers, body } = await write(id)
        if (statusCode === 200) acknowledged.push(id)
        else {
          unsure.push(id)
          expect.soft(statusCode, body).toBe(503)
          expect.soft(headers['content-type']).toMatch(/problem\+json/)
          await wait(50)
        }
      }
    })
    for (let kill = 0; kill < 2; kill++) {
      const soFar = acknowledged.length
      await vi.waitFor(() => expect(acknowledged.length).toBeGreaterThan(soFar + 30), { timeout: 30_000 })
      const killed = postmaster()
      process.kill(killed, 'SIGKILL')
      await vi.waitFor(() => expect(postmaster()).not.toBe(killed), { timeout: 30_000, interval: 100 })
    }
    const after = acknowledged.length
    await vi.waitFor(() => expect(acknowledged.length).toBeGreaterThan(after + 30), { timeout: 30_000 })
    writing = false
    await Promise.all(writers)

    const { inTable, inJournal } = await written()
    expect(acknowledged.filter((id) => !inTable.has(id) || !inJournal.has(id))).toEqual([])
    expect([...inTable].sort()).toEqual([...inJournal].sort())
    expect(unsure.length).toBeGreaterThan(0)

    for (const id of unsure) expect((await write(id)).statusCode).toBe(200)
    const inTheEnd = await written()
    expect(inTheEnd.inTable.size).toBe(acknowledged.length + unsure.length)
    expect(inTheEnd.entries).toBe(acknowledged.length + unsure.length)
  })

  async function written() {
    return asOwner(database.server!.url('splot'), async (client) => {
      await client.query('reset role')
      const contacts = await client.query(`select id from cases.contact where what = 'Pod obciążeniem.'`)
      const entries = await client.query(
        `select subject_id as id from journal.entry where verb = 'contact.written' and scope_id = $1 and at > now() - interval '10 minutes'
           and subject_id not in (select id from cases.contact where what <> 'Pod obciążeniem.')`,
        [idOf('probni/case')],
      )
      const ids = ({ rows }: { rows: { id: string }[] }) => new Set(rows.map(({ id }) => id))
      return { inTable: ids(contacts), inJournal: ids(entries), entries: entries.rowCount }
    })
  }
})

describe('a lock file that was left behind', () => {
  /** Ends the server and leaves a lock file that names another process. */
  async function leaveLockOf(pid: number) {
    const lines = readFileSync(lockFile(), 'utf8').split('\n')
    const { uid, gid } = statSync(found.server!.dataFolder)
    const file = lockFile()
    await found.server!.stop()
    writeFileSync(file, [pid, ...lines.slice(1)].join('\n'), { mode: 0o600 })
    chownSync(file, uid, gid)
  }
  async function startsAgain() {
    const server = await startEmbedded(folder)
    found = { ...found, server }
    expect(server.adopted).toBe(false)
    await asOwner(server.url('splot'), (client) => client.query('select 1'))
  }

  test('by a dead process does not prevent a start', async () => {
    const passing = spawn('true')
    await new Promise((done) => passing.once('exit', done))
    await leaveLockOf(passing.pid!)
    await startsAgain()
  })

  test('whose number another user’s program now has does not prevent a start', async () => {
    await leaveLockOf(process.pid)
    await startsAgain()
  })

  test('whose number a program of the same user now has does not prevent a start, and that program lives on', async () => {
    const { uid, gid } = statSync(found.server!.dataFolder)
    const bystander = spawn('sleep', ['60'], { uid, gid, cwd: '/' })
    try {
      await leaveLockOf(bystander.pid!)
      await startsAgain()
      expect(bystander.exitCode).toBeNull()
      expect(bystander.signalCode).toBeNull()
    } finally {
      bystander.kill()
    }
  })
})

describe('Splot is started', () => {
  const started: ChildProcess[] = []
  beforeAll(() => found.server?.stop())
  afterAll(async () => {
    for (const child of started)
      if (child.exitCode === null && child.signalCode === null) await ended(child, 'SIGTERM')
  })

  async function start(port: number) {
    const child = spawn(process.execPath, [join(root, 'src/main.ts')], {
      cwd: root,
      env: {
        PATH: process.env.PATH,
        TMPDIR: process.env.TMPDIR,
        SPLOT_DATA: folder,
        SPLOT_KEY: key,
        PORT: String(port),
      },
    })
    started.push(child)
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => (said += piece))
    const exit = new Promise<number | null>((done) => child.once('exit', (code) => done(code)))
    const spoken = await vi.waitFor(
      () => {
        if (child.exitCode === null && !/Splot działa/.test(said)) throw new Error(`not yet: ${said}`)
        return said
      },
      { timeout: 90_000, interval: 50 },
    )
    return { child, exit, said: spoken }
  }
  const ended = (child: ChildProcess, signal: NodeJS.Signals) =>
    new Promise((done) => {
      child.once('exit', done)
      child.kill(signal)
    })
  const health = async (port: number) => (await fetch(`http://127.0.0.1:${port}/health`)).json()

  test('twice: the second says where the first is and ends; killed, the first leaves a database that the next adopts', async () => {
    const [one, two] = [await freePort(), await freePort()]
    const first = await start(one)
    expect(first.said).toContain(`Splot działa: http://127.0.0.1:${one}`)
    const before = await health(one)

    const second = await start(two)
    expect(await second.exit).toBe(0)
    expect(second.said).toContain(`Splot już działa: http://127.0.0.1:${one}`)
    expect(await health(one)).toEqual(before)

    const running = postmaster()
    await ended(first.child, 'SIGKILL')
    const third = await start(two)
    expect(third.said).toContain(`Splot działa: http://127.0.0.1:${two}`)
    expect(postmaster(), 'adopted').toBe(running)
    expect(await health(two)).toMatchObject({ status: 'ok' })
    await ended(third.child, 'SIGTERM')
    expect(third.child.exitCode, 'ends in order').toBe(0)
  })
})

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => done(port))
    })
  })
}
