import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { openAssessment } from '../assessments/assess.ts'
import { setGoal } from '../baskets/goals.ts'
import { removeItem } from '../baskets/items.ts'
import { itemsOf } from '../baskets/questions.ts'
import { asOwner } from '../platform/database/open.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { Work } from '../platform/http/work.ts'
import { aCase, aConsent, type Case, onTheTeam } from '../proof/case.ts'
import { aDatabase } from '../proof/database.ts'
import {
  acting,
  aPartnership,
  clinic,
  doing,
  type Partnership,
  police,
  type Worker,
} from '../proof/partnership.ts'
import { callOfCase } from './call-meeting.ts'
import {
  approveMinutes,
  beginMeeting,
  decide,
  leaveRoom,
  movePoint,
  putPoint,
  remark,
  sendMinutes,
  undecide,
} from './hold-meeting.ts'
import { pointsOf } from './questions.ts'
import { decideItem, decideLevel } from './settle.ts'

// What a family's team settles becomes a task, help in the basket that an institution is asked for, or an agreed level; each by
// the deed that makes it elsewhere, and read with the point and with what it became.

let database: Awaited<ReturnType<typeof aDatabase>>
let partnership: Partnership
let family: Case
/** Of the police, on the team; reads about mother and child by their consents. */
let officer: Worker
let meeting: string
let point: string
let goal: string
let assessment: string
beforeAll(async () => {
  database = await aDatabase({ postgres: inject('postgres'), template: inject('template') })
  partnership = await aPartnership(database).with(police, clinic)
})
afterAll(() => database.drop())

beforeEach(async () => {
  family = await aCase(database, partnership)
  officer = partnership.of(police).workers[0]
  await onTheTeam(database, family, officer)
  for (const about of [family.mother, family.child])
    await aConsent(database, family, { about, to: partnership.of(police) })
  ;[meeting, point, goal, assessment] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
  await coordinator(async (work) => {
    await setGoal(work, family.id, {
      id: goal,
      domain: 'education',
      words: 'Żeby syn chodził do szkoły',
    })
    await openAssessment(work, family.id, { id: assessment, kind: 'first' })
    await callOfCase(work, family.id, {
      id: meeting,
      kind: 'team',
      place: 'Świetlica',
      minutes: 60,
      dates: [{ id: randomUUID(), startsAt: new Date(Date.now() + 60_000).toISOString() }],
      people: [family.coordinator, officer].map(({ workerId }) => ({
        id: randomUUID(),
        workerId,
        needed: false,
      })),
      family: [],
    })
    await putPoint(work, meeting, { id: point, what: 'Czytanie', class: 'file' })
    await beginMeeting(work, meeting)
  })
})

const coordinator = <T>(deed: Parameters<typeof doing<T>>[2]) => doing(database, family.coordinator, deed)
const refused = async (deed: Promise<unknown>) =>
  deed.then(
    () => 'done',
    (error) => (error instanceof Refusal ? error.name : Promise.reject(error)),
  )

const anItem = (more: object = {}) => ({
  id: randomUUID(),
  goalId: goal,
  serviceKind: 'pedagogical_help',
  what: 'Zajęcia z czytania',
  providerId: partnership.of(clinic).id,
  performers: [],
  forWhom: [],
  weekly: [],
  starts: '2030-01-07',
  request: 'Chłopiec, 9 lat.',
  ask: true,
  agreed: false,
  ...more,
})
const settles = (by: Worker, item = anItem()) =>
  doing(database, by, (work) => decideItem(work, meeting, point, item))
const agrees = (by: Worker, said: { domain: string; level: number; today?: string }, id = randomUUID()) =>
  doing(database, by, (work) =>
    decideLevel(work, { id: meeting, pointId: point, assessmentId: assessment, agreedId: id }, said),
  )
const seenBy = async (worker: Worker) =>
  (await doing(database, worker, (work) => work.all(pointsOf(meeting)))).flatMap(({ decisions }) => decisions)
const items = () => coordinator((work) => work.all(itemsOf(family.id)))

test('help for a goal is in the basket at once, asked of an institution that is not at the table; the minutes say so', async () => {
  const item = anItem()
  await settles(family.coordinator, item)
  expect(await items()).toMatchObject([
    { id: item.id, provider: { id: partnership.of(clinic).id }, pointId: expect.any(String) },
  ])
  for (const reader of [family.coordinator, officer])
    expect(await seenBy(reader)).toMatchObject([
      { what: 'Zajęcia z czytania', due: '2030-01-07', became: 'referral', level: null },
    ])
  await coordinator((work) => sendMinutes(work, meeting))
  const tasks = await acting(
    database,
    family.coordinator,
    async (db) => (await sql`select from worklist.task where scope_id = ${family.id}`.execute(db)).rows,
  )
  expect(tasks).toEqual([])
  expect(await seenBy(officer)).toMatchObject([{ became: 'referral' }])
})

