import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { aCase, done } from '../proof/case.ts'
import { aDatabase } from '../proof/database.ts'
import { answerOf, aPartnership, school } from '../proof/partnership.ts'

let database: Awaited<ReturnType<typeof aDatabase>>
beforeAll(async () => {
  database = await aDatabase({ postgres: inject('postgres'), template: inject('template') })
})
afterAll(() => database.drop())

test('an answered hand-over is told to the two heads alone; for everybody else it does not exist', async () => {
  const partnership = await aPartnership(database).with(school)
  const family = await aCase(database, partnership)
  const teachers = partnership.of(school)
  const id = randomUUID()
  const answer = (said: string) => sql`cases.answer_handover(${id}, ${said})`
  await done(
    answerOf(
      database,
      partnership.centre.head,
      sql`cases.offer_handover(${id}, ${family.id}, ${teachers.id}, 'przeprowadzka')`,
    ),
  )
  await done(answerOf(database, teachers.head, answer('declined')))
  expect(await answerOf(database, teachers.head, answer('accepted'))).toBe('handover-already-answered')
  for (const other of [teachers.workers[0], partnership.centre.workers[2], family.coordinator])
    for (const said of ['accepted', 'withdrawn'])
      expect(await answerOf(database, other, answer(said))).toBe('not-found')
})
