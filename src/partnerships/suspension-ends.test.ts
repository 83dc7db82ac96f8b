import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { asOwner } from '../platform/database/open.ts'
import { aDatabase } from '../proof/database.ts'
import { answerOf, aPartnership, doing, type Partnership, police, type Worker } from '../proof/partnership.ts'
import { partnershipById } from './questions.ts'

// A suspension ends with what it suspends: it holds up neither who comes back nor the next agreement, whose pages tell of none.

let database: Awaited<ReturnType<typeof aDatabase>>
let partnership: Partnership
let head: Worker
beforeAll(async () => {
  database = await aDatabase({ postgres: inject('postgres'), template: inject('template') })
})
afterAll(() => database.drop())
beforeEach(async () => {
  partnership = await aPartnership(database).with(police)
  head = partnership.of(police).head
})

const worksThere = async () =>
  (await answerOf<boolean>(database, head, sql`${partnership.id} in (select partnerships.i_work_in())`)) &&
  Boolean(await doing(database, head, (work) => work.find(partnershipById(partnership.id))))
const asOwnerDo = (text: string, values: unknown[]) =>
  asOwner(database.ownerUrl, (client) => client.query(text, values))

test('a member that was suspended, left, and comes back', async () => {
  const { membershipId } = partnership.of(police)
  await answerOf(
    database,
    partnership.centre.head,
    sql`partnerships.suspend_membership(${randomUUID()}, ${membershipId}, null, 'Przerwa.')`,
  )
  expect(await worksThere()).toBe(false)
  await answerOf(database, head, sql`partnerships.end_membership(${membershipId}, 'Koniec.')`)
  await asOwnerDo(
    `insert into partnerships.membership (id, partnership_id, institution_id, period, declared_on, declared_by, declaration_how)
     values ($1, $2, $3, tstzrange(now(), null), splot.today_pl(), $4, 'paper')`,
    [randomUUID(), partnership.id, partnership.of(police).id, head.workerId],
  )
  expect(await worksThere()).toBe(true)
})

test('an agreement that was suspended, ended, and is followed by another', async () => {
  await answerOf(
    database,
    partnership.centre.head,
    sql`partnerships.suspend_agreement(${randomUUID()}, ${partnership.agreementId}, null, splot.today_pl(), 'Przerwa.')`,
  )
  expect(await worksThere()).toBe(false)
  await asOwnerDo(
    'update partnerships.agreement set in_force = tstzrange(lower(in_force), now()) where id = $1',
    [partnership.agreementId],
  )
  await asOwnerDo(
    `insert into partnerships.agreement (id, partnership_id, text_version, planned, in_force)
     values ($1, $2, '1', daterange(splot.today_pl(), splot.today_pl() + 1000), tstzrange(now(), now() + interval '1000 days'))`,
    [randomUUID(), partnership.id],
  )
  expect(await worksThere()).toBe(true)
})