test('put in without asking, or done by ourselves, it is in the basket', async () => {
  await settles(family.coordinator, anItem({ ask: false }))
  await settles(family.coordinator, anItem({ providerId: partnership.centre.id }))
  expect((await seenBy(family.coordinator)).map(({ became }) => became)).toEqual(['item', 'item'])
})

test('a level is agreed in the assessment that is under way; said again, the later counts', async () => {
  const id = randomUUID()
  await agrees(family.coordinator, { domain: 'education', level: 2 }, id)
  expect(await seenBy(officer)).toMatchObject([
    {
      what: null,
      institution: null,
      level: { domain: 'education', level: 2, withoutLevel: null },
      became: 'level',
    },
  ])
  await doing(
    database,
    family.coordinator,
    (work) =>
      decideLevel(
        work,
        { id: meeting, pointId: point, assessmentId: assessment, agreedId: id },
        { domain: 'education', level: 3 },
      ),
    { version: 1 },
  )
  expect((await seenBy(officer)).map(({ level }) => level?.level)).toEqual([3])
})

test('safety is agreed nowhere, and level 1 of parenting says what is done today', async () => {
  expect(await refused(agrees(family.coordinator, { domain: 'safety', level: 2 }))).toBe(
    'assessments:safety-is-not-agreed',
  )
  expect(await refused(agrees(family.coordinator, { domain: 'parenting', level: 1 }))).toBe(
    'assessments:needs-today',
  )
  expect(await seenBy(family.coordinator)).toEqual([])
})

test('help of a kind that speaks of violence is settled nowhere', async () => {
  const { rows } = await acting(database, family.coordinator, (db) =>
    sql<{ code: string }>`select code from directory.service_kind where class = 'violence' limit 1`.execute(
      db,
    ),
  )
  await expect(settles(family.coordinator, anItem({ serviceKind: rows[0]!.code }))).rejects.toMatchObject({
    constraint: 'item_class_check',
  })
  expect(await items()).toEqual([])
})

test('who does not coordinate settles tasks alone', async () => {
  expect(await refused(settles(officer))).toBe('http:not-found')
  expect(await refused(agrees(officer, { domain: 'education', level: 2 }))).toBe('http:not-found')
  expect(await items()).toEqual([])
})

test('where somebody left the room it stays a task', async () => {
  await coordinator((work) => leaveRoom(work, meeting, point, { workerId: officer.workerId, back: false }))
  expect(await refused(settles(family.coordinator))).toBe('meetings:somebody-left-the-room')
  expect(await refused(agrees(family.coordinator, { domain: 'education', level: 2 }))).toBe(
    'meetings:somebody-left-the-room',
  )
})

test('what it became of a class that a reader of the point does not read is not told in the minutes', async () => {
  await agrees(family.coordinator, { domain: 'addiction', level: 2 })
  await settles(family.coordinator, anItem({ serviceKind: 'addiction_therapy_outpatient', what: 'Terapia' }))
  expect(await seenBy(family.coordinator)).toHaveLength(2)
  expect(await seenBy(officer)).toEqual([])
})

test('taken back it leaves the basket; a level stays agreed and is not in the minutes', async () => {
  await settles(family.coordinator)
  await agrees(family.coordinator, { domain: 'education', level: 2 })
  const settled = await seenBy(family.coordinator)
  for (const { id } of settled) await coordinator((work) => undecide(work, meeting, id))
  expect(await seenBy(family.coordinator)).toEqual([])
  expect(await items()).toEqual([])
  const { rows } = await acting(database, family.coordinator, (db) =>
    sql`select level from assessments.agreed where scope_id = ${family.id}`.execute(db),
  )
  expect(rows).toEqual([{ level: 2 }])
})

test('what the family does itself is in the basket too, and in the minutes as nobody else’s', async () => {
  const item = anItem({
    serviceKind: undefined,
    providerId: undefined,
    performers: [family.mother.id],
    ask: false,
  })
  await settles(family.coordinator, item)
  expect(await items()).toMatchObject([{ id: item.id, provider: null }])
  expect(await seenBy(family.coordinator)).toMatchObject([
    { what: 'Zajęcia z czytania', institution: null, due: '2030-01-07', became: 'item' },
  ])
  await coordinator((work) => sendMinutes(work, meeting))
  const [settled] = await seenBy(family.coordinator)
  expect(settled).toMatchObject({ institution: null, became: 'item' })
})

test('what was taken out of the basket meanwhile is taken back from the minutes as well, and what was taken back is gone', async () => {
  const item = anItem()
  await settles(family.coordinator, item)
  await coordinator((work) => removeItem(work, family.id, item.id))
  const [settled] = await seenBy(family.coordinator)
  expect(settled).toMatchObject({ what: 'Zajęcia z czytania' })
  const takesBack = () => refused(coordinator((work) => undecide(work, meeting, settled!.id)))
  expect(await takesBack()).toBe('done')
  expect(await takesBack()).toBe('http:not-found')
  expect(await seenBy(family.coordinator)).toEqual([])
})

