import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { whomIWaitFor } from '../day/questions.ts'
import { prepareJobs } from '../platform/jobs/queue.ts'
import { aCode, aConcern, done } from '../proof/case.ts'
import { dangersIn, ids, names } from '../proof/danger.ts'
import { aDatabase } from '../proof/database.ts'
import {
  answerOf,
  aPartnership,
  doing,
  onePerson,
  type Partnership,
  school,
  type Worker,
} from '../proof/partnership.ts'
import { passOn } from './answer-concern.ts'
import { attachConcern } from './attach-concern.ts'
import { concernById, howHeard } from './questions.ts'

// A case that was opened by mistake is voided: its concern waits again, and whoever was excluded from the family does not
// read it.

let database: Awaited<ReturnType<typeof aDatabase>>
let partnership: Partnership
let danger: Awaited<ReturnType<typeof dangersIn>>
let onDuty: Worker
let head: Worker
let coordinator: Worker
beforeAll(async () => {
  database = await aDatabase({ postgres: inject('postgres'), template: inject('template') })
  await prepareJobs(database)
})
afterAll(() => database.drop())
beforeEach(async () => {
  partnership = await aPartnership(database).with(school)
  head = partnership.centre.head
  ;[coordinator, onDuty] = partnership.centre.workers
  danger = await dangersIn(database, partnership)
  await danger.givesDuty(head, onDuty)
})

/** Taken up by who is on duty, coordinated by another. */
async function takenUp(concern: string) {
  const caseId = randomUUID() as string
  await done(
    answerOf(
      database,
      onDuty,
      sql`concerns.take_up(${concern}, ${caseId}, ${aCode()}, ${randomUUID()}, 'Nowi', null, null)`,
    ),
  )
  await done(
    answerOf(
      database,
      head,
      sql`cases.appoint_coordinator(${randomUUID()}, ${caseId}, ${coordinator.workerId})`,
    ),
  )
  return caseId
}
const excludes = (caseId: string, worker: Worker) =>
  done(
    answerOf(
      database,
      coordinator,
      sql`cases.exclude(${randomUUID()}, ${caseId}, ${worker.workerId}, 'kin')`,
    ),
  )
const voids = (caseId: string) => done(answerOf(database, coordinator, sql`cases.void(${caseId}, 'pomyłka')`))
const reads = (worker: Worker, id: string) =>
  doing(database, worker, async (work) => Boolean(await work.find(concernById(id))))
const waits = async (worker: Worker, id: string) =>
  (await danger.dayOf(worker)).some((each) => each.id === id)
const comesBack = async (id: string, excluded?: Worker) => {
  const caseId = await takenUp(id)
  if (excluded) await excludes(caseId, excluded)
  await voids(caseId)
  return id
}
const urgent = { urgency: 'within_days', what: 'Słowa o rodzinie.' } as const

test('it waits with intake, and with the head too', async () => {
  const id = await comesBack(await danger.sends(urgent))
  for (const worker of [onDuty, head]) {
    expect(await waits(worker, id)).toBe(true)
    expect(await reads(worker, id)).toBe(true)
  }
})

test('whoever was excluded neither reads nor answers it; the head, who is not, is told that it waits', async () => {
  const id = await comesBack(await danger.sends(urgent), onDuty)
  expect(await waits(onDuty, id)).toBe(false)
  expect(await reads(onDuty, id)).toBe(false)
  expect(
    await answerOf(
      database,
      onDuty,
      sql`concerns.take_up(${id}, ${randomUUID()}, ${aCode()}, ${randomUUID()}, 'Nowi', null, null)`,
    ),
  ).toBe('not-found')
  expect(await waits(head, id)).toBe(true)
  expect(await reads(head, id)).toBe(true)
})

test('a head who is excluded is told nothing; intake goes on', async () => {
  const id = await comesBack(await danger.sends(urgent), head)
  expect([await waits(head, id), await reads(head, id)]).toEqual([false, false])
  expect([await waits(onDuty, id), await reads(onDuty, id)]).toEqual([true, true])
})

