import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { appointCoordinator } from '../cases/appoint-coordinator.ts'
import { whomToInvite } from '../cases/questions.ts'
import { invite } from '../cases/team.ts'
import { whoWaitsForMe } from '../day/questions.ts'
import { delegate, nameHead } from '../institutions/keep-workers.ts'
import { appoint } from '../partnerships/appoint.ts'
import { asOwner } from '../platform/database/open.ts'
import { today } from '../platform/texts/dates.ts'
import { aCase, type Case, done, invited, onTheTeam } from '../proof/case.ts'
import { aDatabase } from '../proof/database.ts'
import {
  acting,
  answerOf,
  aPartnership,
  doing,
  onePerson,
  type Partnership,
  police,
  school,
  type Worker,
} from '../proof/partnership.ts'

// Whoever watches over what an institution's people do is none of those who do it, at none of their jobs.

let database: Awaited<ReturnType<typeof aDatabase>>
let partnership: Partnership
let family: Case
beforeAll(async () => {
  database = await aDatabase({ postgres: inject('postgres'), template: inject('template') })
})
afterAll(() => database.drop())
beforeEach(async () => {
  partnership = await aPartnership(database).with(police, school)
  family = await aCase(database, partnership)
})

const refusal = (deed: Promise<unknown>) => deed.then(() => null).catch((error) => error.name as string)
const nameOfficer = (worker: Worker, part = 'auditor', by = headOf(worker)) =>
  refusal(
    doing(database, by, (work) => delegate(work, { id: randomUUID(), workerId: worker.workerId, part })),
  )
const headOf = ({ institutionId }: Worker) =>
  [partnership.centre, partnership.of(police), partnership.of(school)].find(({ id }) => id === institutionId)!
    .head
const oversees = (worker: Worker) =>
  answerOf<string | null>(database, worker, sql`oversight.i_oversee()`).then(
    (institution) => institution !== null,
  )

describe('is not named an officer', () => {
  test('who heads the institution, least of all by themselves', async () => {
    const { head } = partnership.of(police)
    for (const part of ['auditor', 'data_protection_officer'])
      expect(await nameOfficer(head, part)).toBe('institutions:works-with-families')
    expect(await oversees(head)).toBe(false)
  })

  test.each<[string, (who: Worker) => Promise<unknown>]>([
    ['stands in for the head', (who) => nameOfficer(who, 'stand_in')],
    ['is on duty', (who) => nameOfficer(who, 'duty')],
    [
      'represents the institution',
      (who) =>
        doing(database, headOf(who), (work) =>
          appoint(work, partnership.of(police).membershipId, {
            id: randomUUID(),
            workerId: who.workerId,
            part: 'representative',
          }),
        ),
    ],
    ['is on a team', (who) => onTheTeam(database, family, who)],
    ['is asked into a team', (who) => invited(database, family, who)],
  ])('who %s, there or at another job', async (_, given) => {
    const [there, elsewhere] = [partnership.of(police).workers[0], partnership.of(school).workers[0]]
    await given(there)
    expect(await nameOfficer(there)).toBe('institutions:works-with-families')
    await onePerson(database, there, elsewhere)
    expect(await nameOfficer(elsewhere)).toBe('institutions:works-with-families')
    expect([await oversees(there), await oversees(elsewhere)]).toEqual([false, false])
  })

  test('who coordinates a family; once it is closed, their part in it ends with the naming', async () => {
    const { coordinator } = family
    expect(await nameOfficer(coordinator)).toBe('institutions:works-with-families')
    await done(answerOf(database, coordinator, sql`cases.close(${family.id}, 'need_solved', null, '{}')`))
    expect(await nameOfficer(coordinator)).toBeNull()
    expect(await oversees(coordinator)).toBe(true)
    const file = await acting(
      database,
      coordinator,
      async (db) => (await sql`select id from cases."case"`.execute(db)).rows.length,
    )
    expect(file, 'reads no file of a family').toBe(0)
  })

  test('without ceasing to be named in what is done for families', async () => {
    const [someone] = partnership.centre.workers.slice(3) as [Worker]
    const [goal, item] = [randomUUID(), randomUUID()]
    await acting(database, family.coordinator, async (db) => {
      await sql`insert into baskets.goal (id, scope_id, domain, class, words, added_by) values (${goal}, ${family.id}, 'education', 'file', 'Szkoła.', ${family.coordinator.workerId})`.execute(
        db,
      )
      await sql`insert into baskets.item (id, scope_id, goal_id, goal_class, service_kind, class, what, provider_id, worker_id, added_by)
        select ${item}, ${family.id}, ${goal}, 'file', min(code), 'file', 'Rozmowy.', ${someone.institutionId}, ${someone.workerId}, ${family.coordinator.workerId}
        from directory.service_kind where class = 'file'`.execute(db)
    })
    expect(await nameOfficer(someone)).toBeNull()
    const named = async () =>
      asOwner(database.ownerUrl, async (client) => {
        const { rows } = await client.query('select worker_id from baskets.item where id = $1', [item])
        return rows[0]
      })
    expect(await named()).toEqual({ worker_id: null })
    await expect(
      acting(database, family.coordinator, (db) =>
        sql`update baskets.item set worker_id = ${someone.workerId} where id = ${item}`.execute(db),
      ),
    ).rejects.toMatchObject({ code: 'SP001' })
  })
})

