import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { writeContact } from '../contacts/write-contact.ts'
import { messagesOf } from '../messages/questions.ts'
import { putToMeeting, startMatter } from '../messages/write-message.ts'
import { cast, family, gather } from '../proof/cast.ts'
import { aDatabase } from '../proof/database.ts'
import { doing, type Worker } from '../proof/partnership.ts'
import { takeTopicBack } from '../worklist/put-topic.ts'
import { topicsIn } from '../worklist/questions.ts'
import { callOfCase, cancelMeeting } from './call-meeting.ts'
import { beginMeeting, leaveRoom, removePoint, sendMinutes } from './hold-meeting.ts'
import { pointsOf } from './questions.ts'

// What was put down for the next meeting comes onto its agenda, whichever of the two was there first.

let database: Awaited<ReturnType<typeof aDatabase>>
beforeAll(async () => {
  database = await aDatabase({ postgres: inject('postgres'), template: inject('template') })
  await gather(database)
})
afterAll(() => database.drop())

async function aMeeting(kind = 'team') {
  const id = randomUUID()
  const startsAt = new Date(Date.now() + 2 * 86_400_000).toISOString()
  await doing(database, cast.coordinator, (work) =>
    callOfCase(work, family.id, {
      id,
      kind,
      place: 'Świetlica',
      minutes: 60,
      dates: [{ id: randomUUID(), startsAt }],
      people: [{ id: randomUUID(), workerId: cast.partner.workerId, needed: false }],
      family: [],
    }),
  )
  return id
}

async function visited(what: string, by: Worker = cast.partner, dataClass: 'file' | 'health' = 'file') {
  const topic = { id: randomUUID(), what }
  await doing(database, by, (work) =>
    writeContact(work, family.id, {
      id: randomUUID(),
      kind: 'home_visit',
      happenedAt: new Date().toISOString(),
      what: 'Wizyta w domu.',
      nextStep: what,
      class: dataClass,
      open: false,
      topic,
    }),
  )
  return topic.id
}

const agenda = async (meeting: string, worker: Worker = cast.coordinator) =>
  (await doing(database, worker, (work) => work.all(pointsOf(meeting)))).map(({ what }) => what)
const waiting = async (worker: Worker = cast.coordinator) =>
  (await doing(database, worker, (work) => work.all(topicsIn(family.id, worker.workerId)))).map(
    ({ what }) => what,
  )
const over = (meeting: string) =>
  doing(database, cast.coordinator, async (work) => {
    await beginMeeting(work, meeting)
    await sendMinutes(work, meeting)
  })

test('waits until a meeting is called, and is on its agenda then; of one that was called off, on that of the next', async () => {
  await visited('Dojazd na basen')
  expect(await waiting()).toEqual(['Dojazd na basen'])
  const first = await aMeeting()
  expect(await agenda(first)).toEqual(['Dojazd na basen'])
  expect(await waiting()).toEqual([])

  await visited('Kto odbiera z przedszkola')
  expect(await agenda(first)).toEqual(['Dojazd na basen', 'Kto odbiera z przedszkola'])
  await doing(database, cast.coordinator, (work) => cancelMeeting(work, first, 'choroba'))
  expect(await waiting()).toEqual(['Dojazd na basen', 'Kto odbiera z przedszkola'])

  const second = await aMeeting()
  expect(await agenda(second)).toEqual(['Dojazd na basen', 'Kto odbiera z przedszkola'])
  await over(second)
  await over(await aMeeting())
  expect(await waiting()).toEqual([])
})

test('an urgent meeting, which is about one thing, does not take it', async () => {
  await visited('Wakacje')
  const urgent = await aMeeting('urgent_team')
  expect(await agenda(urgent)).toEqual([])
  expect(await waiting()).toEqual(['Wakacje'])
  await over(urgent)
  await over(await aMeeting())
})

test('is read by whoever may read the point, and by nobody else', async () => {
  await visited('Recepta', cast.coordinator, 'health')
  expect(await waiting(cast.coordinator)).toEqual(['Recepta'])
  expect(await waiting(cast.partner)).toEqual([])
  const meeting = await aMeeting()
  expect(await agenda(meeting)).toEqual(['Recepta'])
  expect(await agenda(meeting, cast.partner)).toEqual([])
  await over(meeting)
})

test('a message is put there by its institution or who coordinates, and is nothing to whom it left the room for', async () => {
  const message = { id: randomUUID(), words: 'Wraca późno. Kto zadzwoni?', to: [], outside: [] }
  const matter = randomUUID()
  await doing(database, cast.partner, (work) =>
    startMatter(work, {
      id: matter,
      place: family.id,
      title: 'Telefon',
      readers: [{ institutionId: cast.teammate.institutionId }],
      message: { ...message, class: 'file', about: [family.mother.id] },
    }),
  )
  const id = randomUUID()
  const put = (worker: Worker) =>
    doing(database, worker, (work) => putToMeeting(work, message.id, { id, what: 'Kto zadzwoni' }))
  await expect(put(cast.teammate)).rejects.toThrow('messages:not-yours-to-open')
  await put(cast.coordinator)
  const meeting = await aMeeting()
  const below = async () =>
    (
      await doing(database, cast.partner, (work) =>
        work.all(messagesOf(matter, cast.partner.workerId, { limit: 9 })),
      )
    )[0]!.outcomes
  expect(await below()).toMatchObject([{ kind: 'topic', words: 'Kto zadzwoni' }])
  await doing(database, cast.coordinator, async (work) => {
    await beginMeeting(work, meeting)
    const [point] = await work.all(pointsOf(meeting))
    await leaveRoom(work, meeting, point!.id, { workerId: cast.partner.workerId, back: false })
  })
  expect(await below()).toEqual([])
  await doing(database, cast.coordinator, (work) => sendMinutes(work, meeting))
})

test('is taken back while no agenda has it', async () => {
  const id = await visited('Rower')
  await doing(database, cast.partner, (work) => takeTopicBack(work, id))
  expect(await waiting()).toEqual([])
  const on = await visited('Hulajnoga')
  const meeting = await aMeeting()
  expect(await agenda(meeting)).toEqual(['Hulajnoga'])
  await expect(doing(database, cast.partner, (work) => takeTopicBack(work, on))).rejects.toThrow(
    'worklist:on-an-agenda',
  )
  await over(meeting)
})

test('taken off an agenda it waits no more; once the meeting has begun, nothing is taken off', async () => {
  const meeting = await aMeeting()
  await visited('Basen')
  await visited('Narty')
  const remove = async (what: string) =>
    doing(database, cast.partner, async (work) => {
      const point = (await work.all(pointsOf(meeting))).find((each) => each.what === what)!
      expect(point.mayRemove).toBe(what === 'Basen')
      await removePoint(work, meeting, point.id)
    })
  await remove('Basen')
  expect(await agenda(meeting)).toEqual(['Narty'])
  await doing(database, cast.coordinator, (work) => beginMeeting(work, meeting))
  await expect(remove('Narty')).rejects.toThrow('meetings:meeting-has-begun')
  await doing(database, cast.coordinator, (work) => sendMinutes(work, meeting))
  await over(await aMeeting())
  expect(await waiting()).toEqual([])
})

test('put down at the moment at which a meeting is called, it is on exactly one agenda', async () => {
  for (let round = 0; round < 6; round++) {
    const what = `Temat ${round}`
    const [meeting] = await Promise.all([aMeeting(), visited(what)])
    expect(await agenda(meeting)).toEqual([what])
    expect(await waiting()).toEqual([])
    await over(meeting)
  }
})
