import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { tellAsks } from '../asks/tell-asks.ts'
import { whoWaitsForMe } from '../day/questions.ts'
import { casesIKnow, casesInAList, ledByMine } from '../families/questions.ts'
import { delegate, endDelegation, endWork } from '../institutions/keep-workers.ts'
import { asOwner } from '../platform/database/open.ts'
import { prepareJobs } from '../platform/jobs/queue.ts'
import { readSettings } from '../platform/settings.ts'
import { aCase, type Case, done, onTheTeam } from '../proof/case.ts'
import { aDatabase } from '../proof/database.ts'
import { nextWorkingDay } from '../proof/mornings.ts'
import {
  acting,
  answerOf,
  aPartnership,
  countyCentre,
  doing,
  type Member,
  type Partnership,
  police,
  type Worker,
} from '../proof/partnership.ts'
import { timelineOf } from '../timeline/questions.ts'
import { appointCoordinator } from './appoint-coordinator.ts'
import { caseById, exclusionsOf, whoMayCoordinate, whyISee } from './questions.ts'
import { exclude, liftExclusion } from './team.ts'

// A head who is kin of a family learns nothing of it; whoever takes in decides in their place, so that the family is nobody's for
// no day (decision 024).

let database: Awaited<ReturnType<typeof aDatabase>>
let partnership: Partnership
beforeAll(async () => {
  database = await aDatabase({ postgres: inject('postgres'), template: inject('template') })
  await prepareJobs(database)
})
afterAll(() => database.drop())
beforeEach(async () => {
  partnership = await aPartnership(database).with(police, countyCentre)
})

const own = <Row extends object>(text: string, ...values: unknown[]) =>
  asOwner(database.ownerUrl, async (client) => {
    await client.query('reset role')
    return (await client.query<Row>(text, values)).rows
  })
const excludes = (by: Worker, family: Case, whom: Worker) =>
  doing(database, by, (work) =>
    exclude(work, family.id, { id: randomUUID(), workerId: whom.workerId, kind: 'kin' }),
  )
const lifts = async (by: Worker, family: Case, whom: Worker) => {
  const all = await doing(database, by, (work) => work.all(exclusionsOf(family.id)))
  const { id } = all.find(({ workerId, liftedAt }) => workerId === whom.workerId && !liftedAt)!
  await doing(database, by, (work) => liftExclusion(work, family.id, id, 'To ktoś inny.'))
}
const isOnDuty = async ({ head }: Member, worker: Worker) => {
  const id = randomUUID()
  await doing(database, head, (work) =>
    delegate(work, { id, workerId: worker.workerId, part: 'duty', until: null } as never),
  )
  return id
}
const leaves = ({ head }: Member, worker: Worker) =>
  doing(database, head, (work) => endWork(work, worker.workerId))
const appoints = (by: Worker, family: Case, whom: Worker) =>
  doing(database, by, (work) =>
    appointCoordinator(work, family.id, { id: randomUUID(), workerId: whom.workerId }),
  )
const waits = (worker: Worker) =>
  doing(database, worker, (work) => work.all(whoWaitsForMe)).then((all) =>
    all.map(({ kind, scopeId }) => `${kind} ${scopeId}`),
  )
const listed = (worker: Worker) =>
  doing(database, worker, async (work) => {
    const ids = (await work.all(casesIKnow({ limit: 50, show: 'open' }))).map(({ id }) => id)
    if (ids.length) await work.enter(ids)
    return ids.length ? work.all(casesInAList(ids)) : []
  })
const toldAtOnce = async () => {
  const since = (await own<{ n: number }>('select count(*)::int as n from mail.letter'))[0]!.n
  await own(`update institutions.worker set email = id || '@instytucja.example'`)
  await own('insert into asks.wish select id, true from institutions.worker on conflict do nothing')
  await tellAsks(database.jobs, readSettings({}), {
    at: await nextWorkingDay(database, '06:30'),
    everything: true,
  })
  return own<{ to: string; body: string }>(
    `select replace(to_address, '@instytucja.example', '') as "to", body from mail.letter order by id offset $1`,
    since,
  )
}
/** All that tells somebody of a family: their day, lists, the case, its journal, what they hold. */
const allOf = async (worker: Worker, family: Case) => ({
  day: (await waits(worker)).filter((each) => each.includes(family.id)),
  listed: (await listed(worker)).filter(({ id }) => id === family.id),
  led: (await doing(database, worker, (work) => work.all(ledByMine))).filter(({ id }) => id === family.id),
  page: await doing(database, worker, (work) => work.find(caseById(family.id, worker.workerId))),
  course: await acting(
    database,
    worker,
    async (db) => (await timelineOf(family.id, { limit: 50 }).execute(db)).rows,
    { within: family.id },
  ),
  held: await own(
    'select from access.granted where worker_id = $1 and scope_id = any ($2) and valid @> now()',
    worker.workerId,
    [family.id, family.householdId],
  ),
})
const nothing = { day: [], listed: [], led: [], page: undefined, course: [], held: [] }

