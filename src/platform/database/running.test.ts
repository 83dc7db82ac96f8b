import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { readSettings } from '../settings.ts'
import { placeOfCluster } from './cluster.ts'
import { startEmbedded } from './embedded.ts'
import { type Found, findDatabase, onConnection } from './open.ts'
import { isGuarded, leaveDatabase, standGuard } from './running.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const folder = mkdtempSync(join(tmpdir(), 'splot-running-'))
let found: Found
beforeAll(async () => {
  found = await findDatabase(readSettings({ SPLOT_DATA: folder }))
})
afterAll(async () => {
  await found.server?.stop()
  rmSync(placeOfCluster(folder).home, { recursive: true, force: true })
  rmSync(folder, { recursive: true, force: true })
})

/** Ends the connection of the first; waits so many milliseconds until it is gone. */
const cut = (wait: number) =>
  `select pg_terminate_backend(pid, ${wait}) from pg_stat_activity where application_name = 'splot http://first'`

test('the log of the server names a rule that was broken, and nothing of the row', async () => {
  await onConnection(found.ownerUrl, async (client) => {
    await client.query(
      'create temporary table person (name text unique, constraint short check (length(name) < 9))',
    )
    for (const name of ['Karolina Zmyślona', 'Oliwia', 'Oliwia'])
      await client.query('insert into person values ($1)', [name]).catch(() => undefined)
  })
  const log = readFileSync(join(found.server!.dataFolder, 'server.log'), 'utf8')
  expect(log).toContain('violates check constraint "short"')
  expect(log).not.toMatch(/Karolina|Oliwia/)
})

test.skipIf(process.getuid?.() !== 0)(
  'a folder that was copied by another user says whose it must be, not what its log last said',
  async () => {
    const copy = mkdtempSync(join(tmpdir(), 'splot-copied-'))
    const { home, data } = placeOfCluster(copy)
    mkdirSync(data, { recursive: true })
    writeFileSync(join(home, 'superuser'), 'x')
    writeFileSync(join(data, 'splot-ready'), '')
    writeFileSync(join(data, 'server.log'), 'ERROR:  something of last week')
    await expect(startEmbedded(copy)).rejects.toThrow(/chown -R \d+:\d+ /)
    rmSync(home, { recursive: true, force: true })
    rmSync(copy, { recursive: true, force: true })
  },
)

test('a folder is held by one; a guard that lost its connection takes it again, and one that comes too late says so', async () => {
  const lost = vi.fn()
  const first = await standGuard(found, 'http://first', lost)
  expect(await standGuard(found, 'http://second', () => undefined)).toEqual({ by: 'http://first' })

  await onConnection(found.ownerUrl, (client) => client.query(cut(10_000)))
  await vi.waitFor(async () => expect(await isGuarded(found.server!)).toBe(true), { timeout: 10_000 })
  expect(await standGuard(found, 'http://second', () => undefined)).toEqual({ by: 'http://first' })
  expect(lost).not.toHaveBeenCalled()

  const other = new pg.Client({ connectionString: found.ownerUrl, application_name: 'splot http://other' })
  await other.connect()
  await other.query(cut(0))
  await vi.waitFor(async () => {
    const { rows } = await other.query(`select pg_try_advisory_lock(hashtext('splot.running')) as mine`)
    expect(rows[0].mine).toBe(true)
  })
  await vi.waitFor(() => expect(lost).toHaveBeenCalled(), { timeout: 10_000 })
  if ('end' in first) await first.end()

  // The other one serves on: whoever lost the folder leaves it its server.
  await leaveDatabase(found)
  expect((await other.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  await other.end()
})
