import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import type { z } from 'zod'
import { withdrawBasis } from '../consents/record-basis.ts'
import { asOwner } from '../platform/database/open.ts'
import { prepareJobs } from '../platform/jobs/queue.ts'
import { aCase, aConsent, type Case, onTheTeam } from '../proof/case.ts'
import { aDatabase } from '../proof/database.ts'
import { answerOf, aPartnership, doing, type Partnership, police, type Worker } from '../proof/partnership.ts'
import { moveTask } from '../worklist/move-task.ts'
import type { messagesContract } from './contract.ts'
import { howManyUnread, mattersListed, messagesOf } from './questions.ts'
import { routes } from './routes.ts'
import { editMessage, makeTask, startMatter, writeMessage } from './write-message.ts'

// What conversations promise: a correction leaves a trace, what is unread is marked, a word that I may not read is nowhere.

let database: Awaited<ReturnType<typeof aDatabase>>
let partnership: Partnership
let family: Case
let writer: Worker
let officer: Worker
beforeAll(async () => {
  database = await aDatabase({ postgres: inject('postgres'), template: inject('template') })
  await prepareJobs(database)
})
afterAll(() => database.drop())
beforeEach(async () => {
  partnership = await aPartnership(database).with(police)
  family = await aCase(database, partnership)
  writer = family.coordinator
  officer = partnership.of(police).workers[0]
  await onTheTeam(database, family, officer)
})

type Message = Parameters<typeof writeMessage>[2]
const message = (given: Partial<Message> = {}): Message => ({
  id: randomUUID(),
  class: 'request',
  words: 'Kto może dziś?',
  to: [],
  outside: [],
  ...given,
})
const aboutHealth = (words: string): Partial<Message> => ({
  class: 'health',
  about: [family.mother.id],
  words,
})

/** A matter that the officer reads, with its first message. */
async function aMatter(first: Partial<Message> = {}, by = writer) {
  const [matter, written] = [randomUUID(), message(first)]
  await doing(database, by, (work) =>
    startMatter(work, {
      id: matter,
      place: family.id,
      title: 'Kto otworzy drzwi',
      readers: [{ institutionId: officer.institutionId, workerId: officer.workerId }],
      message: written,
    }),
  )
  return { matter, message: written.id }
}
async function writes(worker: Worker, matter: string, given: Partial<Message> = {}) {
  const written = message(given)
  await doing(database, worker, (work) => writeMessage(work, matter, written))
  return written.id
}

/** What stands on the page of a matter, which has read it by that. */
const opens = (worker: Worker, matter: string) => {
  const { handler } = routes.find(({ name }) => name === 'messages.matter')!
  return doing(database, worker, (work) =>
    handler(...([work, { params: { id: matter }, query: { limit: 30 } }] as never[])),
  ) as Promise<z.output<typeof messagesContract.matter.answer>>
}
const below = async (worker: Worker, matter: string, id: string) =>
  (
    await doing(database, worker, (work) => work.all(messagesOf(matter, worker.workerId, { limit: 30 })))
  ).find((each) => each.id === id)
const aConsentOfHealth = () =>
  aConsent(database, family, { about: family.mother, to: partnership.of(police), classes: ['health'] })

describe('a correction', () => {
  const edits = (worker: Worker, id: string, version: number, words = 'Kto może jutro?') =>
    doing(database, worker, (work) => editMessage(work, id, words), { version })

  test('is made within ten minutes, by its author alone; what stood there stays below', async () => {
    const { matter, message: id } = await aMatter()
    await edits(writer, id, 1)
    await edits(writer, id, 2, 'Kto może w piątek?')
    await expect(edits(officer, id, 3)).rejects.toThrow('not-found')
    expect(await below(officer, matter, id)).toMatchObject({
      words: 'Kto może w piątek?',
      earlier: ['Kto może dziś?', 'Kto może jutro?'],
      editedAt: expect.any(String),
      version: 3,
    })
  })

  test('of words that were corrected meanwhile changes nothing', async () => {
    const { matter, message: id } = await aMatter()
    await edits(writer, id, 1)
    await expect(edits(writer, id, 1, 'Kto może w piątek?')).rejects.toThrow('changed-meanwhile')
    expect(await below(writer, matter, id)).toMatchObject({ words: 'Kto może jutro?', version: 2 })
  })

  test('is refused after ten minutes, and not offered', async () => {
    const { matter, message: id } = await aMatter()
    expect((await below(writer, matter, id))!.editableUntil).not.toBeNull()
    await minutesAreOver()
    await expect(edits(writer, id, 1)).rejects.toThrow('time-is-over')
    expect(await below(writer, matter, id)).toMatchObject({
      words: 'Kto może dziś?',
      earlier: [],
      editableUntil: null,
    })
  })

  test('shows its earlier words to whom the message is open, and to nobody when its basis is gone', async () => {
    const basis = await aConsentOfHealth()
    const { matter, message: id } = await aMatter(aboutHealth('Bierze leki.'))
    await edits(writer, id, 1, 'Bierze leki rano.')
    const kept = (worker: Worker) =>
      answerOf<string[]>(
        database,
        worker,
        sql`array(select e.words from messages.earlier e where e.matter_id = ${matter})`,
      )
    expect([await kept(writer), await kept(officer)]).toEqual([['Bierze leki.'], ['Bierze leki.']])
    await doing(database, writer, (work) => withdrawBasis(work, family.id, basis, 'ustnie'))
    expect([await kept(writer), await kept(officer)]).toEqual([['Bierze leki.'], []])
    expect(await below(officer, matter, id)).toBeUndefined()
  })
})

