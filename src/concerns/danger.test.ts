import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { howManyWaitForMe, whomIWaitFor } from '../day/questions.ts'
import { endAbsence, noteAbsence } from '../institutions/duty-hours.ts'
import { asOwner } from '../platform/database/open.ts'
import { prepareJobs } from '../platform/jobs/queue.ts'
import { addDays, today } from '../platform/texts/dates.ts'
import { dangersIn, ids, names } from '../proof/danger.ts'
import { aDatabase } from '../proof/database.ts'
import {
  answerOf,
  aPartnership,
  clinic,
  doing,
  type Partnership,
  police,
  school,
  type Worker,
} from '../proof/partnership.ts'
import { answerWithNoAction, passOn } from './answer-concern.ts'
import { whoHears } from './questions.ts'

// A danger is read by somebody, or its reporter is told that nobody read it (decision 015).

let database: Awaited<ReturnType<typeof aDatabase>>
let partnership: Partnership
let { teacher, givesDuty, goesAway, sends, tell, writtenTo, later, reads, heard, dayOf, adoptsRules } =
  {} as Awaited<ReturnType<typeof dangersIn>>
let onDuty: Worker
let head: Worker
beforeAll(async () => {
  database = await aDatabase({ postgres: inject('postgres'), template: inject('template') })
  await prepareJobs(database)
})
afterAll(() => database.drop())
beforeEach(async () => {
  partnership = await aPartnership(database).with(police, school, clinic)
  head = partnership.centre.head
  onDuty = partnership.centre.workers[1]
  ;({ teacher, givesDuty, goesAway, sends, tell, writtenTo, later, reads, heard, dayOf, adoptsRules } =
    await dangersIn(database, partnership))
  await givesDuty(head, onDuty)
})

test('intake and head are written to at once, once, without a word of the family; the first who reads it is told to the reporter', async () => {
  const id = await sends()
  const letters = await writtenTo(id)
  expect(names(letters)).toEqual(ids(onDuty, head))
  for (const { body } of letters) expect(body).not.toMatch(/remiz|Chłopiec|Sam w domu|pomoc/i)
  expect(await writtenTo(id), 'once').toEqual([])
  expect(await heard(id)).toMatchObject({
    readAt: null,
    told: [{ people: ['Jan Zmyślony', 'Hanna Zmyślony'] }],
  })
  await reads(head, id)
  expect(await heard(id)).toMatchObject({
    readBy: 'Hanna Zmyślony',
    readIn: 'Ośrodek Zmyślony',
    goesOnAt: null,
  })
  await later(600)
  expect(await writtenTo(id), 'what was read goes nowhere').toEqual([])
})

test('it stands first in the day of those who hear it, with the phone of who reported it; others have nothing', async () => {
  await asOwner(database.ownerUrl, (client) =>
    client.query(`update institutions.worker set phone = '600 100 200' where id = $1`, [teacher.workerId]),
  )
  await sends({ urgency: 'can_wait' })
  const id = await sends()
  for (const whom of [onDuty, head])
    expect((await dayOf(whom))[0]).toMatchObject({ id, kind: 'concern', urgent: true, phone: '600 100 200' })
  expect(await doing(database, head, (work) => work.mustFind(howManyWaitForMe))).toEqual({
    count: 1,
    urgent: 1,
  })
  expect(await dayOf(partnership.centre.workers[2])).toEqual([])
  expect(await reads(partnership.centre.workers[2], id)).toBeUndefined()
})

test('a concern that is no danger is not for the head while somebody is on duty', async () => {
  const id = await sends({ urgency: 'within_days' })
  expect(await reads(head, id)).toBeUndefined()
  expect(await writtenTo(id)).toEqual([])
})

test('the head reads a danger, and answers it only once on duty', async () => {
  const id = await sends()
  expect(await reads(head, id)).toMatchObject({ iAnswer: false })
  await expect(doing(database, head, (work) => answerWithNoAction(work, id, 'Znamy.'))).rejects.toThrow()
  await givesDuty(head, head)
  expect(await reads(head, id)).toMatchObject({ iAnswer: true })
})

