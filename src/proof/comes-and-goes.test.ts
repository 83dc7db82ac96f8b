import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { accountId, idOf } from '../../practice/act.ts'
import { placeOfCluster } from '../platform/database/cluster.ts'
import { startEmbedded } from '../platform/database/embedded.ts'
import { onConnection } from '../platform/database/open.ts'
import { aProgramme, freePort, type Running } from './programme.ts'

/** How often the database is killed: `SPLOT_KILLS=50` is the long trial. */
const kills = Number(process.env.SPLOT_KILLS ?? 6)
vi.setConfig({ testTimeout: 180_000 + kills * 20_000, hookTimeout: 360_000 })

const folder = mkdtempSync(join(tmpdir(), 'splot-comes-and-goes-'))
const key = '5a'.repeat(32)
const data = () => placeOfCluster(folder).data
let app: Running
let url: string
let cookie: string

beforeAll(async () => {
  const port = await freePort()
  url = `http://127.0.0.1:${port}`
  app = aProgramme('src/main.ts', { SPLOT_DATA: folder, SPLOT_KEY: key, PORT: String(port) })
  await app.says(/Splot działa/)
  const chosen = await fetch(`${url}/api/auth/practice/choose`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ accountId: accountId('joanna') }),
  })
  cookie = chosen.headers.getSetCookie()[0]!.split(';')[0]!
})
afterAll(async () => {
  await app?.end()
  const server = await startEmbedded(folder)
  await server.stop()
  rmSync(placeOfCluster(folder).home, { recursive: true, force: true })
  rmSync(folder, { recursive: true, force: true })
})

const contacts = () => `${url}/api/cases/${idOf('probni/case')}/contacts`
const write = (id: string) =>
  fetch(contacts(), {
    method: 'POST',
    headers: { cookie, origin: url, 'content-type': 'application/json', 'idempotency-key': id },
    body: JSON.stringify({
      id,
      kind: 'phone',
      happenedAt: new Date().toISOString(),
      what: 'Pod obciążeniem.',
      class: 'file',
    }),
  })

function postmaster(): number {
  try {
    return Number(readFileSync(join(data(), 'postmaster.pid'), 'utf8').split('\n')[0])
  } catch {
    return 0
  }
}

async function killPostgres() {
  const killed = await vi.waitFor(
    () => {
      const pid = postmaster()
      if (!pid) throw new Error('it is away already')
      process.kill(pid, 'SIGKILL')
      return pid
    },
    { timeout: 60_000, interval: 5 },
  )
  return killed
}

const healthy = () =>
  vi.waitFor(async () => expect((await fetch(`${url}/health`)).status).toBe(200), {
    timeout: 60_000,
    interval: 50,
  })

const inDatabase = <T>(sql: string) =>
  startEmbedded(folder).then(async (server) => {
    server.leave()
    return onConnection(server.url('splot'), async (client) => (await client.query(sql)).rows as T[])
  })

test(`the database is killed ${kills} times at any instant under load: the app lives, says 503 in words, and nothing acknowledged is missing`, async () => {
  const acknowledged: string[] = []
  const unsure: string[] = []
  const otherwise: string[] = []
  let writing = true
  const writers = Array.from({ length: 6 }, async () => {
    while (writing) {
      const id = randomUUID()
      const answered = await write(id)
      if (answered.status === 200) acknowledged.push(id)
      else {
        unsure.push(id)
        const said = await answered.text()
        const words = /"title":"Splot na chwilę stracił bazę danych/.test(said)
        if (answered.status !== 503 || !words) otherwise.push(`${answered.status} ${said}`)
        await wait(100)
      }
    }
  })
  const reader = (async () => {
    while (writing) {
      const answered = await fetch(`${url}/api/session`, { headers: { cookie } })
      if (answered.status !== 200 && answered.status !== 503)
        otherwise.push(`session: ${answered.status} ${await answered.text()}`)
      await wait(20)
    }
  })()
  for (let kill = 0; kill < kills; kill++) {
    // Mostly in the midst of work; each third while it is only just getting up, which used to take the app along.
    const soFar = acknowledged.length
    if (kill % 3 !== 2)
      await vi.waitFor(() => expect(acknowledged.length).toBeGreaterThan(soFar + 5), { timeout: 60_000 })
    await wait(Math.random() * 400)
    await killPostgres()
    expect(app.child.exitCode, app.said()).toBeNull()
  }
  await healthy()
  const soFar = acknowledged.length
  await vi.waitFor(() => expect(acknowledged.length).toBeGreaterThan(soFar + 30), { timeout: 60_000 })
  writing = false
  await Promise.all([...writers, reader])
  expect(otherwise).toEqual([])
  expect(unsure.length).toBeGreaterThan(0)
  for (const id of unsure) expect((await write(id)).status).toBe(200)

  const written = await inDatabase<{ id: string; entries: number }>(`
    select id, (select count(*)::int from journal.entry where subject_id = c.id and verb = 'contact.written') as entries
    from contacts.contact c where what = 'Pod obciążeniem.'`)
  const ids = new Set(written.map(({ id }) => id))
  expect([...acknowledged, ...unsure].filter((id) => !ids.has(id))).toEqual([])
  expect(ids.size).toBe(acknowledged.length + unsure.length)
  expect(written.filter(({ entries }) => entries !== 1)).toEqual([])
  console.log(
    `${kills} kills: ${acknowledged.length} deeds acknowledged, ${unsure.length} answered 503 and sent again`,
  )
})

test('its lock is taken again: a second start is still stopped, and the background goes on', async () => {
  await killPostgres()
  const second = aProgramme('src/main.ts', {
    SPLOT_DATA: folder,
    SPLOT_KEY: key,
    PORT: String(await freePort()),
  })
  expect(await second.exit, second.said()).toBe(0)
  expect(second.said()).toContain(`Splot już działa: ${url}`)
  await healthy()
  const [before] = await inDatabase<{ n: number }>('select count(*)::int as n from journal.seal')
  await write(randomUUID())
  await vi.waitFor(
    async () => {
      const [now] = await inDatabase<{ n: number }>('select count(*)::int as n from journal.seal')
      expect(now!.n).toBeGreaterThan(before!.n)
    },
    { timeout: 100_000, interval: 2_000 },
  )
})

test('killed itself, the app leaves a database that the next start adopts', async () => {
  await healthy()
  const running = postmaster()
  await app.end('SIGKILL')
  const port = await freePort()
  app = aProgramme('src/main.ts', { SPLOT_DATA: folder, SPLOT_KEY: key, PORT: String(port) })
  await app.says(new RegExp(`Splot działa: http://127.0.0.1:${port}`))
  expect(postmaster(), 'adopted').toBe(running)
  expect((await fetch(`http://127.0.0.1:${port}/health`)).status).toBe(200)
})

test('told to end while its database is away it ends in order', async () => {
  await killPostgres()
  expect(await app.end()).toBe(0)
})
