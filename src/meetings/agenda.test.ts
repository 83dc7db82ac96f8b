import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { cast, family, gather, partnership, it as things } from '../proof/cast.ts'
import { aDatabase } from '../proof/database.ts'
import { acting, answerOf, doing, type Worker } from '../proof/partnership.ts'
import { callOfCase, callOfPartnership, cancelMeeting, fixMeeting } from './call-meeting.ts'
import { answerDates, answerMeeting, beginMeeting, movePoint, putPoint, sendMinutes } from './hold-meeting.ts'
import { meetingsIn, offeredTo, peopleOf, pointsOf } from './questions.ts'

// Before a meeting: dates and answers, and an agenda from what is open.

let database: Awaited<ReturnType<typeof aDatabase>>
beforeAll(async () => {
  database = await aDatabase({ postgres: inject('postgres'), template: inject('template') })
  await gather(database)
})
afterAll(() => database.drop())

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()
const asked = (people: Worker[]) =>
  people.map(({ workerId }) => ({ id: randomUUID(), workerId, needed: false }))

async function aTeamMeeting(dates = [inDays(2)]) {
  const meeting = {
    id: randomUUID(),
    kind: 'team',
    place: 'Świetlica',
    minutes: 60,
    dates: dates.map((startsAt) => ({ id: randomUUID(), startsAt })),
    people: asked([cast.coordinator, cast.partner, cast.teammate]),
    family: [],
  }
  await doing(database, cast.coordinator, (work) => callOfCase(work, family.id, meeting))
  return meeting
}

const waiting = (worker: Worker) =>
  acting(database, worker, async (db) =>
    (
      await sql<{
        id: string
      }>`select subject_id as id from asks.waiting_for_me() where kind = 'meeting'`.execute(db)
    ).rows.map(({ id }) => id),
  )
const offered = (worker: Worker, id: string) => doing(database, worker, (work) => work.all(offeredTo(id)))
const answers = async (id: string) => {
  const people = await doing(database, cast.coordinator, (work) => work.all(peopleOf(id)))
  return Object.fromEntries(people.map(({ workerId, answer }) => [workerId, answer]))
}
const refused = (deed: Promise<unknown>) =>
  deed.then(
    () => 'done',
    (error) => (error as Error).name,
  )

test('whoever is invited is asked of dates, then whether they come; who could come on that date is taken to come', async () => {
  const { id, dates } = await aTeamMeeting([inDays(2), inDays(3)])
  expect(await waiting(cast.partner)).toContain(id)
  expect(await waiting(cast.coordinator)).not.toContain(id)

  await doing(database, cast.partner, (work) =>
    answerDates(work, id, { dates: dates.map((date, i) => ({ id: date.id, answer: i ? 'yes' : 'no' })) }),
  )
  expect(await waiting(cast.partner)).not.toContain(id)
  await doing(
    database,
    cast.coordinator,
    (work) => fixMeeting(work, id, { startsAt: dates[1]!.startsAt, place: 'Świetlica', minutes: 60 }),
    { version: 1 },
  )

  expect(await answers(id)).toEqual({
    [cast.coordinator.workerId]: 'coming',
    [cast.partner.workerId]: 'coming',
    [cast.teammate.workerId]: null,
  })
  expect(await waiting(cast.teammate)).toContain(id)
  await doing(database, cast.teammate, (work) => answerMeeting(work, id, { answer: 'not', words: 'urlop' }))
  expect(await waiting(cast.teammate)).not.toContain(id)
})

test('another time asks everybody anew; calling off asks nobody any more', async () => {
  const { id } = await aTeamMeeting()
  await doing(database, cast.partner, (work) => answerMeeting(work, id, { answer: 'coming' }))
  await doing(
    database,
    cast.coordinator,
    (work) => fixMeeting(work, id, { startsAt: inDays(5), place: 'Świetlica', minutes: 60 }),
    { version: 1 },
  )
  expect(await waiting(cast.partner)).toContain(id)

  await doing(database, cast.coordinator, (work) => cancelMeeting(work, id, 'choroba'))
  expect(await waiting(cast.partner)).not.toContain(id)
})