describe('what is unread', () => {
  const count = async (worker: Worker) =>
    (await doing(database, worker, (work) => work.mustFind(howManyUnread))).count
  const marked = async (worker: Worker) =>
    (await doing(database, worker, (work) => work.all(mattersListed({ show: 'all', limit: 30 })))).flatMap(
      ({ title, unread }) => (unread ? [title] : []),
    )

  test('is counted and marked until its page was opened, and again by the next message', async () => {
    const { matter } = await aMatter()
    expect([await count(officer), await marked(officer)]).toEqual([1, ['Kto otworzy drzwi']])
    expect(await count(writer)).toBe(0)
    await opens(officer, matter)
    expect([await count(officer), await marked(officer)]).toEqual([0, []])
    await writes(officer, matter, { words: 'Ja mogę.' })
    expect([await count(officer), await count(writer)]).toEqual([0, 1])
  })

  test('is what I may read: a message that is closed to me is no news', async () => {
    const { matter } = await aMatter()
    await opens(officer, matter)
    await writes(writer, matter, aboutHealth('Bierze leki.'))
    expect([await count(officer), await marked(officer)]).toEqual([0, []])
    await aConsentOfHealth()
    await writes(writer, matter, aboutHealth('Bierze leki rano.'))
    expect(await count(officer)).toBe(1)
  })

  test('is not counted where the matter is settled', async () => {
    const { matter } = await aMatter()
    expect(await answerOf(database, writer, sql`messages.settle_matter(${matter}, null)`)).toBeNull()
    expect(await count(officer)).toBe(0)
  })
})

test('a quotation shows whose words it repeats, to whom those are open', async () => {
  const basis = await aConsentOfHealth()
  const { matter, message: quoted } = await aMatter(aboutHealth('Bierze leki.'))
  const reply = await writes(writer, matter, { words: 'Kto odbierze z apteki?', quotes: quoted })
  expect((await below(officer, matter, reply))!.quotes).toMatchObject({ id: quoted, words: 'Bierze leki.' })
  await doing(database, writer, (work) => withdrawBasis(work, family.id, basis, 'ustnie'))
  expect(await below(officer, matter, reply)).toMatchObject({ words: 'Kto odbierze z apteki?', quotes: null })
  expect((await opens(officer, matter)).messages.map(({ words }) => words)).toEqual([
    'Kto odbierze z apteki?',
  ])
  expect((await below(writer, matter, reply))!.quotes).toMatchObject({ words: 'Bierze leki.' })
})

test('a matter is found by words of a message, and not by those of one that is closed to me', async () => {
  const { matter } = await aMatter({ words: 'Klucz jest u sąsiada.' })
  await writes(writer, matter, aboutHealth('Bierze leki.'))
  const found = async (worker: Worker, wanted: string) =>
    (
      await doing(database, worker, (work) => work.all(mattersListed({ show: 'all', limit: 30, wanted })))
    ).map(({ id }) => id)
  const findings = (worker: Worker, wanted: string) =>
    answerOf<string[]>(database, worker, sql`array(select f.id from messages.findings(${wanted}) f)`)
  for (const finds of [found, findings]) {
    expect(await finds(officer, 'sasiada')).toEqual([matter])
    expect(await finds(writer, 'leki')).toEqual([matter])
    expect(await finds(officer, 'leki')).toEqual([])
    expect(await finds(partnership.of(police).workers[1], 'sąsiada')).toEqual([])
  }
})

test('a task that was made of a message stands below it, and is over there when it is done', async () => {
  const { matter, message: id } = await aMatter()
  const task = randomUUID()
  await doing(database, officer, (work) =>
    makeTask(work, id, { id: task, what: 'Odebrać klucz', due: '2027-01-04' }),
  )
  const stands = async (worker: Worker) => (await below(worker, matter, id))!.outcomes
  for (const worker of [writer, officer])
    expect(await stands(worker)).toMatchObject([
      { kind: 'task', words: 'Odebrać klucz', due: '2027-01-04', over: false },
    ])
  await doing(database, officer, (work) => moveTask(work, task, { state: 'done' }))
  expect(await stands(writer)).toMatchObject([{ words: 'Odebrać klucz', over: true }])
})

/** Eleven minutes go by for what was written. */
const minutesAreOver = () =>
  asOwner(database.ownerUrl, (client) =>
    client.query(`alter table messages.message disable trigger user;
      update messages.message set written_at = written_at - interval '11 minutes';
      alter table messages.message enable trigger user`),
  )