test('beside them a task is made when the minutes are sent', async () => {
  await settles(family.coordinator)
  await coordinator((work) =>
    decide(work, meeting, point, {
      id: randomUUID(),
      what: 'Zadzwonić do poradni',
      institutionId: officer.institutionId,
      due: '2030-01-07',
    }),
  )
  await coordinator((work) => sendMinutes(work, meeting))
  expect((await seenBy(officer)).map(({ became }) => became)).toEqual(['referral', 'task'])
})

describe('at the moment in which the minutes are sent', () => {
  type Deed = (work: Work) => Promise<unknown>
  const aTask =
    (id: string): Deed =>
    (work) =>
      decide(work, meeting, point, {
        id,
        what: 'Zadzwonić do poradni',
        institutionId: officer.institutionId,
        due: '2030-01-07',
      })
  const sends: Deed = (work) => sendMinutes(work, meeting)

  /** The first is done and not yet committed when the second begins, and waits for it. */
  async function atOnce(first: [Worker, Deed], second: [Worker, Deed]) {
    const did = Promise.withResolvers<void>()
    const mayCommit = Promise.withResolvers<void>()
    const one = refused(
      doing(database, first[0], async (work) => {
        await first[1](work)
        did.resolve()
        await mayCommit.promise
      }).finally(did.resolve),
    )
    await did.promise
    let over = false
    const two = refused(doing(database, second[0], second[1])).finally(() => {
      over = true
    })
    const waits = () =>
      asOwner(database.ownerUrl, async (client) => {
        const { rows } = await client.query(
          'select exists (select from pg_stat_activity where datname = current_database() and cardinality(pg_blocking_pids(pid)) > 0) as waits',
        )
        return rows[0].waits as boolean
      })
    while (!over && !(await waits())) await new Promise((turn) => setTimeout(turn, 10))
    mayCommit.resolve()
    return [await one, await two]
  }
  const decision = () =>
    asOwner(database.ownerUrl, async (client) => {
      const { rows } = await client.query('select id, task_id from meetings.decision where meeting_id = $1', [
        meeting,
      ])
      return rows as { id: string; task_id: string | null }[]
    })

  test.each<[string, () => [Worker, Deed]]>([
    ['a task', () => [officer, aTask(randomUUID())]],
    ['help for a goal', () => [family.coordinator, (work) => decideItem(work, meeting, point, anItem())]],
    [
      'a level',
      () => [
        family.coordinator,
        (work) =>
          decideLevel(
            work,
            { id: meeting, pointId: point, assessmentId: assessment, agreedId: randomUUID() },
            { domain: 'education', level: 2 },
          ),
      ],
    ],
  ])('%s that is settled first is in them', async (_, settling) => {
    expect(await atOnce(settling(), [family.coordinator, sends])).toEqual(['done', 'done'])
    expect(await decision()).toHaveLength(1)
    const tasks = (await decision()).filter(({ task_id }) => task_id)
    expect(tasks).toHaveLength(settling()[0] === officer ? 1 : 0)
  })

  test.each<[string, () => [Worker, Deed]]>([
    ['a task', () => [officer, aTask(randomUUID())]],
    ['help for a goal', () => [family.coordinator, (work) => decideItem(work, meeting, point, anItem())]],
    [
      'a point',
      () => [officer, (work) => putPoint(work, meeting, { id: randomUUID(), what: 'Dojazd', class: 'file' })],
    ],
    ['a point that is done', () => [officer, (work) => movePoint(work, meeting, point, { state: 'done' })]],
  ])('%s that comes after them is refused', async (_, late) => {
    expect(await atOnce([family.coordinator, sends], late())).toEqual(['done', 'meetings:meeting-is-over'])
    expect(await decision()).toEqual([])
    expect(await items()).toEqual([])
  })

  test('what is taken back first is no task, and stays one when that comes later', async () => {
    const [first, second] = [randomUUID(), randomUUID()]
    await doing(database, officer, aTask(first))
    await doing(database, officer, aTask(second))
    const takesBack = (id: string): [Worker, Deed] => [officer, (work) => undecide(work, meeting, id)]
    expect(await atOnce(takesBack(first), [family.coordinator, sends])).toEqual(['done', 'done'])
    expect(await decision()).toEqual([{ id: second, task_id: expect.any(String) }])
    const { rows } = await acting(database, officer, (db) =>
      sql`select from worklist.task where scope_id = ${family.id}`.execute(db),
    )
    expect(rows).toHaveLength(1)
  })

  test('a remark that comes after they are approved is refused', async () => {
    await coordinator(sends)
    const remarks: Deed = (work) =>
      remark(work, meeting, point, { id: randomUUID(), words: 'Było nas troje.' })
    expect(
      await atOnce([family.coordinator, (work) => approveMinutes(work, meeting)], [officer, remarks]),
    ).toEqual(['done', 'meetings:minutes-are-approved'])
  })
})
