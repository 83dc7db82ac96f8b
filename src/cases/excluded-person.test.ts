import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { asOwner } from '../platform/database/open.ts'
import { anAskedItem } from '../proof/asked-item.ts'
import { aCase, aConsent, type Case, done, invited, onTheTeam } from '../proof/case.ts'
import { aDatabase } from '../proof/database.ts'
import {
  acting,
  answerOf,
  aPartnership,
  clinic,
  onePerson,
  type Partnership,
  police,
  school,
  type Worker,
} from '../proof/partnership.ts'
import { whomToInvite } from './questions.ts'

// Kin and neighbours are people, not posts: whoever is excluded at one employer is excluded at each of them.

let database: Awaited<ReturnType<typeof aDatabase>>
let partnership: Partnership
let family: Case
let atPolice: Worker
let atClinic: Worker
beforeAll(async () => {
  database = await aDatabase({ postgres: inject('postgres'), template: inject('template') })
})
afterAll(() => database.drop())
beforeEach(async () => {
  partnership = await aPartnership(database).with(police, school, clinic)
  family = await aCase(database, partnership)
  atPolice = partnership.of(police).workers[0]
  atClinic = partnership.of(clinic).workers[0]
})

const exclude = (worker: Worker, by = family.coordinator) =>
  answerOf(database, by, sql`cases.exclude(${randomUUID()}, ${family.id}, ${worker.workerId}, 'kin')`)
const sees = (worker: Worker, of = family) =>
  acting(database, worker, async (db) => {
    const { rows } = await sql<{ n: number }>`select
      (select count(*) from cases."case" where id = ${of.id}) + (select count(*) from households.household where id = ${of.householdId})
      + (select count(*) from journal.entry where scope_id in (${of.id}, ${of.householdId})) as n`.execute(db)
    return Number(rows[0]!.n) > 0
  })
const offered = async () =>
  acting(database, family.coordinator, async (db) =>
    (await whomToInvite(family.id).execute(db)).rows.map(({ id }) => id),
  )
const livingParts = (...workers: Worker[]) =>
  asOwner(
    database.ownerUrl,
    async (client) =>
      (
        await client.query(
          `select worker_id from cases.team_member where case_id = $1 and worker_id = any ($2)
           and (answer is null or answer = 'accepted' and left_at is null)
         union all select worker_id from cases.coordinator where case_id = $1 and worker_id = any ($2) and period @> now()`,
          [family.id, workers.map(({ workerId }) => workerId)],
        )
      ).rowCount,
  )