test('unread for the time of the rules, it goes on to their institutions in turn, then its reporter is told', async () => {
  await adoptsRules([partnership.of(clinic).id, partnership.of(police).id])
  const id = await sends()
  expect(await reads(partnership.of(clinic).head, id), 'not before it is their turn').toBeUndefined()
  await writtenTo(id)
  await later(29)
  expect(await writtenTo(id)).toEqual([])
  await later(2)
  expect(names(await writtenTo(id))).toEqual(ids(partnership.of(clinic).head))
  expect(await reads(partnership.of(police).head, id)).toBeUndefined()
  await later(31)
  expect(names(await writtenTo(id))).toEqual(ids(partnership.of(police).head))
  expect(await heard(id)).toMatchObject({ unheardAt: null })
  await later(31)
  expect(names(await writtenTo(id))).toEqual(ids(teacher))
  expect(await heard(id)).toMatchObject({ unheardAt: expect.any(String), goesOnAt: null })
  expect(await writtenTo(id), 'told once').toEqual([])
  expect(await reads(partnership.of(clinic).head, id)).toMatchObject({ iAnswer: true })
  expect(await heard(id)).toMatchObject({ readIn: 'Poradnia Zmyślona', unheardAt: null })
})

test('without rules of work, what another institution left unread goes to the leading one', async () => {
  const id = await sends({ addressedTo: partnership.of(police).id })
  expect(names(await writtenTo(id))).toEqual(ids(partnership.of(police).head))
  expect(await reads(head, id)).toBeUndefined()
  await later(61)
  expect(names(await writtenTo(id))).toEqual(ids(onDuty, head))
})

test('violence stays with the leading centre, and who reported it is told when nobody there read it', async () => {
  await adoptsRules([partnership.of(police).id])
  const id = await sends({ worries: ['domestic_violence'] })
  expect(names(await writtenTo(id))).toEqual(ids(onDuty, head))
  await later(31)
  expect(names(await writtenTo(id))).toEqual(ids(teacher))
  expect(await reads(partnership.of(police).head, id)).toBeUndefined()
})

test('who is away is skipped at once, and the clock does not stop for them', async () => {
  await goesAway(onDuty)
  const first = await sends({ addressedTo: partnership.centre.id })
  expect(names(await writtenTo(first))).toEqual(ids(head))
  await adoptsRules([partnership.of(clinic).id])
  const absence = await goesAway(head)
  const second = await sends()
  expect(names(await writtenTo(second))).toEqual(ids(partnership.of(clinic).head))
  await doing(database, head, (work) => endAbsence(work, absence))
  expect(await reads(head, second), 'who comes back reads it').toMatchObject({
    addressedTo: 'Ośrodek Zmyślony',
  })
})

test('whom the reporter keeps from it never reads it, at no job and at no step', async () => {
  const id = await sends({ keptFrom: [onDuty.workerId] })
  expect(names(await writtenTo(id))).toEqual(ids(head))
  expect(await reads(onDuty, id)).toBeUndefined()
  expect(await dayOf(onDuty)).toEqual([])
  expect(await reads(head, id)).toMatchObject({ keptFrom: ['Jan Zmyślony'] })
  await expect(doing(database, onDuty, (work) => answerWithNoAction(work, id, 'Znamy.'))).rejects.toThrow()
  expect(
    await answerOf(
      database,
      onDuty,
      sql`concerns.take_up(${id}, ${randomUUID()}, 'ABC-DEF', ${randomUUID()}, 'Nowi', null, null)`,
    ),
  ).toBe('not-found')
})

test('a usual concern kept from intake is read by the head; with nobody left it is not sent', async () => {
  const id = await sends({ urgency: 'can_wait', keptFrom: [onDuty.workerId] })
  expect(await reads(onDuty, id)).toBeUndefined()
  expect(await reads(head, id)).toMatchObject({ iAnswer: false })
  await expect(sends({ urgency: 'can_wait', keptFrom: [onDuty.workerId, head.workerId] })).rejects.toThrow(
    'nobody-may-read',
  )
})

test('whoever works there is kept from it, also when they take over the duty later', async () => {
  const kin = partnership.centre.workers[3]
  const id = await sends({ urgency: 'can_wait', keptFrom: [kin.workerId] })
  await givesDuty(head, kin)
  expect(await reads(kin, id)).toBeUndefined()
  expect(await reads(onDuty, id)).toMatchObject({ iAnswer: true })
})