test('a colleague stands in who works with the family and is not asked already', async () => {
  const { id } = await aTeamMeeting()
  const sends = (standInId: string) =>
    refused(doing(database, cast.teammate, (work) => answerMeeting(work, id, { answer: 'not', standInId })))
  expect(await sends(cast.colleague.workerId)).toBe('meetings:cannot-stand-in')
  expect(await sends(cast.coordinator.workerId)).toBe('meetings:cannot-stand-in')
  expect(await sends(cast.partner.workerId)).toBe('meetings:cannot-stand-in')
})

test('the agenda offers what is open, as far as its reader may read it, once', async () => {
  const { id } = await aTeamMeeting()
  await answerOf(
    database,
    cast.representative,
    sql`referrals.answer_point(${things.askedPoint}, 1, 'declined', 'no_capacity', null, null, null)`,
  )
  const found = (await offered(cast.coordinator, id)).find((each) => each.id === things.asked)
  expect(found?.kind).toBe('item-declined')

  const source = { kind: found!.kind, id: found!.id }
  const put = (worker: Worker) =>
    doing(database, worker, (work) =>
      putPoint(work, id, { id: randomUUID(), what: found!.what!, class: 'team', source }),
    )
  await put(cast.coordinator)
  const [point] = await doing(database, cast.coordinator, (work) => work.all(pointsOf(id)))
  expect(point).toMatchObject({ source: 'item-declined', class: found!.class, what: found!.what })
  expect((await offered(cast.coordinator, id)).some((each) => each.id === things.asked)).toBe(false)
  expect(await refused(put(cast.coordinator))).toBe('meetings:not-offered')

  // Put off, it is offered to the next meeting; talked about, it is not.
  await doing(database, cast.coordinator, async (work) => {
    await movePoint(work, id, point!.id, { state: 'postponed' })
    await beginMeeting(work, id)
    await sendMinutes(work, id)
  })
  const next = await aTeamMeeting()
  const kinds = (await offered(cast.coordinator, next.id)).map(({ kind }) => kind)
  expect(kinds).toContain('put-off')
})

test('what they may not read themselves nobody puts on an agenda', async () => {
  const { id } = await aTeamMeeting()
  const put = (given: object) =>
    refused(
      doing(database, cast.partner, (work) =>
        putPoint(work, id, { id: randomUUID(), what: 'Leki', class: 'health', ...given }),
      ),
    )
  expect(await put({})).toBe('meetings:not-yours-to-read')
  expect(await put({ class: 'file' })).toBe('done')
  expect(await put({ class: 'team' })).toBe('done')
})

test('a meeting is found by its place, and by a point of those alone who read it', async () => {
  const found = async (worker: Worker, typed: string) =>
    acting(database, worker, async (db) =>
      (await sql<{ id: string }>`select id from meetings.findings(${typed})`.execute(db)).rows.map(
        ({ id }) => id,
      ),
    )
  const { id } = await aTeamMeeting()
  await doing(database, cast.coordinator, (work) =>
    putPoint(work, id, { id: randomUUID(), what: 'Recepta od kardiologa', class: 'health' }),
  )
  expect(await found(cast.coordinator, 'kardiolog')).toEqual([id])
  expect(await found(cast.partner, 'kardiolog')).toEqual([])
  expect(await found(cast.partner, 'świetl')).toContain(id)
  expect(await found(cast.stranger, 'świetl')).toEqual([])
})

test('reflection is seen by those who are invited, a meeting of the partnership by its members', async () => {
  const [caller, invited] = [cast.schoolHead, cast.partner]
  const call = async (kind: string) => {
    const id = randomUUID()
    await doing(database, caller, (work) =>
      callOfPartnership(work, partnership.id, {
        id,
        kind,
        place: 'Biblioteka',
        minutes: 90,
        dates: [{ id: randomUUID(), startsAt: inDays(4) }],
        people: asked([caller, invited]),
      }),
    )
    return id
  }
  const sees = async (worker: Worker, id: string) =>
    (await doing(database, worker, (work) => work.all(meetingsIn(partnership.id)))).some(
      (each) => each.id === id,
    )

  const [apart, together] = [await call('supervision'), await call('partnership')]
  for (const worker of [caller, invited]) expect(await sees(worker, apart)).toBe(true)
  expect(await sees(cast.coordinator, apart)).toBe(false)
  expect(await sees(cast.coordinator, together)).toBe(true)
  expect(await sees(cast.stranger, together)).toBe(false)
  expect(await refused(call('team'))).toBe('http:not-found')
})
