import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest'
import { aDatabase, testKeys } from '../../proof/database.ts'
import { placeOfCluster } from '../database/cluster.ts'
import { type Found, findDatabase, onConnection, openDatabase } from '../database/open.ts'
import { readSettings } from '../settings.ts'
import { beginEraAfterMove } from './eras.ts'
import { sealJournal, verifyJournal } from './sealing.ts'

vi.setConfig({ testTimeout: 90_000, hookTimeout: 300_000 })

const folder = mkdtempSync(join(tmpdir(), 'splot-eras-'))
let old: Awaited<ReturnType<typeof aDatabase>>
let found: Found
let moved: Awaited<ReturnType<typeof openDatabase>>

const write = (url: string) =>
  onConnection(url, (client) =>
    client.query(`insert into journal.entry (verb, subject_id, class) values ('thing.done', $1, 'own')`, [
      randomUUID(),
    ]),
  )
const verify = (url: string) => onConnection(url, (client) => verifyJournal(client, testKeys))
const eras = (url: string) =>
  onConnection(url, async (client) => {
    const { rows } = await client.query(
      'select era, count(*)::int as entries from journal.entry group by 1 order by 1',
    )
    return rows
  })

beforeAll(async () => {
  old = await aDatabase({ postgres: inject('postgres'), template: inject('template') })
  found = await findDatabase(readSettings({ SPLOT_DATA: folder }))
  moved = await openDatabase(found, testKeys)
})
afterAll(async () => {
  await moved.close()
  await found.server?.stop()
  await old.drop()
  rmSync(placeOfCluster(folder).home, { recursive: true, force: true })
  rmSync(folder, { recursive: true, force: true })
})

/** Brings the rows over as a dump does: what the columns say, under the new server's own numbers of transactions. */
async function bringOver(from: string, to: string, tables: string[]) {
  const reading = new pg.Client(from)
  const writing = new pg.Client(to)
  await Promise.all([reading.connect(), writing.connect()])
  await writing.query(`set session_replication_role = replica`)
  for (const table of tables) {
    const { rows } = await reading.query<{ row: string }>(`select to_jsonb(t)::text as row from ${table} t`)
    await writing.query(`delete from ${table}`)
    for (const { row } of rows)
      await writing.query(`insert into ${table} select * from jsonb_populate_record(null::${table}, $1)`, [
        row,
      ])
  }
  await Promise.all([reading.end(), writing.end()])
}

test('on one server nothing begins, however often it is started', async () => {
  expect(await beginEraAfterMove(old.ownerUrl, testKeys)).toBe(false)
  await write(old.ownerUrl)
  // Transactions of other tests on this server may still be running, and a seal waits for them.
  await vi.waitFor(async () => expect(await sealJournal(old.jobs, testKeys)).toBe(1), { timeout: 60_000 })
  expect(await beginEraAfterMove(old.ownerUrl, testKeys)).toBe(false)
  expect(await eras(old.ownerUrl)).toEqual([{ era: 1, entries: 1 }])
})

test('brought to another server, the old end is sealed, a new era begins, and both are guarded as before', async () => {
  await write(old.ownerUrl)
  // The last entries before a move are not sealed yet.
  await bringOver(old.ownerUrl, found.ownerUrl, [
    'splot.setting',
    'journal.era',
    'journal.scope_key',
    'journal.entry',
    'journal.seal',
  ])
  expect(await beginEraAfterMove(found.ownerUrl, testKeys)).toBe(true)
  expect(await beginEraAfterMove(found.ownerUrl, testKeys)).toBe(false)

  await write(found.ownerUrl)
  expect(await sealJournal(moved.jobs, testKeys)).toBe(1)
  expect(await eras(found.ownerUrl)).toEqual([
    { era: 1, entries: 2 },
    { era: 2, entries: 1 },
  ])
  expect(await verify(found.ownerUrl)).toMatchObject({ seals: 3, entries: 3, broken: [] })

  await onConnection(found.ownerUrl, async (client) => {
    await client.query('set session_replication_role = replica')
    await client.query(
      `update journal.entry set verb = 'thing.undone' where era = 1 and id = (select max(id::text)::uuid from journal.entry where era = 1)`,
    )
  })
  expect((await verify(found.ownerUrl)).broken).toEqual([{ no: 2, why: 'zmieniono wpis albo samą pieczęć' }])
})

test('a database of 0.1.0, which kept nothing of its server, is known by its numbers', async () => {
  await onConnection(found.ownerUrl, (client) =>
    client.query(`delete from splot.setting where name = 'cluster'`),
  )
  expect(await beginEraAfterMove(found.ownerUrl, testKeys)).toBe(false)
  await onConnection(found.ownerUrl, async (client) => {
    await client.query(`delete from splot.setting where name = 'cluster'`)
    await client.query('set session_replication_role = replica')
    await client.query(`update journal.seal set upto_xid = '999999999' where no = 3`)
  })
  expect(await beginEraAfterMove(found.ownerUrl, testKeys)).toBe(true)
})
