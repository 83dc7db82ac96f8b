import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { addDays, today } from '../platform/texts/dates.ts'
import { aCase, aConsent, onTheTeam } from '../proof/case.ts'
import { aDatabase } from '../proof/database.ts'
import { acting, answerOf, aPartnership, doing, police, school, type Worker } from '../proof/partnership.ts'
import { handoverOf, leavePartnership } from './leave-partnership.ts'
import { printMembership } from './print-documents.ts'
import { agreementById, membersOf, myPartnerships, openWorkBefore } from './questions.ts'
import { resumeAgreement, suspendAgreement } from './suspend-agreement.ts'
import { resumeMembership, suspendMembership } from './suspend-membership.ts'

let database: Awaited<ReturnType<typeof aDatabase>>
beforeAll(async () => {
  database = await aDatabase({ postgres: inject('postgres'), template: inject('template') })
})
afterAll(() => database.drop())

const casesSeenBy = (worker: Worker) =>
  acting(database, worker, async (db) => {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from cases."case"`.execute(db)
    return rows[0]!.n
  })
const leave = (whom: Worker, membership: string) =>
  doing(database, whom, (work) => leavePartnership(work, membership, { reason: 'koniec finansowania' }))

test('before leaving the head sees what would be handed over, in codes and names of workers only', async () => {
  const partnership = await aPartnership(database).with(police, school)
  const family = await aCase(database, partnership)
  const officers = partnership.of(police)
  await onTheTeam(database, family, officers.workers[0])
  const open = await doing(database, officers.head, (work) => work.all(openWorkBefore(officers.membershipId)))
  expect(open).toEqual([
    {
      kind: 'part',
      caseCode: expect.stringMatching(/^[A-Z2-9]{3}-[A-Z2-9]{3}$/),
      worker: 'Anna Zmyślony',
      handedTo: 'Anna Zmyślony',
      due: null,
    },
  ])
  for (const other of [officers.workers[0], partnership.centre.head, partnership.of(school).head])
    expect(
      await doing(database, other, (work) => work.all(openWorkBefore(officers.membershipId))),
      'nobody else is told',
    ).toEqual([])
})

test('a head who is kept out of a family reads nothing of it, neither before leaving nor in the hand-over', async () => {
  const partnership = await aPartnership(database).with(police)
  const officers = partnership.of(police)
  const families = [await aCase(database, partnership), await aCase(database, partnership)] as const
  for (const family of families) {
    await onTheTeam(database, family, officers.workers[0])
    const basis = await aConsent(database, family, { about: family.mother, to: officers })
    await acting(database, family.coordinator, (db) =>
      sql`insert into consents.disclosure (id, scope_id, about_id, basis_id, from_institution_id, to_institution_id, classes, period, recorded_by)
        select ${randomUUID()}, scope_id, about_id, id, from_institution_id, to_institution_id, classes, period, recorded_by
        from consents.basis where id = ${basis}`.execute(db),
    )
  }
  const exclude = (whom: Worker, { id, coordinator } = families[0]) =>
    answerOf(database, coordinator, sql`cases.exclude(${randomUUID()}, ${id}, ${whom.workerId}, 'kin')`)
  expect(await exclude(officers.head)).toBeNull()
  const before = await doing(database, officers.head, (work) =>
    work.all(openWorkBefore(officers.membershipId)),
  )
  expect(before).toHaveLength(1)
  await leave(officers.head, officers.membershipId)
  const handover = (whom: Worker) => doing(database, whom, (work) => handoverOf(work, officers.membershipId))
  const lines = async (whom: Worker) => (await handover(whom)).lines
  expect(await lines(officers.head)).toEqual(before)
  expect(await handover(officers.head), 'numbers neither').toMatchObject({
    disclosuresGiven: 'under_5',
    disclosuresReceived: 'under_5',
  })
  expect(await lines(partnership.centre.head), 'both sign one paper, and read one record').toEqual(before)
  const paper = async (whom: Worker) => {
    const { bytes } = await doing(database, whom, (work) =>
      printMembership(work, officers.membershipId, 'exit-handover'),
    )
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes as Buffer)))
    return text.join(' ').replace(/\s+/g, ' ')
  }
  for (const head of [officers.head, partnership.centre.head])
    expect((await paper(head)).match(/[A-Z2-9]{3}-[A-Z2-9]{3}/g)).toEqual(
      before.map(({ caseCode }) => caseCode),
    )
  expect(await paper(partnership.centre.head)).toContain('Ile razy je otrzymała: mniej niż 5')
  expect(await exclude(partnership.centre.head, families[1])).toBeNull()
  expect(await lines(officers.head), 'also when excluded later').toEqual([])
})

test('an institution leaves: its work goes to the coordinators, both sides keep the record, its people see nothing more', async () => {
  const partnership = await aPartnership(database).with(police, school)
  const family = await aCase(database, partnership)
  const officers = partnership.of(police)
  await onTheTeam(database, family, officers.workers[0])
  expect(await casesSeenBy(officers.workers[0])).toBe(1)

  await expect(leave(officers.workers[0], officers.membershipId)).rejects.toThrow('partnerships:only-a-head')
  await expect(leave(partnership.of(school).head, officers.membershipId)).rejects.toThrow(
    'partnerships:only-a-head',
  )
  await expect(leave(partnership.centre.head, partnership.centre.membershipId)).rejects.toThrow(
    'partnerships:leader-stays',
  )
  await leave(officers.head, officers.membershipId)

  expect(await casesSeenBy(officers.workers[0])).toBe(0)
  expect(await doing(database, officers.head, (work) => work.all(myPartnerships))).toEqual([])
  const tasks = await acting(database, family.coordinator, async (db) => {
    const { rows } = await sql<{
      what: string
    }>`select what from worklist.task where source_kind = 'membership'`.execute(db)
    return rows.map(({ what }) => what)
  })
  expect(tasks).toEqual(['Ustalić, kto przejmie to, co robiła instytucja: Komenda Zmyślona'])

  for (const side of [officers.head, partnership.centre.head]) {
    const record = await doing(database, side, (work) => handoverOf(work, officers.membershipId))
    expect(record).toMatchObject({ institutionName: 'Komenda Zmyślona', reason: 'koniec finansowania' })
    expect(record.lines).toHaveLength(1)
    const { bytes } = await doing(database, side, (work) =>
      printMembership(work, officers.membershipId, 'exit-handover'),
    )
    expect((bytes as Buffer).subarray(0, 5).toString()).toBe('%PDF-')
  }
  for (const other of [officers.workers[1], partnership.of(school).head])
    await expect(doing(database, other, (work) => handoverOf(work, officers.membershipId))).rejects.toThrow(
      'http:not-found',
    )
  const left = await doing(database, partnership.of(school).head, (work) =>
    work.all(membersOf(partnership.id)),
  )
  expect(left.find(({ id }) => id === officers.membershipId)).toMatchObject({ state: 'left' })
})

test('an institution that leads open cases first hands them over', async () => {
  const partnership = await aPartnership(database).with(police, school)
  const teachers = partnership.of(school)
  await aCase(database, partnership, { leading: teachers })
  await expect(leave(teachers.head, teachers.membershipId)).rejects.toThrow('partnerships:still-leads-cases')
})

test('of a family that its head is kept out of, leaving tells nothing: the leading institution takes it over', async () => {
  const partnership = await aPartnership(database).with(police, school)
  const teachers = partnership.of(school)
  const family = await aCase(database, partnership, { leading: teachers })
  const officer = partnership.of(police).workers[0]
  await onTheTeam(database, family, officer)
  await answerOf(
    database,
    family.coordinator,
    sql`cases.exclude(${randomUUID()}, ${family.id}, ${teachers.head.workerId}, 'kin')`,
  )
  await leave(teachers.head, teachers.membershipId)
  const record = (whom: Worker) => doing(database, whom, (work) => handoverOf(work, teachers.membershipId))
  expect(await record(teachers.head)).toMatchObject({
    lines: [],
    disclosuresGiven: 'under_5',
    disclosuresReceived: 'under_5',
  })
  expect(await casesSeenBy(teachers.head)).toBe(0)
  expect(await casesSeenBy(family.coordinator)).toBe(0)
  expect(await casesSeenBy(officer), 'the team goes on').toBe(1)
  expect(await casesSeenBy(partnership.centre.head)).toBe(1)
  expect(
    await answerOf(
      database,
      partnership.centre.head,
      sql`cases.appoint_coordinator(${randomUUID()}, ${family.id}, ${partnership.centre.workers[2].workerId})`,
    ),
  ).toBeNull()
})

test('who leads the partnership does not end the membership of one that leads cases, and is told no number of them', async () => {
  const partnership = await aPartnership(database).with(school)
  const teachers = partnership.of(school)
  await aCase(database, partnership, { leading: teachers })
  await expect(leave(partnership.centre.head, teachers.membershipId)).rejects.toMatchObject({
    message: 'partnerships:cases-led-there',
    values: {},
  })
})

test('a suspended institution sees no cases until its suspension is ended by whoever decided on it', async () => {
  const partnership = await aPartnership(database).with(police)
  const family = await aCase(database, partnership)
  const officers = partnership.of(police)
  await onTheTeam(database, family, officers.workers[0])
  const resume = (whom: Worker) =>
    doing(database, whom, (work) => resumeMembership(work, officers.membershipId))
  await doing(database, partnership.centre.head, (work) =>
    suspendMembership(work, officers.membershipId, { id: randomUUID(), reason: 'uchwała z 24 listopada' }),
  )
  expect(await casesSeenBy(officers.workers[0])).toBe(0)
  await expect(resume(officers.head), 'not by the suspended').rejects.toThrow('partnerships:cannot-resume')
  await resume(partnership.centre.head)
  expect(await casesSeenBy(officers.workers[0])).toBe(1)
})

test('while the agreement is suspended it opens nothing; the leading head suspends and resumes it', async () => {
  const partnership = await aPartnership(database).with(police)
  const family = await aCase(database, partnership)
  const officers = partnership.of(police)
  await onTheTeam(database, family, officers.workers[0])
  const { head } = partnership.centre
  const suspend = (whom: Worker, until?: string) =>
    doing(database, whom, (work) =>
      suspendAgreement(work, partnership.agreementId, {
        id: randomUUID(),
        until,
        decidedOn: today(),
        reason: 'uchwała nr 7',
      }),
    )
  const resume = (whom: Worker) =>
    doing(database, whom, (work) => resumeAgreement(work, partnership.agreementId))
  const agreement = () =>
    doing(database, officers.head, (work) => work.find(agreementById(partnership.agreementId)))

  await expect(suspend(officers.head)).rejects.toThrow('partnerships:only-the-leader')
  await expect(suspend(head, addDays(today(), -1))).rejects.toThrow('partnerships:day-in-the-past')
  await expect(resume(head)).rejects.toThrow('partnerships:not-suspended')
  await suspend(head, addDays(today(), 10))
  expect(await casesSeenBy(officers.workers[0])).toBe(0)
  expect(await casesSeenBy(family.coordinator), 'what each leads stays').toBe(1)
  expect(await agreement()).toMatchObject({
    suspension: { until: addDays(today(), 10), decidedOn: today(), reason: 'uchwała nr 7' },
  })
  await expect(suspend(head)).rejects.toThrow('partnerships:not-in-force')
  await expect(resume(officers.head)).rejects.toThrow('partnerships:only-the-leader')
  await resume(head)
  expect(await casesSeenBy(officers.workers[0])).toBe(1)
  expect(await agreement()).toMatchObject({ suspension: null })
})
