import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { recordBasis } from '../consents/record-basis.ts'
import { leavePartnership } from '../partnerships/leave-partnership.ts'
import { asOwner } from '../platform/database/open.ts'
import { addDays, today } from '../platform/texts/dates.ts'
import { aCase, aConsent, type Case, done, onTheTeam } from '../proof/case.ts'
import { aDatabase } from '../proof/database.ts'
import {
  acting,
  answerOf,
  aPartnership,
  clinic,
  doing,
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
  partnership = await aPartnership(database).with(police, school, clinic)
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

/** The lead passes from one head's institution to the other's. */
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

test('a case that comes back to who gave it away', async () => {
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

describe('what an institution on the team entered and opened with everybody’s consent', () => {
  let teacher: Worker
  beforeEach(async () => {
    teacher = partnership.of(school).workers[0]
    await onTheTeam(database, family, teacher)
    await acting(database, teacher, (db) =>
      sql`insert into contacts.contact (id, scope_id, institution_id, author_id, kind, happened_at, what, class, opened_at)
        values (${randomUUID()}, ${family.id}, ${teacher.institutionId}, ${teacher.workerId}, 'phone', now(), 'Notatka szkoły', 'file', now())`.execute(
        db,
      ),
    )
    for (const [about, signed] of [
      [family.mother, { signedBy: [family.mother.id] }],
      [family.child, { signedBy: [], courtOrder: 'III Nsm 1/26' }],
    ] as const) {
      await aConsent(database, family, { about, to: partnership.of(school) })
      await doing(database, teacher, (work) =>
        recordBasis(work, family.id, {
          id: randomUUID(),
          personId: about.id,
          to: officer.institutionId,
          rule: 'consent',
          classes: ['file'],
          purpose: 'wspólna praca',
          since: today(),
          until: addDays(today(), 100),
          form: 'paper_signed',
          ...signed,
          signedBy: [...signed.signedBy],
        }),
      )
    }
    expect(await readsAndIsTold()).toEqual({ reads: true, told: 2 })
  })

  const readsAndIsTold = async () => ({
    reads: await acting(database, officer, async (db) => {
      const { rows } = await sql`select from contacts.contact where scope_id = ${family.id}`.execute(db)
      return rows.length > 0
    }),
    told: await asOwner(database.ownerUrl, async (client) => {
      const { rows } = await client.query<{ now: number }>(
        `select count(*)::int as now from consents.disclosure
         where scope_id = $1 and from_institution_id = $2 and period @> now()`,
        [family.id, teacher.institutionId],
      )
      return rows[0]!.now
    }),
  })

  test('is read in a case that was opened again once both are back', async () => {
    await done(
      answerOf(database, family.coordinator, sql`cases.close(${family.id}, 'need_solved', null, '{}')`),
    )
    await done(answerOf(database, family.coordinator, sql`cases.reopen(${randomUUID()}, ${family.id})`))
    await onTheTeam(database, family, officer)
    expect(await readsAndIsTold()).toEqual({ reads: false, told: 0 })
    await onTheTeam(database, family, teacher)
    expect(await readsAndIsTold()).toEqual({ reads: true, told: 2 })
  })

  test('is read no more when that institution leaves the partnership', async () => {
    const { head, membershipId } = partnership.of(school)
    await doing(database, head, (work) => leavePartnership(work, membershipId, { reason: 'Odchodzimy.' }))
    expect(await readsAndIsTold()).toEqual({ reads: false, told: 0 })
  })

  test('is read no more when it led the case and gives it away', async () => {
    await passes(partnership.centre.head, partnership.of(school).head)
    expect(await readsAndIsTold()).toEqual({ reads: true, told: 2 })
    await passes(partnership.of(school).head, partnership.of(clinic).head)
    expect(await readsAndIsTold()).toEqual({ reads: false, told: 0 })
  })
})
