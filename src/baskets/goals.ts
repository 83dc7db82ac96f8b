import { sql } from 'kysely'
import type { z } from 'zod'
import { aboutByDefault } from '../assessments/questions.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { Work } from '../platform/http/work.ts'
import type { basketsContract } from './contract.ts'

type NewGoal = z.output<typeof basketsContract.setGoal.body>
type GoalChange = z.output<typeof basketsContract.changeGoal.body>

const checked = (goal: Omit<NewGoal, 'id'>) => {
  if (goal.levelNow && goal.target && goal.target < goal.levelNow)
    throw new Refusal(400, 'baskets:target-below-now', { field: 'target' })
  return {
    words: goal.words,
    expected: goal.expected || null,
    indicator: goal.indicator || null,
    level_now: goal.levelNow ?? null,
    target: goal.target ?? null,
    until: goal.until ?? null,
    ...(goal.about && { about: goal.about }),
  }
}

/** Sets a goal in the family's own words. */
export async function setGoal(work: Work, scopeId: string, goal: NewGoal) {
  const domain = await work.mustFind(
    sql<{ class: string }>`select class from assessments.life_domain where code = ${goal.domain}`,
  )
  if (domain.class === 'violence') throw new Refusal(409, 'baskets:safety-has-no-goal', { field: 'domain' })
  await work.db
    .insertInto('baskets.goal')
    .values({
      id: goal.id,
      scope_id: scopeId,
      domain: goal.domain,
      class: domain.class,
      added_by: work.actor.workerId,
      about: await work.ask<string[]>(aboutByDefault(scopeId, goal.domain, false)),
      priority: sql`(select least(200, coalesce(max(g.priority), 0) + 1) from baskets.goal g where g.scope_id = ${scopeId} and g.dropped_at is null)`,
      ...checked(goal),
    })
    .execute()
  await work.record({
    verb: 'goal.set',
    subjectId: goal.id,
    scopeId,
    class: domain.class,
    fact: 'baskets.goal',
    values: { words: goal.words, domain: goal.domain },
  })
  return { id: goal.id }
}

/** Changes a goal; one that nothing hangs on may be dropped. The earlier words stay in the journal. */
export async function changeGoal(work: Work, scopeId: string, goalId: string, change: GoalChange) {
  const before = await work.mustFind(sql<{ words: string; class: string; about: string[]; items: number }>`
    select g.words, g.class, g.about, (select count(*)::int from baskets.item i where i.goal_id = g.id and i.removed_at is null) as items
    from baskets.goal g where g.id = ${goalId} and g.scope_id = ${scopeId}`)
  if (change.dropped && before.items) throw new Refusal(409, 'baskets:goal-has-items')
  await work.change('baskets.goal', goalId, {
    ...checked(change),
    ...(change.dropped && { dropped_at: new Date() }),
  })
  await work.record({
    verb: change.dropped ? 'goal.dropped' : 'goal.changed',
    subjectId: goalId,
    scopeId,
    class: before.class,
    fact: 'baskets.goal',
    before: before.about,
    values: { words: change.words, before: before.words },
  })
  return {}
}

/** Records a need that no service here answers. It counts for the commune, without the family. */
export async function recordGap(
  work: Work,
  scopeId: string,
  { id, goalId, what }: { id: string; goalId: string; what: string },
) {
  const goal = await work.mustFind(
    sql<{ class: string }>`select class from baskets.goal where id = ${goalId} and scope_id = ${scopeId}`,
  )
  await work.db
    .insertInto('baskets.gap')
    .values({ id, scope_id: scopeId, goal_id: goalId, class: goal.class, what })
    .execute()
  await work.record({
    verb: 'gap.recorded',
    subjectId: id,
    scopeId,
    class: goal.class,
    fact: 'baskets.gap',
    values: { what },
  })
  return { id }
}

/** Sets all goals in the family's order, the first first. */
export async function orderGoals(work: Work, scopeId: string, { goals }: { goals: string[] }) {
  const held = await work.all(sql<{ id: string }>`
    select id from baskets.goal where scope_id = ${scopeId} and dropped_at is null order by id for update`)
  const same = held.length === goals.length && held.every(({ id }) => goals.includes(id))
  if (!same) throw new Refusal(409, 'baskets:goals-changed')
  await sql`update baskets.goal g set priority = o.n from unnest(${goals}::uuid[]) with ordinality o (id, n) where g.id = o.id`.execute(
    work.db,
  )
  await work.record({ verb: 'goals.ordered', subjectId: scopeId, scopeId, class: 'team' })
  return {}
}
