import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { accountId, idOf } from '../../practice/act.ts'
import { placeOfCluster } from '../platform/database/cluster.ts'
import { startEmbedded } from '../platform/database/embedded.ts'
import { onConnection } from '../platform/database/open.ts'
import { aProgramme, freePort, type Running } from './programme.ts'

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

const folder = mkdtempSync(join(tmpdir(), 'splot-practice-'))
let app: Running
let url: string

beforeAll(async () => {
  const port = await freePort()
  url = `http://127.0.0.1:${port}`
  app = aProgramme('src/main.ts', { SPLOT_DATA: folder, SPLOT_KEY: '5a'.repeat(32), PORT: String(port) })
  await app.says(/Splot działa/)
})
afterAll(async () => {
  await app?.end()
  const server = await startEmbedded(folder)
  await server.stop()
  rmSync(placeOfCluster(folder).home, { recursive: true, force: true })
  rmSync(folder, { recursive: true, force: true })
})

const inDatabase = <T>(sql: string) =>
  startEmbedded(folder).then(async (server) => {
    server.leave()
    return onConnection(server.url('splot'), async (client) => (await client.query(sql)).rows as T[])
  })

const send = (path: string, body: unknown, cookie?: string) =>
  fetch(`${url}/api${path}`, {
    method: 'POST',
    headers: { origin: url, 'content-type': 'application/json', ...(cookie && { cookie }) },
    body: JSON.stringify(body),
  })

async function entered(): Promise<string> {
  const chosen = await send('/auth/practice/choose', { accountId: accountId('joanna') })
  return chosen.headers.getSetCookie()[0]!.split(';')[0]!
}

test('its families have lived for eight months and more: nothing happened at night, on a weekend or in the future, and something is late', async () => {
  const [told] = await inDatabase(`
    select count(distinct date_trunc('month', at)) >= 8 as months, max(at) <= now() as past,
      count(*) filter (where not splot.is_working_day((at at time zone 'Europe/Warsaw')::date)) as "onDaysOff",
      count(*) filter (where extract(hour from at at time zone 'Europe/Warsaw') not between 7 and 17) as "atNight"
    from journal.entry where at < now() - interval '1 day'`)
  expect(told).toEqual({ months: true, past: true, onDaysOff: 0, atNight: 0 })
  const [asked] = await inDatabase(`
    select count(*) filter (where outcome is null and answer_by < current_date) > 0 as late,
      count(distinct ended_at::date - asked_at::date) > 3 as "answeredInDifferentTimes",
      count(*) filter (where not splot.is_working_day(answer_by)) as "dueOnDaysOff"
    from asks.ask where kind in ('concern', 'referral', 'invitation', 'coordinator')`)
  const [open] = await inDatabase(`
    select count(*) filter (where b.period @> now()) >= 10 as "inForce", count(*) filter (where not b.period @> now()) as "ranOut"
    from consents.basis b join cases."case" c on c.id = b.scope_id where b.withdrawn_at is null and c.closed_at is null`)
  expect(open).toEqual({ inForce: true, ranOut: 0 })
  const [sheets] = await inDatabase(`
    select count(*) > 0 as signed, count(*) filter (where s.signed_on <> (s.answered_at at time zone 'Europe/Warsaw')::date) as elsewhen
    from consents.sheet s where s.signed_on is not null`)
  expect(sheets).toEqual({ signed: true, elsewhen: 0 })
  expect(asked).toEqual({ late: true, answeredInDifferentTimes: true, dueOnDaysOff: 0 })
})

test('it begins anew at a button: what was written is gone, who practised chooses again, and the app never went away', async () => {
  const cookie = await entered()
  const probni = idOf('probni/case')
  const written = await send(
    `/cases/${probni}/contacts`,
    { id: idOf('a'), kind: 'phone', happenedAt: new Date().toISOString(), what: 'Na próbę.', class: 'file' },
    cookie,
  )
  expect(written.status).toBe(200)
  const before = await (await fetch(`${url}/health`)).json()

  const begun = await Promise.all([
    send('/practice/begin-anew', {}),
    send('/practice/begin-anew', {}, cookie),
  ])
  expect(begun.map(({ status }) => status)).toEqual([204, 204])

  expect((await fetch(`${url}/api/cases/${probni}/contacts`, { headers: { cookie } })).status).toBe(401)
  const again = await entered()
  const read = async (path: string) =>
    (await fetch(`${url}/api${path}`, { headers: { cookie: again } })).text()
  expect(await read(`/cases/${probni}/contacts`)).not.toContain('Na próbę.')
  expect(await read(`/cases/${probni}/contacts`)).toContain('dorywczą pracę w tartaku')
  expect(await (await fetch(`${url}/health`)).json()).toEqual(before)
  expect(app.child.exitCode, app.said()).toBeNull()
})
