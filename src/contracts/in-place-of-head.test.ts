import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { exclude } from '../cases/team.ts'
import { whoWaitsForMe } from '../day/questions.ts'
import { asOwner } from '../platform/database/open.ts'
import { cast, family, gather, it, partnership } from '../proof/cast.ts'
import { aDatabase } from '../proof/database.ts'
import { acting, answerOf, doing, type Worker } from '../proof/partnership.ts'
import { contractsOf } from './questions.ts'

// A contract waits for approval in a family that everybody who heads the centre is kept from (decision 024).

let database: Awaited<ReturnType<typeof aDatabase>>
beforeAll(async () => {
  database = await aDatabase({ postgres: inject('postgres'), template: inject('template') })
  await gather(database)
  for (const whom of [cast.head, cast.standIn])
    await doing(database, cast.coordinator, (work) =>
      exclude(work, family.id, { id: randomUUID(), workerId: whom.workerId, kind: 'kin' }),
    )
})
afterAll(() => database.drop())

const approvalWaits = async (worker: Worker) =>
  (await doing(database, worker, (work) => work.all(whoWaitsForMe))).some(
    ({ kind, id }) => kind === 'approval' && id === it.contract,
  )
const read = (worker: Worker) =>
  acting(database, worker, async (db) => (await contractsOf(family.id, it.contract).execute(db)).rows[0], {
    within: family.id,
  })
const goesOnDuty = (worker: Worker) =>
  asOwner(database.ownerUrl, (client) =>
    client.query(
      `insert into institutions.delegation (id, institution_id, worker_id, part, period, given_by) values (gen_random_uuid(), $1, $2, 'duty', tstzrange(now(), null), $2)`,
      [partnership.centre.id, worker.workerId],
    ),
  )
const approves = async (worker: Worker) =>
  answerOf(
    database,
    worker,
    sql`contracts.approve(${it.contract}, (select version from contracts.social_contract where id = ${it.contract}))`,
  )

describe('a contract of a family that every head is kept from', () => {
  test('is neither read nor approved by them', async () => {
    for (const kept of [cast.head, cast.standIn]) {
      expect(await approvalWaits(kept)).toBe(false)
      expect(await read(kept)).toBeUndefined()
      expect(await approves(kept)).toBe('not-found')
    }
  })

  test('does not wait for who drew it up, though they take in too', async () => {
    await goesOnDuty(cast.coordinator)
    expect(await approvalWaits(cast.coordinator)).toBe(false)
    expect(await read(cast.coordinator)).toMatchObject({ state: 'signed', iMayApprove: false })
    expect(await approves(cast.coordinator)).toBe('not-by-who-drew-it-up')
  })

  test('waits for whoever takes in, who reads and approves it', async () => {
    expect(await approvalWaits(cast.duty)).toBe(true)
    expect(await read(cast.duty)).toMatchObject({ state: 'signed', iMayApprove: true })
    expect(await approves(cast.duty)).toBe(null)
    expect(await read(cast.duty), 'until that day is over').toMatchObject({ state: 'approved' })
    expect(await approvalWaits(cast.duty)).toBe(false)
  })
})
