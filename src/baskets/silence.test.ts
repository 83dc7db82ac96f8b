import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { delegate } from '../institutions/keep-workers.ts'
import { asOwner } from '../platform/database/open.ts'
import { anAskedItem, askedFor } from '../proof/asked-item.ts'
import { aCase, type Case } from '../proof/case.ts'
import { aDatabase } from '../proof/database.ts'
import { acting, aPartnership, doing, type Partnership, school, type Worker } from '../proof/partnership.ts'
import { answerPoint } from '../referrals/answer-point.ts'
import { referralById } from '../referrals/questions.ts'

// The school is asked for something in a case and is silent. Its head, to whom the rules of work told so, reads what is asked and
// answers it, and learns no more of the family than whoever was asked first.

let database: Awaited<ReturnType<typeof aDatabase>>
let partnership: Partnership
let family: Case
/** Answers for the school. */
let answering: Worker
let head: Worker
beforeAll(async () => {
  database = await aDatabase({ postgres: inject('postgres'), template: inject('template') })
})
afterAll(() => database.drop())
beforeEach(async () => {
  partnership = await aPartnership(database).with(school)
  family = await aCase(database, partnership)
  answering = partnership.of(school).workers[0]
  head = partnership.of(school).head
  await doing(database, head, (work) =>
    delegate(work, { id: randomUUID(), workerId: answering.workerId, part: 'duty' }),
  )
})

const owned = (text: string, ...values: unknown[]) =>
  asOwner(database.ownerUrl, (client) => client.query(text, values))
const isTold = (worker: Worker, point: string, step = 2) =>
  owned(
    `insert into asks.told_to (ask_id, worker_id, step) select a.id, $2, $3 from asks.ask a where a.subject_id = $1 on conflict do nothing`,
    point,
    worker.workerId,
    step,
  )

/** What somebody reads of the family's case, counted; and whether the point waits for their answer. */
const seenBy = (worker: Worker, point: string) =>
  acting(database, worker, async (db) => {
    const { rows } = await sql<Record<string, boolean>>`
      select exists (select from referrals.point where id = ${point}) as request,
        exists (select from cases."case" where id = ${family.id}) as pointer,
        exists (select from baskets.item where scope_id = ${family.id}) as item,
        exists (select from households.person where id in (${family.mother.id}, ${family.child.id})) as people,
        exists (select from asks.waiting_for_me() where subject_id = ${point}) as waits`.execute(db)
    return Object.keys(rows[0]!).filter((each) => rows[0]![each])
  })

test('the head whom silence was told reads what is asked, of the family nothing, and answers', async () => {
  const { point } = await anAskedItem(database, family, { to: partnership.of(school) })
  const first = await seenBy(answering, point)
  expect(first).toEqual(['request', 'pointer', 'waits'])
  await isTold(head, point, 1)
  expect(await seenBy(head, point)).toEqual([])
  await isTold(head, point)
  expect(await seenBy(head, point)).toEqual(first)
  // The link of the letter leads to where it is answered: what is asked, without the family.
  const { rows } = await owned('select id from asks.ask where subject_id = $1', point)
  const found = await doing(database, head, async (work) => ({
    place: await work.find(sql`select side, kind, subject_id from asks.place_of(${rows[0].id})`),
    referral: await work.find(referralById(point)),
  }))
  expect(found).toMatchObject({
    place: { side: 'asked', kind: 'referral', subject_id: point },
    referral: { side: 'receiver', inCase: { family: null } },
  })
  await doing(database, head, (work) => answerPoint(work, point, { answer: 'accepted' }))
  expect(await seenBy(head, point)).toEqual(['request', 'pointer'])
})

test('where somebody else takes it on or declines, the head reads nothing of it any more', async () => {
  for (const answer of [{ answer: 'accepted' }, { answer: 'declined', reason: 'no_capacity' }] as const) {
    const { point } = await anAskedItem(database, family, { to: partnership.of(school) })
    await isTold(head, point)
    await doing(database, answering, (work) => answerPoint(work, point, answer))
    expect(await seenBy(head, point)).toEqual([])
  }
})

test('asked anew it is another question, of whose silence the head was not told', async () => {
  const { item, point } = await anAskedItem(database, family, { to: partnership.of(school) })
  await isTold(head, point)
  const anew = await askedFor(database, family.coordinator, item)
  expect(await seenBy(head, point)).toEqual([])
  expect(await seenBy(head, anew)).toEqual([])
})

test('a head who is kept from the family reads nothing by it, nor one who heads the school no more', async () => {
  const { point } = await anAskedItem(database, family, { to: partnership.of(school) })
  for (const ends of [
    `insert into cases.exclusion (id, case_id, worker_id, kind, recorded_by) values (gen_random_uuid(), '${family.id}', $1, 'kin', '${family.coordinator.workerId}')`,
    'update institutions.head set period = tstzrange(lower(period), now()) where worker_id = $1',
  ]) {
    await isTold(head, point)
    expect(await seenBy(head, point)).toContain('request')
    await owned(ends, head.workerId)
    expect(await seenBy(head, point)).toEqual([])
    await owned(`update cases.exclusion set lifted_at = now(), lifted_because = 'pomyłka'`)
  }
})
