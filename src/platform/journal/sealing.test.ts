import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test, vi } from 'vitest'
import { aDatabase, testKeys } from '../../proof/database.ts'
import { onConnection } from '../database/open.ts'
import { sealJournal, verifyJournal } from './sealing.ts'

// Whoever writes in the database itself may move the edges of seals: nothing may lie between or behind them.

vi.setConfig({ testTimeout: 90_000, hookTimeout: 300_000 })

let database: Awaited<ReturnType<typeof aDatabase>>
beforeAll(async () => {
  database = await aDatabase({ postgres: inject('postgres'), template: inject('template') })
})
afterAll(() => database.drop())

const forged = (sql: string) =>
  onConnection(database.ownerUrl, async (client) => {
    await client.query('set session_replication_role = replica')
    await client.query(sql)
  })
const write = () =>
  onConnection(database.ownerUrl, (client) =>
    client.query(`insert into journal.entry (verb, subject_id, class) values ('thing.done', $1, 'own')`, [
      randomUUID(),
    ]),
  )
const why = async () =>
  (await onConnection(database.ownerUrl, (client) => verifyJournal(client, testKeys))).broken

// Transactions of other tests on this server may still be running, and a seal waits for them.
const seal = async () => {
  await write()
  await vi.waitFor(async () => expect(await sealJournal(database.jobs, testKeys)).toBeGreaterThan(0), {
    timeout: 60_000,
  })
}

beforeEach(async () => {
  await seal()
  await seal()
  await write()
  expect(await why()).toEqual([])
})
afterEach(() => forged('delete from journal.entry; delete from journal.seal'))

test('an entry that was put between two seals is found', async () => {
  await forged(`insert into journal.entry (verb, subject_id, class, xid)
    select 'thing.forged', uuidv7(), 'own', upto_xid from journal.seal where no = 1`)
  await forged(`update journal.seal set from_xid = ((from_xid::text)::bigint + 1)::text::xid8 where no = 2`)
  expect(await why()).toContainEqual({ no: 2, why: 'nie zaczyna się tam, gdzie kończy się poprzednia' })
})

test('an entry of an era that is over, or that never was, is found', async () => {
  for (const era of [0, 99]) {
    await forged(
      `insert into journal.entry (verb, subject_id, class, era) values ('thing.forged', uuidv7(), 'own', ${era})`,
    )
    expect(await why()).toEqual([{ no: 2, why: 'wpisów w zamkniętej części dziennika bez pieczęci: 1' }])
    await forged(`delete from journal.entry where verb = 'thing.forged'`)
  }
})