test('the reporter is told the same whether somebody was excluded or not', async () => {
  const told = async (id: string) =>
    doing(database, danger.teacher, async (work) => {
      const { id: _, sentAt: __, ...row } = (await work.mustFind(concernById(id))) as Record<string, unknown>
      const [ask] = (await work.all(whomIWaitFor)).filter((each) => each.id === id)
      const heard = await work.find(howHeard(id))
      return {
        row,
        ask: { ...ask, id: null },
        heard: heard && {
          ...heard,
          goesOnAt: null,
          told: (heard as { told: { people: string[] }[] }).told.map(({ people }) => people),
        },
      }
    })
  for (const more of [urgent, { urgency: 'immediate' }] as const) {
    const plain = await told(await comesBack(await danger.sends(more)))
    expect(await told(await comesBack(await danger.sends(more), onDuty))).toEqual(plain)
  }
})

test('a danger that comes back is told anew to whoever may read it', async () => {
  const id = await danger.sends()
  await danger.writtenTo(id)
  await danger.reads(onDuty, id)
  await comesBack(id, onDuty)
  expect(names(await danger.writtenTo(id))).toEqual(ids(head))
  expect(await danger.heard(id)).toMatchObject({ readAt: null, told: [{ people: [] }] })
  await danger.reads(head, id)
  expect(await danger.heard(id)).toMatchObject({ readBy: 'Hanna Zmyślony' })
})

test('passed on, it stays unread by them at their other job; about another family it is read', async () => {
  const there = partnership.of(school).workers[2]
  await onePerson(database, onDuty, there)
  await danger.givesDuty(partnership.of(school).head, there)
  const id = await comesBack(await danger.sends(urgent, partnership.of(school).workers[1]), onDuty)
  await danger.givesDuty(head, partnership.centre.workers[3])
  const passed = randomUUID()
  await doing(database, partnership.centre.workers[3], (work) =>
    passOn(work, id, { concernId: passed, to: partnership.of(school).id, reason: 'Do szkoły.' }),
  )
  expect(await reads(there, passed)).toBe(false)
  expect(await reads(partnership.of(school).head, passed)).toBe(true)

  const other = await takenUp(await danger.sends(urgent))
  const attached = await comesBack(await danger.sends(urgent), onDuty)
  await doing(database, partnership.centre.workers[3], (work) => attachConcern(work, attached, other))
  expect(await reads(onDuty, attached), 'they work with that other family').toBe(true)
})

test('where everybody who takes in is excluded, it waits with the institution that leads', async () => {
  const { head: only } = partnership.of(school)
  const id = await aConcern(database, partnership, { by: coordinator, to: partnership.of(school) })
  const caseId = randomUUID()
  await done(
    answerOf(
      database,
      only,
      sql`concerns.take_up(${id}, ${caseId}, ${aCode()}, ${randomUUID()}, 'Nowi', null, null)`,
    ),
  )
  const [, , , opener] = partnership.of(school).workers
  await done(
    answerOf(database, only, sql`cases.appoint_coordinator(${randomUUID()}, ${caseId}, ${opener.workerId})`),
  )
  await done(
    answerOf(database, opener, sql`cases.exclude(${randomUUID()}, ${caseId}, ${only.workerId}, 'kin')`),
  )
  await done(answerOf(database, opener, sql`cases.void(${caseId}, 'pomyłka')`))
  expect(await reads(only, id)).toBe(false)
  expect(await waits(onDuty, id)).toBe(true)
})

describe('one of violence', () => {
  const violence = { worries: ['domestic_violence'], urgency: 'within_days' }
  test.each([
    ['with intake', undefined],
    ['with the head alone, where intake was excluded', 'onDuty'],
  ])('that was attached to a case waits again, %s', async (_, who) => {
    const caseId = await takenUp(await danger.sends(urgent))
    const id = await danger.sends(violence)
    await doing(database, onDuty, (work) => attachConcern(work, id, caseId))
    expect(await waits(head, id)).toBe(false)
    if (who) await excludes(caseId, onDuty)
    await voids(caseId)
    expect(await waits(onDuty, id)).toBe(!who)
    expect(await waits(head, id)).toBe(true)
    expect(await doing(database, danger.teacher, (work) => work.mustFind(concernById(id)))).toMatchObject({
      state: 'new',
    })
  })

  test('attached to another case, it stays answered', async () => {
    const [caseId, other] = [
      await takenUp(await danger.sends(urgent)),
      await takenUp(await danger.sends(urgent)),
    ]
    const id = await danger.sends(violence)
    await doing(database, onDuty, (work) => attachConcern(work, id, other))
    await voids(caseId)
    expect(await waits(onDuty, id)).toBe(false)
  })
})
