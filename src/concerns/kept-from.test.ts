import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { delegate } from '../institutions/keep-workers.ts'
import { journalOf, looksIn, searchesCounted } from '../oversight/questions.ts'
import { dangersIn } from '../proof/danger.ts'
import { aDatabase } from '../proof/database.ts'
import {
  acting,
  answerOf,
  aPartnership,
  doing,
  type Partnership,
  school,
  type Worker,
} from '../proof/partnership.ts'
import { attachConcern } from './attach-concern.ts'
import { findBeforeCreating } from './find-before-creating.ts'

// Whom the reporter keeps from a concern is like somebody who was never asked, also in the case and as an officer.

let database: Awaited<ReturnType<typeof aDatabase>>
let partnership: Partnership
let danger: Awaited<ReturnType<typeof dangersIn>>
let onDuty: Worker
let head: Worker
let kept: Worker
beforeAll(async () => {
  database = await aDatabase({ postgres: inject('postgres'), template: inject('template') })
})
afterAll(() => database.drop())
beforeEach(async () => {
  partnership = await aPartnership(database).with(school)
  head = partnership.centre.head
  ;[, onDuty, , kept] = partnership.centre.workers
  danger = await dangersIn(database, partnership)
  await danger.givesDuty(head, onDuty)
})

const takesUp = (id: string, caseId: string, said: string | null = null, as: string[] | null = null) =>
  answerOf(
    database,
    onDuty,
    sql`concerns.take_up(${id}, ${caseId}, 'ABC-DEF', ${randomUUID()}, 'Nowi', null, null, ${said}, ${as})`,
  )
const rowsOf = (worker: Worker, table: string, caseId: string) =>
  acting(database, worker, async (db) => {
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(table)}`.execute(db)
    return rows.filter((row) => [row.scope_id, row.case_id].includes(caseId))
  })

test('what somebody must not read passes into a case in the words of who takes it up alone', async () => {
  const id = await danger.sends({ urgency: 'within_days', keptFrom: [kept.workerId] })
  const caseId = randomUUID()
  expect(await takesUp(id, caseId)).toBe('say-what-it-is-about')
  expect(await takesUp(id, caseId, 'Trzeba pomocy po lekcjach.', ['parenting_helplessness'])).toBeNull()
})

test('attached to a case of theirs, it is told to others of the team, and to them by nothing', async () => {
  const caseId = randomUUID()
  await takesUp(await danger.sends({ urgency: 'within_days' }), caseId)
  await answerOf(database, head, sql`cases.appoint_coordinator(${randomUUID()}, ${caseId}, ${kept.workerId})`)
  const seen = async () => ({
    problems: (await rowsOf(kept, 'cases.problem', caseId)).length,
    entries: (await rowsOf(kept, 'journal.entry', caseId)).length,
  })
  const before = await seen()
  const id = await danger.sends({ urgency: 'within_days', worries: ['alcohol'], keptFrom: [kept.workerId] })
  await doing(database, onDuty, (work) => attachConcern(work, id, caseId))
  expect(await seen()).toEqual(before)
  const told = async (whom: Worker) =>
    (await rowsOf(whom, 'journal.entry', caseId)).some(({ verb }) => verb === 'concern.attached')
  expect(await told(onDuty)).toBe(true)
  expect(await danger.reads(onDuty, id)).toBeDefined()
  expect(await danger.reads(kept, id)).toBeUndefined()
})

test('an officer who must not read it finds it neither in deeds nor in looks nor in numbers', async () => {
  const officer = kept
  await doing(database, head, (work) =>
    delegate(work, { id: randomUUID(), workerId: officer.workerId, part: 'auditor' }),
  )
  const found = async (id: string) => {
    await doing(database, onDuty, async (work) => {
      await work.look(id, 'concern')
      await findBeforeCreating(work, id, { name: 'Nowak' })
      await work.record({ verb: 'concern.no-action', subjectId: id })
    })
    return doing(database, officer, async (work) => ({
      deeds: (await work.all(journalOf({ limit: 50 }))).length,
      looks: (await work.all(looksIn({ limit: 50 }))).length,
      searches: await work.all(searchesCounted),
    }))
  }
  const before = await found(await danger.sends({ urgency: 'within_days' }))
  const after = await found(await danger.sends({ urgency: 'within_days', keptFrom: [officer.workerId] }))
  expect(after).toEqual(before)
})
