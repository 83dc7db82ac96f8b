import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { asOwner } from '../platform/database/open.ts'
import { aCase, aConsent, type Case, done, onTheTeam } from '../proof/case.ts'
import { aDatabase } from '../proof/database.ts'
import {
  acting,
  answerOf,
  aPartnership,
  type Partnership,
  police,
  school,
  type Worker,
} from '../proof/partnership.ts'

// Whatever a basis opens stands in the register of disclosures, also when it opens the same a second time.

let database: Awaited<ReturnType<typeof aDatabase>>
let partnership: Partnership
let family: Case
let officer: Worker
beforeAll(async () => {
  database = await aDatabase({ postgres: inject('postgres'), template: inject('template') })
})
afterAll(() => database.drop())
beforeEach(async () => {
  partnership = await aPartnership(database).with(police, school)
  family = await aCase(database, partnership)
  officer = partnership.of(police).workers[0]
  await onTheTeam(database, family, officer)
  const basis = await aConsent(database, family, { about: family.mother, to: partnership.of(police) })
  await acting(database, family.coordinator, (db) =>
    sql`insert into consents.disclosure (id, scope_id, about_id, basis_id, from_institution_id, to_institution_id, classes, period, recorded_by)
      select ${randomUUID()}, scope_id, about_id, id, from_institution_id, to_institution_id, classes, period, recorded_by
      from consents.basis where id = ${basis}`.execute(db),
  )
  expect(await seesAndIsTold()).toEqual({ sees: true, told: 1 })
})

/** Whether the officer knows the mother, and how many disclosures to them stand in the register now. */
const seesAndIsTold = async () => ({
  sees: await acting(database, officer, async (db) => {
    const { rows } = await sql`select from households.person where id = ${family.mother.id}`.execute(db)
    return rows.length > 0
  }),
  told: await asOwner(database.ownerUrl, async (client) => {
    const { rows } = await client.query<{ now: number }>(
      'select count(*)::int as now from consents.disclosure where scope_id = $1 and period @> now()',
      [family.id],
    )
    return rows[0]!.now
  }),
})

test('a case that was closed and is opened again: the register ends, and begins anew with the acceptance', async () => {
  await done(
    answerOf(database, family.coordinator, sql`cases.close(${family.id}, 'need_solved', null, '{}')`),
  )
  expect(await seesAndIsTold()).toEqual({ sees: false, told: 0 })
  await done(answerOf(database, family.coordinator, sql`cases.reopen(${randomUUID()}, ${family.id})`))
  expect(await seesAndIsTold()).toEqual({ sees: false, told: 0 })
  await onTheTeam(database, family, officer)
  expect(await seesAndIsTold()).toEqual({ sees: true, told: 1 })
  await onTheTeam(database, family, partnership.of(police).workers[1])
  expect(await seesAndIsTold(), 'once, however many accept').toEqual({ sees: true, told: 1 })
})

test('a case that comes back to who gave it away', async () => {
  const passes = async (from: Worker, to: Worker) => {
    const offer = randomUUID()
    await done(
      answerOf(
        database,
        from,
        sql`cases.offer_handover(${offer}, ${family.id}, ${to.institutionId}, 'Przeprowadzka.')`,
      ),
    )
    await done(answerOf(database, to, sql`cases.answer_handover(${offer}, 'accepted')`))
  }
  const [centre, other] = [partnership.centre.head, partnership.of(school).head]
  await passes(centre, other)
  expect(await seesAndIsTold()).toEqual({ sees: false, told: 0 })
  await passes(other, centre)
  expect(await seesAndIsTold()).toEqual({ sees: true, told: 1 })
})

test('what was withdrawn meanwhile is told no more', async () => {
  await done(
    answerOf(database, family.coordinator, sql`cases.close(${family.id}, 'need_solved', null, '{}')`),
  )
  await done(answerOf(database, family.coordinator, sql`cases.reopen(${randomUUID()}, ${family.id})`))
  const [basis] = await acting(database, family.coordinator, async (db) => {
    const { rows } = await sql<{
      id: string
    }>`select id from consents.basis where scope_id = ${family.id}`.execute(db)
    return rows
  })
  await done(answerOf(database, family.coordinator, sql`consents.withdraw(${basis!.id}, 'in_person')`))
  await onTheTeam(database, family, officer)
  expect(await seesAndIsTold()).toEqual({ sees: false, told: 0 })
})