test('nobody is named as on duty who is away, nor anybody in their place', async () => {
  await asOwner(database.ownerUrl, (client) =>
    client.query(
      `insert into institutions.duty_hours (institution_id, weekday, begins, ends) select $1, day, '00:00', '24:00' from generate_series(1, 8) day`,
      [partnership.centre.id],
    ),
  )
  const asked = () =>
    doing(database, teacher, (work) => work.mustFind(whoHears(partnership.id, partnership.centre.id)))
  const named = async () => (await asked()).people.filter((person) => person.onDuty).map(({ name }) => name)
  expect(await named()).toEqual(['Jan Zmyślony'])
  await goesAway(onDuty)
  expect(await named()).toEqual([])
  expect(await asked()).toMatchObject({ until: expect.any(String) })
  await goesAway(head)
  expect(await asked(), 'with nobody at hand nobody is on duty').toMatchObject({ until: null })
})

test('who will read it when duty begins is asked of that day, and where it goes on is named', async () => {
  await asOwner(database.ownerUrl, (client) =>
    client.query(
      `insert into institutions.duty_hours (institution_id, weekday, begins, ends) select $1, day, '00:00', '00:01' from generate_series(1, 8) day`,
      [partnership.centre.id],
    ),
  )
  const tomorrow = addDays(today(), 1)
  await doing(database, onDuty, (work) =>
    noteAbsence(work, onDuty.workerId, { id: randomUUID(), from: tomorrow, until: tomorrow }),
  )
  await adoptsRules([partnership.of(clinic).id, partnership.centre.id])
  const asked = await doing(database, teacher, (work) =>
    work.mustFind(whoHears(partnership.id, partnership.centre.id)),
  )
  const of = (who: 'hears' | 'hearsNext') => asked.people.filter((each) => each[who]).map(({ name }) => name)
  expect(of('hears')).toEqual(['Jan Zmyślony', 'Hanna Zmyślony'])
  expect(of('hearsNext')).toEqual(['Hanna Zmyślony'])
  expect(asked.goesOnTo).toHaveLength(1)
})

test('once read, nobody is told any more to read it now, and all see who did', async () => {
  const id = await sends()
  const urgent = (worker: Worker) =>
    doing(database, worker, async (work) => (await work.mustFind(howManyWaitForMe)).urgent)
  const waits = async () => (await doing(database, teacher, (work) => work.all(whomIWaitFor)))[0]
  expect(await urgent(onDuty)).toBe(1)
  expect(await waits()).toMatchObject({ urgent: true, seenAt: null })
  await reads(head, id)
  for (const each of [onDuty, head]) {
    expect(await urgent(each)).toBe(0)
    expect((await dayOf(each))[0]).toMatchObject({ urgent: true, seenBy: 'Hanna Zmyślony' })
  }
  expect(await waits()).toMatchObject({ urgent: true, seenAt: expect.any(String) })
})

test('kept from all who are there, a danger is told at the next institution at once', async () => {
  await adoptsRules([partnership.of(clinic).id])
  const id = await sends({ keptFrom: [onDuty.workerId, head.workerId] })
  expect(names(await writtenTo(id))).toEqual(ids(partnership.of(clinic).head))
  expect(await reads(head, id)).toBeUndefined()
})

test('passed on, it is told where it went, and stays kept from the same people', async () => {
  const id = await sends({ keptFrom: [head.workerId] })
  const copy = randomUUID()
  await doing(database, onDuty, (work) =>
    passOn(work, id, { concernId: copy, to: partnership.of(police).id, reason: 'Bliżej.' }),
  )
  expect(names(await writtenTo(copy))).toEqual(ids(partnership.of(police).head))
  await later(61)
  expect(names(await writtenTo(copy))).toEqual(ids(onDuty))
})

test('of two who read it in the same moment one is told; none of it is lost', async () => {
  const id = await sends()
  await Promise.all([reads(onDuty, id), reads(head, id), tell(), tell()])
  expect(await heard(id)).toMatchObject({ readAt: expect.any(String) })
  expect((await writtenTo(id)).length).toBeLessThanOrEqual(2)
})

test('the head is told that they only read it, until they go on duty themselves', async () => {
  const id = await sends()
  const answers = async (worker: Worker) => (await dayOf(worker)).find((each) => each.id === id)?.answers
  expect([await answers(onDuty), await answers(head)]).toEqual([true, false])
  const takeUp = (as: Worker) =>
    answerOf(
      database,
      as,
      sql`concerns.take_up(${id}, ${randomUUID()}, 'QRS-TUV', ${randomUUID()}, 'Nowi', null, null)`,
    )
  expect(await takeUp(head)).toBe('not-found')
  await givesDuty(head, head)
  expect(await answers(head)).toBe(true)
  expect(await takeUp(head)).toBeNull()
})