describe('an officer', () => {
  let officer: Worker
  beforeEach(async () => {
    officer = partnership.centre.workers[3]
    expect(await nameOfficer(officer)).toBeNull()
  })
  const head = () => partnership.centre.head

  test('is given no other part, neither there nor at another job', async () => {
    const elsewhere = partnership.of(school).workers[2]
    await onePerson(database, officer, elsewhere)
    for (const who of [officer, elsewhere]) {
      for (const part of ['stand_in', 'duty'])
        expect(await nameOfficer(who, part)).toBe('institutions:is-an-officer')
      expect(
        await refusal(
          doing(database, headOf(who), (work) =>
            nameHead(work, { id: randomUUID(), workerId: who.workerId, since: today() }),
          ),
        ),
      ).toBe('institutions:is-an-officer')
      const { membershipId } = who === officer ? partnership.centre : partnership.of(school)
      expect(
        await refusal(
          doing(database, headOf(who), (work) =>
            appoint(work, membershipId, { id: randomUUID(), workerId: who.workerId, part: 'deputy' }),
          ),
        ),
      ).toBe('partnerships:is-an-officer')
      expect(
        await refusal(
          doing(database, family.coordinator, (work) =>
            invite(work, family.id, { people: [{ id: randomUUID(), workerId: who.workerId }] }),
          ),
        ),
      ).toBe('cases:worker-cannot-be-asked')
    }
    expect(
      await refusal(
        doing(database, head(), (work) =>
          appointCoordinator(work, family.id, { id: randomUUID(), workerId: officer.workerId }),
        ),
      ),
    ).toBe('cases:is-an-officer')
  })

  test('is not on the list of whom to invite, under either name', async () => {
    const elsewhere = partnership.of(school).workers[2]
    const listed = async () =>
      doing(database, family.coordinator, (work) => work.all(whomToInvite(family.id))).then((people) =>
        people.map(({ id }) => id),
      )
    expect(await listed()).toContain(elsewhere.workerId)
    await onePerson(database, officer, elsewhere)
    expect((await listed()).filter((id) => [officer.workerId, elsewhere.workerId].includes(id))).toEqual([])
  })

  test('may watch over several institutions', async () => {
    const elsewhere = partnership.of(school).workers[2]
    await onePerson(database, officer, elsewhere)
    expect(await nameOfficer(elsewhere, 'data_protection_officer')).toBeNull()
  })

  test('does not take up an invitation to a job in which they would head or work with a family', async () => {
    const elsewhere = partnership.of(school).workers[2]
    await onTheTeam(database, family, elsewhere)
    await expect(onePerson(database, officer, elsewhere)).rejects.toThrow('officer')
  })

  test('is none any more when their work or their part ended, and may then be asked', async () => {
    await asOwner(database.ownerUrl, (client) =>
      client.query(
        'update institutions.delegation set period = tstzrange(lower(period), now()) where worker_id = $1',
        [officer.workerId],
      ),
    )
    await onTheTeam(database, family, officer)
  })
})

test('the database keeps it also against whoever gets past the deeds', async () => {
  const [officer, teammate] = [partnership.of(police).workers[0], partnership.of(police).workers[1]]
  expect(await nameOfficer(officer)).toBeNull()
  await onTheTeam(database, family, teammate)
  const by = partnership.of(police).head.workerId
  for (const [text, values] of [
    [
      `insert into institutions.delegation (id, institution_id, worker_id, part, period, given_by) values ($1, $2, $3, 'auditor', tstzrange(now(), null), $4)`,
      [randomUUID(), teammate.institutionId, teammate.workerId, by],
    ],
    [
      `insert into institutions.delegation (id, institution_id, worker_id, part, period, given_by) values ($1, $2, $3, 'duty', tstzrange(now(), null), $4)`,
      [randomUUID(), officer.institutionId, officer.workerId, by],
    ],
    [
      `insert into cases.team_member (id, case_id, worker_id, institution_id, invited_by) values ($1, $2, $3, $4, $3)`,
      [randomUUID(), family.id, officer.workerId, officer.institutionId],
    ],
    [
      `insert into cases.coordinator (id, case_id, worker_id, period, appointed_by) values ($1, $2, $3, '[2001-01-01,2001-01-02)', $3)`,
      [randomUUID(), family.id, officer.workerId],
    ],
  ] as const)
    await expect(
      asOwner(database.ownerUrl, (client) => client.query(text, [...values])),
      text,
    ).rejects.toMatchObject({ code: 'SP001' })
})

test('an officer whose part ended because they work with families is missed in the head’s day until another is named', async () => {
  const { head, workers, id } = partnership.of(police)
  await asOwner(database.ownerUrl, (client) =>
    client.query(
      `insert into institutions.delegation (id, institution_id, worker_id, part, period, given_by, ended_because)
       values ($1, $2, $3, 'data_protection_officer', tstzrange(now() - interval '9 days', now()), $4, 'works_with_families')`,
      [randomUUID(), id, workers[0].workerId, head.workerId],
    ),
  )
  const missed = async (who: Worker) =>
    doing(database, who, (work) => work.all(whoWaitsForMe)).then((list) =>
      list.filter(({ kind }) => kind === 'officer').map(({ what }) => what),
    )
  expect(await missed(head)).toEqual(['data_protection_officer'])
  expect(await missed(workers[1])).toEqual([])
  expect(await nameOfficer(workers[2], 'data_protection_officer')).toBeNull()
  expect(await missed(head)).toEqual([])
})
