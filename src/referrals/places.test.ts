import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { delegate } from '../institutions/keep-workers.ts'
import { asOwner } from '../platform/database/open.ts'
import { addDays, today } from '../platform/texts/dates.ts'
import { aDatabase } from '../proof/database.ts'
import {
  acting,
  answerOf,
  aPartnership,
  clinic,
  doing,
  type Partnership,
  school,
  type Worker,
} from '../proof/partnership.ts'
import { aReferral } from '../proof/referral.ts'
import { answerPoint, beginPoint, finishPoint } from './answer-point.ts'
import { freePlace, places, sayCapacity } from './places.ts'
import { sendReferral } from './send-referral.ts'
import { withdraw, withdrawBasis } from './withdraw.ts'

// The clinic says how many places its club has. What it takes on takes one, the end frees it, and its list moves by a rule.

let database: Awaited<ReturnType<typeof aDatabase>>
let owner: pg.Client
let partnership: Partnership
let teacher: Worker
/** Two who answer for the clinic, and its head. */
let answering: Worker
let colleague: Worker
let head: Worker
let club: string
beforeAll(async () => {
  database = await aDatabase({ postgres: inject('postgres'), template: inject('template') })
  owner = new pg.Client(database.ownerUrl)
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await database.drop()
})
beforeEach(async () => {
  partnership = await aPartnership(database).with(school, clinic)
  teacher = partnership.of(school).workers[0]
  ;[answering, colleague] = partnership.of(clinic).workers
  head = partnership.of(clinic).head
  for (const worker of [answering, colleague])
    await doing(database, head, (work) =>
      delegate(work, { id: randomUUID(), workerId: worker.workerId, part: 'duty' }),
    )
  club = await aService()
})

async function aService({ confidential = false } = {}) {
  const id = randomUUID()
  const institution = partnership.of(clinic).id
  await asOwner(database.ownerUrl, async (client) => {
    await client.query(
      'insert into directory.organization (id, institution_id) values ($1, $1) on conflict do nothing',
      [institution],
    )
    await client.query(
      `insert into directory.service (id, organization_id, institution_id, kind, name, confidential, added_by)
       values ($1, $2, $2, 'senior_club', 'Klub Zmyślony', $3, $4)`,
      [id, institution, confidential, head.workerId],
    )
  })
  return id
}

const has = (total: number, worker = answering, serviceId = club) =>
  doing(database, worker, (work) => sayCapacity(work, { serviceId, total }))

async function isAsked({ urgency = 'usual' as 'usual' | 'urgent', keptFrom = [] as string[] } = {}) {
  const referral = { ...aReferral(partnership, partnership.of(clinic).id), urgency, keptFrom }
  await doing(database, teacher, (work) => sendReferral(work, referral))
  return { id: referral.id, point: referral.points[0]!.id }
}
type Asked = Awaited<ReturnType<typeof isAsked>>

const refusal = (error: Error) => error.name
const accepts = ({ point }: Asked, more: object = {}, by = answering) =>
  doing(database, by, (work) =>
    answerPoint(work, point, { answer: 'accepted', serviceId: club, ...more }),
  ).then(() => 'done', refusal)
const listed = ({ point }: Asked) =>
  doing(database, answering, (work) =>
    answerPoint(work, point, { answer: 'waiting', serviceId: club, expectedOn: addDays(today(), 30) }),
  )
const begins = ({ point }: Asked, more: object = { serviceId: club }, by = answering) =>
  doing(database, by, (work) => beginPoint(work, point, { on: today(), ...more })).then(() => 'done', refusal)
const ends = ({ point }: Asked) =>
  doing(database, answering, (work) => finishPoint(work, point, { on: today(), outcome: 'reached' }))
const clubFor = async (worker: Worker) =>
  (await doing(database, worker, places)).services.find(({ id }) => id === club)
const takenFor = async (worker = answering) => (await clubFor(worker))?.taken