describe('a head who is kin, and a family of their centre', () => {
  let centre: Member
  let family: Case
  let head: Worker
  let duty: Worker
  beforeEach(async () => {
    centre = partnership.centre
    head = centre.head
    duty = centre.workers[3]
    family = await aCase(database, partnership)
    await isOnDuty(centre, duty)
    await done(
      answerOf(
        database,
        head,
        sql`cases.end_part((select id from cases.team_member where case_id = ${family.id}), 'koniec')`,
      ),
    )
    await toldAtOnce()
  })

  test('while the head may know of it, whoever takes in holds nothing there', async () => {
    expect(await allOf(duty, family)).toEqual(nothing)
    await leaves(centre, family.coordinator)
    expect(await waits(head)).toContain(`coordinator ${family.id}`)
    expect(await allOf(duty, family)).toEqual(nothing)
  })

  test('the coordinator leaves: whoever takes in hears that day, appoints, and the head learns nothing', async () => {
    await excludes(family.coordinator, family, head)
    expect(await allOf(head, family)).toEqual(nothing)
    const before = await waits(head)
    await leaves(centre, family.coordinator)

    expect(await waits(duty)).toEqual([`coordinator ${family.id}`])
    const letters = await toldAtOnce()
    expect(letters.map(({ to }) => to)).toEqual([duty.workerId])
    expect(letters[0]!.body).toMatch(/Rodzina nie ma koordynatora/)
    const seen = await allOf(duty, family)
    expect(seen.listed).toMatchObject([{ label: 'Rodzina Zmyślona', mine: 'head' }])
    expect(seen.page).toMatchObject({ may: ['head'], coordinator: null, reported: null })
    const why = await doing(database, duty, (work) => work.all(whyISee(family.id)))
    expect(why.map(({ reason }) => reason)).toEqual(['in-place-of-head'])

    const may = await doing(database, duty, async (work) => {
      await work.enter([family.id])
      return work.all(whoMayCoordinate(family.id))
    })
    expect(may.map(({ id }) => id).sort()).toEqual(
      centre.workers
        .slice(1)
        .map(({ workerId }) => workerId)
        .sort(),
    )
    await appoints(duty, family, centre.workers[1])
    expect(await waits(duty)).toEqual([])
    expect(await waits(head)).toEqual(before)
    expect(await allOf(head, family)).toEqual(nothing)
    expect((await toldAtOnce()).filter(({ to }) => to === head.workerId)).toEqual([])
  })

  test('the exclusion is lifted: it is the head’s again at once, and nobody else’s', async () => {
    await excludes(family.coordinator, family, head)
    await leaves(centre, family.coordinator)
    await appoints(duty, family, centre.workers[1])
    await lifts(centre.workers[1], family, head)
    expect(await allOf(duty, family)).toEqual(nothing)
    await leaves(centre, centre.workers[1])
    expect(await waits(head)).toContain(`coordinator ${family.id}`)
    expect(await allOf(duty, family)).toEqual(nothing)
  })

  test('somebody stands in for the head: it is theirs, and not of whoever takes in', async () => {
    await excludes(family.coordinator, family, head)
    const standIn = centre.workers[2]
    await doing(database, head, (work) =>
      delegate(work, {
        id: randomUUID(),
        workerId: standIn.workerId,
        part: 'stand_in',
        until: null,
      } as never),
    )
    await leaves(centre, family.coordinator)
    expect(await waits(standIn)).toEqual([`coordinator ${family.id}`])
    expect(await allOf(duty, family)).toEqual(nothing)
    await excludes(standIn, family, standIn)
    expect(await waits(duty)).toEqual([`coordinator ${family.id}`])
    expect(await allOf(standIn, family)).toEqual(nothing)
  })

  test('whoever takes in and is kin too holds nothing; the other one on duty does', async () => {
    await excludes(family.coordinator, family, head)
    const other = centre.workers[4]
    await isOnDuty(centre, other)
    await excludes(duty, family, duty)
    await leaves(centre, family.coordinator)
    expect(await allOf(duty, family)).toEqual(nothing)
    expect(await waits(other)).toEqual([`coordinator ${family.id}`])
  })

  test('the duty ends, and with it what was held by it', async () => {
    await excludes(family.coordinator, family, head)
    const other = centre.workers[4]
    const id = await isOnDuty(centre, other)
    expect((await allOf(other, family)).page).toMatchObject({ may: ['head'] })
    await doing(database, head, (work) => endDelegation(work, id))
    expect(await allOf(other, family)).toEqual(nothing)
  })

  test('nobody agrees to what they proposed themselves', async () => {
    await excludes(family.coordinator, family, head)
    const other = centre.workers[4]
    await isOnDuty(centre, other)
    await own(
      `update cases.coordinator set period = tstzrange(lower(period), now()) where case_id = $1`,
      family.id,
    )
    await own(
      `insert into cases.coordinator (id, case_id, worker_id, appointed_by, proposed) values (gen_random_uuid(), $1, $2, $2, true)`,
      family.id,
      duty.workerId,
    )
    expect(await waits(duty)).toEqual([])
    expect(await waits(other)).toEqual([`proposal ${family.id}`])
    const confirm = sql`cases.confirm_coordinator(${family.id})`
    expect(await answerOf(database, duty, confirm)).toBe('nobody-proposed')
    expect(await answerOf(database, other, confirm)).toBe(null)
  })

  test('silence is told whoever decides in the head’s place, where it is told the head', async () => {
    const colleague = centre.workers[1]
    await excludes(family.coordinator, family, head)
    await own(
      `insert into partnerships.rules_of_work (id, partnership_id, period, adopted_on, answer_days_immediate, answer_days_urgent,
         answer_days_usual, review_every_months, meeting_every_months, deputy_told_after, head_told_after, leader_told_after)
       values (gen_random_uuid(), $1, tstzrange(now(), null), splot.today_pl(), 0, 2, 7, 3, 1, 1, 3, 30)`,
      partnership.id,
    )
    const id = randomUUID()
    await done(
      answerOf(
        database,
        family.coordinator,
        sql`cases.invite(${id}, ${family.id}, ${colleague.workerId}, null, null)`,
      ),
    )
    await own('update asks.ask set answer_by = splot.today_pl() - 6 where subject_id = $1', id)
    const told = await own<{ worker_id: string }>(
      'select s.worker_id from asks.ask a cross join lateral asks.silence_told_to(a) s where a.subject_id = $1',
      id,
    )
    expect(told.map(({ worker_id }) => worker_id)).toEqual([duty.workerId])
  })
})

