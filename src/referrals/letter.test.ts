import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { newsSince } from '../day/questions.ts'
import { asOwner } from '../platform/database/open.ts'
import { addDays, today } from '../platform/texts/dates.ts'
import { aDatabase } from '../proof/database.ts'
import {
  acting,
  answerOf,
  aPartnership,
  doing,
  type Partnership,
  police,
  school,
  type Worker,
} from '../proof/partnership.ts'
import { aReferral } from '../proof/referral.ts'
import { answerPoint, beginPoint, finishPoint } from './answer-point.ts'
import { pointsOf, referralById, referralsListed } from './questions.ts'
import { sendReferral } from './send-referral.ts'
import { withdrawBasis } from './withdraw.ts'

// The school writes to somebody who is not in Splot. Nobody but the school knows of it, and it writes down what they answered.

let database: Awaited<ReturnType<typeof aDatabase>>
let partnership: Partnership
let teacher: Worker
let colleague: Worker
beforeAll(async () => {
  database = await aDatabase({ postgres: inject('postgres'), template: inject('template') })
})
afterAll(() => database.drop())
beforeEach(async () => {
  partnership = await aPartnership(database).with(school, police)
  ;[teacher, colleague] = partnership.of(school).workers
})

async function writes() {
  const { to: _, ...letter } = aReferral(partnership, '')
  await doing(database, teacher, (work) =>
    sendReferral(work, { ...letter, outside: { name: 'Poradnia Dowolna', address: 'Rynek 1, Zmyślone' } }),
  )
  return { id: letter.id, point: letter.points[0]!.id }
}
const stateOf = (id: string) =>
  doing(database, teacher, async (work) => (await work.all(pointsOf(id)))[0]?.state)
const found = (worker: Worker, id: string) => doing(database, worker, (work) => work.find(referralById(id)))
const refused = (error: Error) => error.name

test('a letter is read by who wrote it and by nobody else; nobody is asked and nothing is sent', async () => {
  const { id, point } = await writes()
  expect((await found(teacher, id))?.to).toMatchObject({ id: null, name: 'Poradnia Dowolna' })
  for (const other of [
    colleague,
    partnership.of(school).head,
    partnership.centre.head,
    partnership.of(police).head,
  ])
    expect(await found(other, id)).toBeUndefined()
  const rows = await asOwner(database.ownerUrl, (client) =>
    client.query('select from asks.ask where subject_id = $1', [point]),
  )
  expect(rows.rowCount).toBe(0)
  const listed = await doing(database, teacher, (work) =>
    work.all(referralsListed({ which: 'sent', limit: 20 })),
  )
  expect(listed.map(({ to }) => to)).toContain('Poradnia Dowolna')
})

test('who wrote it writes down what they answered, what began and what came of it; that is no news to them', async () => {
  const { id, point } = await writes()
  const does = (deed: typeof answerPoint, body: object, by = teacher) =>
    doing(database, by, (work) => deed(work, point, body as never)).then(() => 'done', refused)
  expect(await does(answerPoint, { answer: 'returned', reason: 'unclear_goal' })).toBe('http:not-found')
  expect(await does(answerPoint, { answer: 'accepted' }, colleague)).toBe('http:not-found')
  expect(await does(answerPoint, { answer: 'accepted', words: 'Przyjmą w marcu.' })).toBe('done')
  expect(await does(beginPoint as never, { on: today() })).toBe('done')
  expect(await does(finishPoint as never, { on: today(), outcome: 'reached' })).toBe('done')
  expect(await stateOf(id)).toBe('done')
  const news = await doing(database, teacher, (work) => work.all(newsSince(teacher.workerId)))
  expect(news.filter(({ to }) => to === `/referrals/${id}`)).toEqual([])
})

test('when its day has passed without an answer, who wrote it is told on My day, and nobody else', async () => {
  const { id } = await writes()
  const due = (worker: Worker) =>
    acting(database, worker, async (db) =>
      (await sql<{ id: string; state: string }>`select id, state from referrals.due()`.execute(db)).rows.map(
        (row) => [row.id, row.state],
      ),
    )
  expect(await due(teacher)).toEqual([])
  await asOwner(database.ownerUrl, (client) =>
    client.query('update referrals.point set answer_by = splot.today_pl() - 1 where referral_id = $1', [id]),
  )
  expect(await due(teacher)).toEqual([[id, 'unanswered']])
  expect(await due(colleague)).toEqual([])
  await doing(database, teacher, (work) => withdrawBasis(work, id))
  expect(await due(teacher)).toEqual([])
})

test('it goes to one: to a member, or to somebody outside', async () => {
  const sends = (more: object) =>
    doing(database, teacher, (work) =>
      sendReferral(work, { ...aReferral(partnership, partnership.of(police).id), ...more }),
    ).then(() => 'done', refused)
  expect(await sends({ outside: { name: 'Poradnia Dowolna' } })).toBe('referrals:to-whom')
  expect(await sends({ to: undefined })).toBe('referrals:to-whom')
  expect(
    await sends({ to: undefined, outside: { name: 'Poradnia Dowolna' }, partnershipId: randomUUID() }),
  ).toBe('referrals:cannot-be-asked')
  expect(await sends({ until: addDays(today(), 500) })).toBe('referrals:basis-too-long')
  expect(await answerOf(database, teacher, sql`(select count(*)::int from referrals.referral)`)).toBe(0)
})
