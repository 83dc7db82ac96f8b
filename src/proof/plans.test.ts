import { type Kysely, type RawBuilder, sql } from 'kysely'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { idOf, workerId } from '../../practice/act.ts'
import { caseById } from '../cases/questions.ts'
import { found, newsSince, whatIsDue, whomIWaitFor, whoWaitsForMe } from '../day/questions.ts'
import { casesIKnow, casesInAList } from '../families/questions.ts'
import { asOwner } from '../platform/database/open.ts'
import type { DB } from '../platform/database/schema.ts'
import { actAs } from '../platform/database/work.ts'
import { timelineOf } from '../timeline/questions.ts'
import { aPracticeApp, type PracticeApp } from './app.ts'

// What a question costs is mostly beginning and ending the steps of its plan, used or not: rows are found in a few of
// them. A rule that adds steps for each class, a view in a policy or a function within a function shows here, in
// numbers that no busy machine changes, long before anybody waits for it.

let app: PracticeApp
beforeAll(async () => {
  app = await aPracticeApp({ postgres: inject('postgres'), template: inject('template') })
})
afterAll(() => app.stop())

const family = idOf('probni/case')
const joanna = workerId('joanna')

type Step = { 'Parent Relationship'?: string; 'Subplan Name'?: string; Plans?: Step[] }
type Read = {
  'Relation Name'?: string
  'Actual Rows'?: number
  'Actual Loops'?: number
  Plans?: Read[]
}
/** How many steps the plan of a question has, and how many of these are questions of its policies, asked beforehand. */
type Size = { steps: number; beforehand: number }

const sizeOf = (step: Step): Size =>
  (step.Plans ?? [])
    .map(sizeOf)
    .reduce(
      (sum, each) => ({ steps: sum.steps + each.steps, beforehand: sum.beforehand + each.beforehand }),
      {
        steps: 1,
        beforehand: Number(step['Parent Relationship'] === 'InitPlan'),
      },
    )

async function planned(questions: RawBuilder<unknown>[], scopes?: string[]): Promise<Size> {
  return actAs(app.database.app, { workerId: joanna, institutionId: '' }, async (db: Kysely<DB>) => {
    if (scopes) await sql`select access.enter(${scopes})`.execute(db)
    const size = { steps: 0, beforehand: 0 }
    for (const question of questions) {
      const { rows } = await sql<{
        'QUERY PLAN': { Plan: Step }[]
      }>`explain (format json) ${question}`.execute(db)
      const one = sizeOf(rows[0]!['QUERY PLAN'][0]!.Plan)
      size.steps += one.steps
      size.beforehand += one.beforehand
    }
    return size
  })
}

/** The questions that people ask all day, and how large their plans may be. */
const ceilings: Record<string, { size: () => Promise<Size>; steps: number; beforehand: number }> = {
  'the list of my families': {
    size: async () => {
      const page = await planned([casesIKnow({ limit: 20, show: 'open' })])
      const rows = await planned([casesInAList([family])], [family])
      return { steps: page.steps + rows.steps, beforehand: page.beforehand + rows.beforehand }
    },
    // What waits for me there, and whether a level that I may read is a crisis, a third of it: more steps than to look at every
    // level, and a fifth of the time, for few levels are 1.
    steps: 45,
    beforehand: 13,
  },
  'the page of a family': {
    size: () => planned([caseById(family, joanna)], [family]),
    steps: 62,
    beforehand: 22,
  },
  'its timeline': {
    size: () => planned([timelineOf(family, { limit: 20 })], [family]),
    // With the words of its notes; from each of two places as much as a page holds. Names of workers and institutions may be
    // kept by the planner for the rows that share them, two more steps.
    steps: 25,
    beforehand: 5,
  },
  // Eight of them, and one question, find the page that a colleague or an institution is shown on.
  // Eleven more, and two questions, whom one referred to another institution. One more, what is talked over; and two,
  // what of that joined a case, which asks two questions more; one, meetings.
  'a search': { size: () => planned([found('Próbny')]), steps: 65, beforehand: 14 },
  'my day': {
    size: () => planned([whoWaitsForMe, whomIWaitFor, whatIsDue(joanna), newsSince(joanna)]),
    // Eleven of them find what was answered outside of cases, and where an institution has not said anything yet; six what is
    // unread, which meetings are near, and which entries of services are to be looked at.
    // Five more: for whom one stands in, whose tasks those are, and which referrals are to be looked after. Six more: tasks by
    // whose they are and by family, and each row's family by itself, so that of 5,000 families a fifth of the pages is read.
    steps: 117,
    beforehand: 35,
  },
}

test.each(Object.entries(ceilings))('%s is planned in few steps', async (_, { size, steps, beforehand }) => {
  const now = await size()
  expect(now.steps, `steps in all: ${now.steps}`).toBeLessThanOrEqual(steps)
  expect(now.beforehand, `questions of policies: ${now.beforehand}`).toBeLessThanOrEqual(beforehand)
})

test('a page of a timeline reads a page of each of its places, however much happened there', async () => {
  const entriesRead = (step: Read): number =>
    (step['Relation Name'] === 'entry' ? (step['Actual Rows'] ?? 0) * (step['Actual Loops'] ?? 0) : 0) +
    (step.Plans ?? []).map(entriesRead).reduce((sum, each) => sum + each, 0)
  const limit = 5
  const { read, all } = await actAs(
    app.database.app,
    { workerId: joanna, institutionId: '' },
    async (db: Kysely<DB>) => {
      await sql`select access.enter(${[family]})`.execute(db)
      // In a journal as small as this one a planner may as well sort all of it: asked is whether it could do without.
      await sql`select set_config('enable_sort', 'off', true), set_config('enable_bitmapscan', 'off', true)`.execute(
        db,
      )
      const { rows } = await sql<{ 'QUERY PLAN': { Plan: Read }[] }>`
        explain (analyze, format json) ${timelineOf(family, { limit })}`.execute(db)
      const there = await sql<{ n: number }>`
        select count(*)::int as n from journal.entry where scope_id = ${family}`.execute(db)
      return { read: entriesRead(rows[0]!['QUERY PLAN'][0]!.Plan), all: there.rows[0]!.n }
    },
  )
  expect(all).toBeGreaterThan(10 * limit)
  expect(read).toBeLessThanOrEqual(2 * (limit + 1))
})

test('a rule with one more step for each class of data is over the ceiling', async () => {
  await asOwner(app.database.ownerUrl, async (client) => {
    await client.query(`create policy worse on journal.entry for select to splot_app using (
      class = 'file' and scope_id = any (array(select unnest(access.my_scopes('file'))))
      or class = 'health' and scope_id = any (array(select unnest(access.my_scopes('health'))))
      or class = 'addiction' and scope_id = any (array(select unnest(access.my_scopes('addiction'))))
      or class = 'justice' and scope_id = any (array(select unnest(access.my_scopes('justice')))))`)
  })
  const { size, steps, beforehand } = ceilings['its timeline']!
  const worse = await size()
  expect(worse.steps).toBeGreaterThan(steps)
  expect(worse.beforehand).toBeGreaterThan(beforehand)
})