describe('a place', () => {
  test('is taken by what is taken on, and is free again when it ends', async () => {
    await has(1)
    const [first, second] = [await isAsked(), await isAsked()]
    expect(await accepts(first)).toBe('done')
    expect(await takenFor()).toBe(1)
    expect(await accepts(second)).toBe('referrals:no-place-left')
    await begins(first, {})
    await ends(first)
    expect(await takenFor()).toBe(0)
    expect(await accepts(second)).toBe('done')
  })

  test('is not taken where no service is named', async () => {
    await has(1)
    expect(await accepts(await isAsked(), { serviceId: undefined })).toBe('done')
    expect(await takenFor()).toBe(0)
  })

  test('is free when the sender takes it back before it begins; afterwards when the receiver says so', async () => {
    await has(2)
    const [early, late] = [await isAsked(), await isAsked()]
    for (const it of [early, late]) await accepts(it)
    await begins(late, {})
    for (const it of [early, late])
      await doing(database, teacher, (work) =>
        withdraw(work, it.id, { points: [it.point], reason: 'moved_away' }),
      )
    const { taken, takenBy } = (await clubFor(answering))!
    expect([taken, takenBy.map(({ goesOn }) => goesOn)]).toEqual([1, [false]])
    await doing(database, answering, (work) => freePlace(work, takenBy[0]!.id))
    expect(await takenFor()).toBe(0)
  })

  test('is free when the consent is withdrawn before it begins; what had begun is freed by hand', async () => {
    await has(2)
    const [early, late] = [await isAsked(), await isAsked()]
    for (const it of [early, late]) await accepts(it)
    await begins(late, {})
    for (const it of [early, late]) await doing(database, teacher, (work) => withdrawBasis(work, it.id))
    const { takenBy } = (await clubFor(answering))!
    // Nothing of who it is is read any more.
    expect(takenBy).toEqual([expect.objectContaining({ referralId: late.id, who: null, aboutAs: null })])
  })

  test('of what goes on is not freed by hand, and by nobody who does not keep the entries', async () => {
    await has(1)
    await accepts(await isAsked())
    const place = (await clubFor(answering))!.takenBy[0]!.id
    const frees = (by: Worker) =>
      doing(database, by, (work) => freePlace(work, place)).then(() => 'done', refusal)
    expect(await frees(answering)).toBe('referrals:still-goes-on')
    for (const other of [teacher, partnership.of(clinic).workers[3]])
      expect(await frees(other)).toBe('http:not-found')
  })

  test('the last one is not taken twice: whoever comes second waits, and is told that none is left', async () => {
    await has(1)
    const [one, two] = [await isAsked(), await isAsked()]
    const [begun, mayCommit] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const call = ({ point }: Asked) => sql<{ answer: string | null }>`
      select referrals.answer_point(${point}, 1, 'accepted', null, null, null, null, in_service => ${club}::uuid) as answer`
    const first = acting(database, answering, async (db) => {
      const { rows } = await call(one).execute(db)
      begun.resolve()
      await mayCommit.promise
      return rows[0]!.answer
    })
    await begun.promise
    let pid = 0
    const second = acting(database, colleague, async (db) => {
      pid = (await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db)).rows[0]!.pid
      return (await call(two).execute(db)).rows[0]!.answer
    })
    for (let waits = false; !waits; ) {
      await new Promise((turn) => setTimeout(turn, 5))
      waits =
        pid !== 0 &&
        (await owner.query('select cardinality(pg_blocking_pids($1)) > 0 as waits', [pid])).rows[0].waits
    }
    mayCommit.resolve()
    expect([await first, await second]).toEqual([null, 'no-place-left'])
    expect(await takenFor()).toBe(1)
  })

  test('of twelve that are taken on at once three get one of three places', async () => {
    await has(3)
    const asked = []
    for (let i = 0; i < 12; i++) asked.push(await isAsked())
    const said = await Promise.all(asked.map((it, i) => accepts(it, {}, i % 2 ? answering : colleague)))
    expect(said.filter((each) => each === 'done')).toHaveLength(3)
    expect(said.filter((each) => each === 'referrals:no-place-left')).toHaveLength(9)
    expect(await takenFor()).toBe(3)
  })
})

