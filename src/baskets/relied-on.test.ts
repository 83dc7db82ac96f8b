import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { asOwner } from '../platform/database/open.ts'
import { aCase } from '../proof/case.ts'
import { aDatabase } from '../proof/database.ts'
import { answerOf, aPartnership, police } from '../proof/partnership.ts'

let database: Awaited<ReturnType<typeof aDatabase>>
beforeAll(async () => {
  database = await aDatabase({ postgres: inject('postgres'), template: inject('template') })
})
afterAll(() => database.drop())

test('a case whose basket was frozen is no mistake: its page does not offer to void it, and it is not voided', async () => {
  const family = await aCase(database, await aPartnership(database).with(police))
  const mayVoid = () =>
    answerOf<boolean>(database, family.coordinator, sql`cases.i_can_void(${family.id}::uuid)`)
  expect(await mayVoid()).toBe(true)
  await asOwner(database.ownerUrl, (client) =>
    client.query('insert into baskets.version (id, scope_id, no, frozen_by) values ($1, $2, 1, $3)', [
      randomUUID(),
      family.id,
      family.coordinator.workerId,
    ]),
  )
  expect(await mayVoid()).toBe(false)
  expect(await answerOf(database, family.coordinator, sql`cases.void(${family.id}::uuid, 'pomyłka')`)).toBe(
    'others-rely-on-it',
  )
})
