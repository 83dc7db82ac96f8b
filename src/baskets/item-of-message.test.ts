import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { messagesOf } from '../messages/questions.ts'
import { startMatter } from '../messages/write-message.ts'
import { prepareJobs } from '../platform/jobs/queue.ts'
import { aCase, aConsent, type Case, onTheTeam } from '../proof/case.ts'
import { aDatabase } from '../proof/database.ts'
import { aPartnership, clinic, doing, type Partnership, police, type Worker } from '../proof/partnership.ts'
import { setGoal } from './goals.ts'
import { putItemOfMessage } from './item-of-message.ts'
import { removeItem } from './items.ts'
import { itemsOf } from './questions.ts'

// A message becomes help in the basket, and says so in its place.

let database: Awaited<ReturnType<typeof aDatabase>>
let partnership: Partnership
let family: Case
let officer: Worker
beforeAll(async () => {
  database = await aDatabase({ postgres: inject('postgres'), template: inject('template') })
  await prepareJobs(database)
  partnership = await aPartnership(database).with(police, clinic)
  family = await aCase(database, partnership)
  officer = partnership.of(police).workers[0]
  await onTheTeam(database, family, officer)
})
afterAll(() => database.drop())

test('a message becomes help in the basket by who coordinates; it stands below it for whoever may read it', async () => {
  const [matter, message, goal, item] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
  await doing(database, officer, (work) =>
    startMatter(work, {
      id: matter,
      place: family.id,
      title: 'Popołudnia',
      readers: [],
      message: { id: message, class: 'request', words: 'Przydadzą się zajęcia.', to: [], outside: [] },
    }),
  )
  await doing(database, family.coordinator, (work) =>
    setGoal(work, family.id, { id: goal, domain: 'education', words: 'Żeby syn chodził do szkoły' }),
  )
  const becomes = (worker: Worker) =>
    doing(database, worker, (work) =>
      putItemOfMessage(work, message, {
        id: item,
        goalId: goal,
        serviceKind: 'pedagogical_help',
        what: 'Zajęcia z czytania',
        providerId: partnership.of(clinic).id,
        performers: [],
        forWhom: [],
        weekly: [],
        request: 'Chłopiec, 9 lat.',
        ask: true,
        agreed: false,
      }),
    )
  const below = async (worker: Worker) =>
    (await doing(database, worker, (work) => work.all(messagesOf(matter, worker.workerId, { limit: 9 }))))[0]!
      .outcomes
  await expect(becomes(officer)).rejects.toThrow('not-found')
  await becomes(family.coordinator)
  const inBasket = await doing(database, family.coordinator, (work) => work.all(itemsOf(family.id)))
  expect(inBasket).toMatchObject([{ id: item, what: 'Zajęcia z czytania' }])
  expect(await below(family.coordinator)).toMatchObject([
    { kind: 'item', words: 'Zajęcia z czytania', who: 'Poradnia Zmyślona' },
  ])
  expect(await below(officer)).toEqual([])
  for (const about of [family.mother, family.child])
    await aConsent(database, family, { about, to: partnership.of(police) })
  expect(await below(officer)).toMatchObject([{ kind: 'item', words: 'Zajęcia z czytania' }])
  await doing(database, family.coordinator, (work) => removeItem(work, family.id, item))
  for (const worker of [family.coordinator, officer]) expect(await below(worker)).toEqual([])
})