describe('the list', () => {
  test('moves by urgency, then by day: whoever goes before others does so for a reason', async () => {
    await has(1)
    const [usual, later, urgent] = [await isAsked(), await isAsked(), await isAsked({ urgency: 'urgent' })]
    for (const it of [usual, later, urgent]) await listed(it)
    expect((await clubFor(answering))!.list.map(({ referralId }) => referralId)).toEqual(
      [urgent, usual, later].map(({ id }) => id),
    )
    const fresh = await isAsked()
    expect(await accepts(fresh)).toBe('referrals:others-wait-before')
    expect(await begins(usual)).toBe('referrals:others-wait-before')
    expect(await begins(urgent)).toBe('done')
    await ends(urgent)
    expect(await begins(later, { serviceId: club, ahead: 'other_order' })).toBe(
      'referrals:reason-needs-words',
    )
    expect(await begins(later, { serviceId: club, ahead: 'no_capacity' })).toBe('referrals:unknown-reason')
    expect(await begins(later, { serviceId: club, ahead: 'place_fits_only_here' })).toBe('done')
    expect((await clubFor(answering))!.list.map(({ referralId }) => referralId)).toEqual([usual.id])
  })

  test('tells nobody that something waits from which they are kept', async () => {
    await has(2)
    await listed(await isAsked({ keptFrom: [colleague.workerId] }))
    const later = await isAsked()
    await listed(later)
    const stands = (worker: Worker) =>
      answerOf(
        database,
        worker,
        sql`(select array[l.place, l.among] from referrals.place_on_list(${later.point}) l)`,
      )
    expect([await stands(answering), await stands(colleague)]).toEqual([
      [2, 2],
      [1, 1],
    ])
    expect(await begins(later)).toBe('referrals:others-wait-before')
    expect(await begins(later, { serviceId: club }, colleague)).toBe('done')
  })

  test('gives whoever begins from it a place, also where nobody says in which service', async () => {
    await has(1)
    const [first, second] = [await isAsked(), await isAsked()]
    for (const it of [first, second]) await listed(it)
    expect(await begins(first, {})).toBe('done')
    expect(await takenFor()).toBe(1)
    expect(await begins(second, {})).toBe('referrals:no-place-left')
  })

  test('of another service holds nobody up', async () => {
    await has(1)
    const other = await aService()
    await has(1, answering, other)
    await listed(await isAsked())
    expect(await accepts(await isAsked(), { serviceId: other })).toBe('done')
  })
})

test('whether something goes on is told to who keeps the entries there', async () => {
  await has(1)
  const taken = await isAsked()
  await accepts(taken)
  const goesOn = (worker: Worker) => answerOf(database, worker, sql`referrals.goes_on(${taken.point})`)
  expect(await goesOn(answering)).toBe(true)
  for (const other of [teacher, partnership.of(clinic).workers[3]]) expect(await goesOn(other)).toBeNull()
})

describe('how many are taken', () => {
  test('is known to who keeps the entries there: others of the institution know how many there are', async () => {
    await has(2)
    await accepts(await isAsked())
    expect(await takenFor(head)).toBe(1)
    // Who is on it is read by whoever answers.
    expect((await clubFor(head))!.takenBy[0]).toMatchObject({ who: null })
    expect(await clubFor(partnership.of(clinic).workers[3])).toMatchObject({
      total: 2,
      taken: null,
      takenBy: [],
    })
    for (const other of [teacher, partnership.centre.head]) expect(await clubFor(other)).toBeUndefined()
  })

  test('leaves out what somebody is kept from', async () => {
    await has(2)
    await accepts(await isAsked({ keptFrom: [colleague.workerId] }))
    expect([await takenFor(answering), await takenFor(colleague)]).toEqual([1, 0])
    expect((await clubFor(colleague))!.takenBy).toEqual([])
  })

  test('changes nothing of what the directory says; that it is so no more is told to who keeps it', async () => {
    await has(2)
    await asOwner(database.ownerUrl, (client) =>
      client.query(
        `insert into directory.places (id, service_id, confidential, state, free, said_by) values ($1, $2, false, 'free', 2, $3)`,
        [randomUUID(), club, head.workerId],
      ),
    )
    const due = () => answerOf<string | null>(database, answering, sql`(select state from referrals.due())`)
    expect(await due()).toBeNull()
    await accepts(await isAsked())
    expect(await clubFor(answering)).toMatchObject({ stated: { state: 'free', free: 2 }, drifted: true })
    expect(await due()).toBe('drift')
    await listed(await isAsked())
    expect(await due()).toBe('next')
    expect(await answerOf(database, teacher, sql`(select count(*)::int from referrals.due())`)).toBe(0)
  })

  test('is said by who keeps the entry, and never of a service that must not be found', async () => {
    const hidden = await aService({ confidential: true })
    const says = (worker: Worker, service: string) => has(3, worker, service).then(() => 'done', refusal)
    expect(await says(head, club)).toBe('done')
    for (const other of [teacher, partnership.of(clinic).workers[3]])
      expect(await says(other, club)).toBe('http:not-found')
    expect(await says(head, hidden)).toBe('http:not-found')
  })

  test('is in no list once the service must not be found, and none of them is taken any more', async () => {
    await has(2)
    await listed(await isAsked())
    const due = () => answerOf<number>(database, answering, sql`(select count(*)::int from referrals.due())`)
    expect(await due()).toBe(1)
    await asOwner(database.ownerUrl, (client) =>
      client.query('update directory.service set confidential = true where id = $1', [club]),
    )
    expect(await clubFor(answering)).toBeUndefined()
    expect(await due()).toBe(0)
    expect(await accepts(await isAsked())).toBe('referrals:no-such-service')
  })
})