describe('where nobody takes in either', () => {
  let county: Member
  let family: Case
  let leader: Worker
  beforeEach(async () => {
    county = partnership.of(countyCentre)
    leader = partnership.centre.head
    family = await aCase(database, partnership, { leading: county })
    await onTheTeam(database, family, county.workers[1])
    await excludes(family.coordinator, family, county.head)
    await toldAtOnce()
  })

  test('while somebody coordinates, the head of the partnership’s leader learns nothing', async () => {
    expect(await allOf(leader, family)).toEqual(nothing)
  })

  test('the coordinator leaves: the leader’s head finds another there, by the code, and knows no more', async () => {
    await leaves(county, family.coordinator)
    expect(await waits(leader)).toEqual([`coordinator-elsewhere ${family.id}`])
    const letters = await toldAtOnce()
    expect(letters.map(({ to }) => to)).toEqual([leader.workerId])
    expect(letters[0]!.body).toMatch(/nikt tam nie może go wyznaczyć/)
    const seen = await allOf(leader, family)
    expect(seen.listed).toMatchObject([{ label: null, mine: 'appoint', locality: null, phase: null }])
    expect(seen.led).toEqual([])
    expect(seen.page).toMatchObject({ may: ['appoint'], household: null })
    for (const deed of [
      sql`cases.offer_handover(${randomUUID()}, ${family.id}, ${partnership.centre.id}, 'przejmujemy')`,
      sql`cases.lift_exclusion(${family.id}, (select id from cases.exclusion where case_id = ${family.id}), 'pomyłka')`,
      sql`cases.exclude(${randomUUID()}, ${family.id}, ${county.workers[2].workerId}, 'kin')`,
      sql`cases.confirm_coordinator(${family.id})`,
    ])
      expect(await answerOf(database, leader, deed)).toBe('not-found')
    const whom = (id: string) => sql`cases.appoint_coordinator(${randomUUID()}, ${family.id}, ${id})`
    expect(await answerOf(database, leader, whom(partnership.centre.workers[0].workerId))).toBe(
      'not-our-worker',
    )
    expect(await answerOf(database, leader, whom(county.head.workerId))).toBe('worker-excluded')
    expect(await answerOf(database, county.head, whom(county.workers[1].workerId))).toBe('not-found')

    await appoints(leader, family, county.workers[1])
    expect(await allOf(leader, family)).toEqual(nothing)
    expect(await allOf(county.head, family)).toEqual(nothing)
    const { page } = await allOf(county.workers[1], family)
    expect(page).toMatchObject({ coordinator: { id: county.workers[1].workerId } })
  })

  test('somebody takes in again: it is theirs, and the leader’s head is asked no more', async () => {
    await leaves(county, family.coordinator)
    const id = await isOnDuty(county, county.workers[2])
    expect(await allOf(leader, family)).toEqual(nothing)
    expect(await waits(county.workers[2])).toEqual([`coordinator ${family.id}`])
    await doing(database, county.head, (work) => endDelegation(work, id))
    expect(await waits(leader)).toEqual([`coordinator-elsewhere ${family.id}`])
  })

  test('the head of the leader is kin too: nothing is theirs', async () => {
    await excludes(family.coordinator, family, leader)
    await leaves(county, family.coordinator)
    expect(await allOf(leader, family)).toEqual(nothing)
  })

  test('the lead of the partnership passes on, and the question with it', async () => {
    await leaves(county, family.coordinator)
    const { id, head } = partnership.of(police)
    await own(
      'update partnerships.partnership set leading_institution_id = $2 where id = $1',
      partnership.id,
      id,
    )
    expect(await allOf(leader, family)).toEqual(nothing)
    expect(await waits(head)).toEqual([`coordinator-elsewhere ${family.id}`])
  })
})