describe('excluded at one employer', () => {
  test('is at once out of everything at the other, also of what was open to them there', async () => {
    await onePerson(database, atPolice, atClinic)
    await onTheTeam(database, family, atPolice)
    await onTheTeam(database, family, atClinic)
    await aConsent(database, family, { about: family.mother, to: partnership.of(clinic) })
    expect(await sees(atClinic)).toBe(true)
    await done(exclude(atPolice))
    expect([await sees(atPolice), await sees(atClinic)]).toEqual([false, false])
    expect(await livingParts(atPolice, atClinic), 'nobody stays on the list of the team').toBe(0)
  })

  test('is offered to nobody, asked by nobody and coordinates nothing, under either name', async () => {
    await onePerson(database, atPolice, atClinic)
    await done(exclude(atPolice))
    expect(await offered()).not.toContain(atClinic.workerId)
    expect(
      await answerOf(
        database,
        family.coordinator,
        sql`cases.invite(${randomUUID()}, ${family.id}, ${atClinic.workerId}, null, null)`,
      ),
    ).toBe('worker-cannot-be-asked')
    expect(await exclude(atClinic)).toBe('already-excluded')
    const atCentre = partnership.centre.workers[3]
    await onePerson(database, atPolice, atClinic, atCentre)
    expect(
      await answerOf(
        database,
        partnership.centre.head,
        sql`cases.appoint_coordinator(${randomUUID()}, ${family.id}, ${atCentre.workerId})`,
      ),
    ).toBe('worker-excluded')
  })

  test('excludes themselves from everywhere, in each case of the household, later ones too', async () => {
    await onePerson(database, atPolice, atClinic)
    await onTheTeam(database, family, atPolice)
    await done(exclude(atPolice, atPolice))
    await done(
      answerOf(database, family.coordinator, sql`cases.close(${family.id}, 'need_solved', null, '{}')`),
    )
    const later = randomUUID()
    await asOwner(database.ownerUrl, async (client) => {
      await client.query(`select access.open_scope($1, 'case', $2)`, [later, family.householdId])
      await client.query(
        `insert into cases."case" (id, partnership_id, household_id, code, opened_by) values ($1, $2, $3, 'AAA-AA2', $4)`,
        [later, partnership.id, family.householdId, partnership.centre.head.workerId],
      )
      const { rows } = await client.query('select worker_id from access.barred where scope_id = $1', [later])
      expect(rows.map((row) => row.worker_id).sort()).toEqual([atPolice.workerId, atClinic.workerId].sort())
    })
  })

  test('is let in again everywhere when it was a mistake, but no part comes back by itself', async () => {
    await onePerson(database, atPolice, atClinic)
    await onTheTeam(database, family, atClinic)
    await done(exclude(atPolice))
    await done(
      answerOf(
        database,
        family.coordinator,
        sql`cases.lift_exclusion(${family.id}, (select id from cases.exclusions_of(${family.id})), 'pomyłka')`,
      ),
    )
    expect(await sees(atClinic)).toBe(false)
    expect(await offered()).toContain(atClinic.workerId)
    await onTheTeam(database, family, atClinic)
    expect(await sees(atClinic)).toBe(true)
  })

  test('is a person from the moment at which the account is known: a job taken later is barred with it', async () => {
    await onTheTeam(database, family, atClinic)
    const waiting = partnership.of(school).workers[0]
    await invited(database, family, waiting)
    await done(exclude(atPolice))
    expect([await sees(atClinic), await sees(waiting)]).toEqual([true, true])
    await onePerson(database, atPolice, atClinic, waiting)
    expect([await sees(atClinic), await sees(waiting)]).toEqual([false, false])
    expect(await livingParts(atClinic, waiting)).toBe(0)
    const hired = randomUUID()
    await asOwner(database.ownerUrl, (client) =>
      client.query(
        `insert into institutions.worker (id, account_id, institution_id, given_name, family_name, position)
         select $1, account_id, $2, 'Jan', 'Zmyślony', 'pracownik' from institutions.worker where id = $3`,
        [hired, partnership.centre.id, atPolice.workerId],
      ),
    )
    expect(
      await answerOf(
        database,
        partnership.centre.head,
        sql`cases.appoint_coordinator(${randomUUID()}, ${family.id}, ${hired})`,
      ),
    ).toBe('worker-excluded')
  })

  test('the other case, with which they have nothing to do, stays open to them', async () => {
    await onePerson(database, atPolice, atClinic)
    const other = await aCase(database, partnership)
    await onTheTeam(database, other, atClinic)
    await done(exclude(atPolice))
    expect(await sees(atClinic, other)).toBe(true)
  })
})

test('what waits for an excluded representative waits for the head', async () => {
  const { head, workers, membershipId, id } = partnership.of(school)
  const representative = workers[0]
  await acting(database, head, (db) =>
    sql`insert into partnerships.appointment (id, membership_id, worker_id, part, period, appointed_by)
      values (${randomUUID()}, ${membershipId}, ${representative.workerId}, 'representative', tstzrange(now(), null), ${head.workerId})`.execute(
      db,
    ),
  )
  await anAskedItem(database, family, { to: { id } })
  const askedOf = (worker: Worker) =>
    acting(database, worker, async (db) => {
      const { rows } = await sql<{ id: string }>`select id from referrals.point`.execute(db)
      return rows.length
    })
  expect([await askedOf(representative), await askedOf(head)]).toEqual([1, 0])
  await done(exclude(representative))
  expect([await askedOf(representative), await askedOf(head)]).toEqual([0, 1])
})

test('excluded and signed up elsewhere at the same moment, whichever came first', async () => {
  for (const first of ['exclusion', 'account'] as const) {
    const here = await aCase(database, partnership)
    const account = randomUUID()
    const [one, two] = [new pg.Client(database.ownerUrl), new pg.Client(database.ownerUrl)]
    const excludes = (client: pg.Client) =>
      client.query(
        `insert into cases.exclusion (id, case_id, worker_id, kind, recorded_by) values ($1, $2, $3, 'kin', $3)`,
        [randomUUID(), here.id, atPolice.workerId],
      )
    const signsUp = (client: pg.Client) =>
      client.query('update institutions.worker set account_id = $1 where id = any ($2)', [
        account,
        [atPolice.workerId, atClinic.workerId],
      ])
    await Promise.all([one.connect(), two.connect()])
    await one.query('begin')
    await (first === 'exclusion' ? excludes : signsUp)(one)
    const second = (first === 'exclusion' ? signsUp : excludes)(two)
    await new Promise((turn) => setTimeout(turn, 100))
    await one.query('commit')
    await second
    const { rows } = await one.query('select worker_id from access.barred where scope_id = $1', [here.id])
    expect(rows.map((row) => row.worker_id).sort(), `${first} first`).toEqual(
      [atPolice.workerId, atClinic.workerId].sort(),
    )
    await one.query('update institutions.worker set account_id = null where account_id = $1', [account])
    await Promise.all([one.end(), two.end()])
  }
})
