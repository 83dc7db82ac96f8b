import { sql } from 'kysely'
import type { z } from 'zod'
import { dayInPoland } from '../platform/database/instants.ts'
import { Refusal } from '../platform/http/problem.ts'
import type { Work } from '../platform/http/work.ts'
import type { basketsContract } from './contract.ts'
import { toldOf } from './told-of.ts'

type NewLimit = z.output<typeof basketsContract.sayLimit.body>
type NewNeed = z.output<typeof basketsContract.addNeed.body>
type Composing = z.output<typeof basketsContract.composing.answer>

/** What a kind of limit says; the others say nothing but that they are there. */
const said = {
  hours: 'number',
  journeys: 'number',
  money: 'number',
  days: 'weekdays',
  back_by: 'at',
  language: 'language',
  no_car: null,
  outside_village: null,
} as const
/** As many needs as the search looks through to the end. */
const mostNeeds = 12

export const limitsOf = (scopeId: string) => sql<Composing['limits'][number]>`
  select id, kind, number, weekdays, to_char(at, 'HH24:MI') as at, language, words, ${dayInPoland('said_at')} as "saidOn"
  from baskets.family_limit where scope_id = ${scopeId} and ended_at is null order by said_at, id`

/** A need is met by a service of its kind that stands in the basket for its goal, and was not refused. */
export const needsOf = (scopeId: string) => sql<Composing['needs'][number]>`
  select n.id, n.goal_id as "goalId", n.service_kind as "serviceKind", n.times, n.minutes,
    case when p.id is not null then jsonb_build_object('id', p.id, 'name', coalesce(p.given_name, p.name)) end as person,
    exists (select from baskets.item i left join referrals.point r on r.id = i.point_id
      where i.goal_id = n.goal_id and i.service_kind = n.service_kind and i.removed_at is null and r.answer is distinct from 'declined'
        and (n.person_id is null or not exists (select from baskets.item_person x where x.item_id = i.id)
          or exists (select from baskets.item_person x where x.item_id = i.id and x.person_id = n.person_id))) as met
  from baskets.need n join baskets.goal g on g.id = n.goal_id left join households.person p on p.id = n.person_id
  where n.scope_id = ${scopeId} and n.dropped_at is null order by g.priority, g.id, n.added_at, n.id`

/** Who of the household something may be for. */
export const peopleIn = (scopeId: string) => sql<Composing['people'][number]>`
  select p.id, coalesce(p.given_name, p.name) as name from cases."case" c join households.member m on m.household_id = c.household_id
  join households.person p on p.id = m.person_id
  where c.id = ${scopeId} and m.period @> splot.today_pl() and p.died_on is null and not p.expected
  order by p.birth_date nulls last, p.id`

/** Says what limits the family. What was said before of the same kind is over. */
export async function sayLimit(work: Work, scopeId: string, { id, kind, words, ...limit }: NewLimit) {
  const what = said[kind]
  if (what && limit[what] === undefined) throw new Refusal(400, 'baskets:limit-says-nothing', { field: what })
  await sql`update baskets.family_limit set ended_at = now() where scope_id = ${scopeId} and kind = ${kind} and ended_at is null`.execute(
    work.db,
  )
  await work.db
    .insertInto('baskets.family_limit')
    .values({
      id,
      scope_id: scopeId,
      kind,
      words: words || null,
      added_by: work.actor.workerId,
      ...(what && { [what]: limit[what] }),
    })
    .execute()
  await work.record({
    verb: 'limit.said',
    subjectId: id,
    scopeId,
    class: 'file',
    fact: 'baskets.family_limit',
    values: { kind, words: words || undefined },
  })
  return { id }
}

/** What limited the family limits it no more. Said twice, it changes nothing. */
export async function liftLimit(work: Work, scopeId: string, limitId: string) {
  const limit = await work.mustFind(sql<{ kind: string; over: boolean }>`
    select kind, ended_at is not null as over from baskets.family_limit where id = ${limitId} and scope_id = ${scopeId}`)
  if (limit.over) return {}
  const { numAffectedRows } =
    await sql`update baskets.family_limit set ended_at = now() where id = ${limitId}`.execute(work.db)
  if (!numAffectedRows) throw new Refusal(403, 'http:not-allowed')
  await work.record({
    verb: 'limit.lifted',
    subjectId: limitId,
    scopeId,
    class: 'file',
    fact: 'baskets.family_limit',
    values: { kind: limit.kind },
  })
  return {}
}

/** Says what a goal needs. It is about whom the goal is about, and whose it is; its class is that of its kind of service. */
export async function addNeed(work: Work, scopeId: string, need: NewNeed) {
  const goal = await work.mustFind(sql<{ class: string }>`
    select class from baskets.goal where id = ${need.goalId} and scope_id = ${scopeId} and dropped_at is null for update`)
  const kind = await work.mustFind(
    sql<{ class: string }>`select class from directory.service_kind where code = ${need.serviceKind}`,
  )
  if (kind.class === 'violence')
    throw new Refusal(409, 'baskets:safety-has-no-goal', { field: 'serviceKind' })
  if (need.personId && !(await work.ask(sql`baskets.is_about(${scopeId}, ${need.personId})`)))
    throw new Refusal(409, 'baskets:said-by-somebody-else', { field: 'personId' })
  const held = await work.all(needsOf(scopeId))
  if (held.length >= mostNeeds) throw new Refusal(409, 'baskets:too-many-needs')
  const twin = held.some(
    ({ goalId, serviceKind, person }) =>
      goalId === need.goalId &&
      serviceKind === need.serviceKind &&
      (person?.id ?? null) === (need.personId ?? null),
  )
  if (twin) throw new Refusal(409, 'baskets:needed-already', { field: 'serviceKind' })
  await work.db
    .insertInto('baskets.need')
    .values({
      id: need.id,
      scope_id: scopeId,
      goal_id: need.goalId,
      goal_class: goal.class,
      service_kind: need.serviceKind,
      class: kind.class,
      person_id: need.personId ?? null,
      times: need.times,
      minutes: need.minutes ?? null,
      added_by: work.actor.workerId,
    })
    .execute()
  await work.record({
    verb: 'need.added',
    subjectId: need.id,
    scopeId,
    ...toldOfNeed(kind.class, goal.class),
    values: { kind: need.serviceKind },
  })
  return { id: need.id }
}

/** A goal does not need it any more. Said twice, it changes nothing. */
export async function dropNeed(work: Work, scopeId: string, needId: string) {
  const need = await work.mustFind(sql<{ kind: string; class: string; goalClass: string; dropped: boolean }>`
    select service_kind as kind, class, goal_class as "goalClass", dropped_at is not null as dropped
    from baskets.need where id = ${needId} and scope_id = ${scopeId}`)
  if (need.dropped) return {}
  const { numAffectedRows } =
    await sql`update baskets.need set dropped_at = now() where id = ${needId}`.execute(work.db)
  if (!numAffectedRows) throw new Refusal(403, 'http:not-allowed')
  await work.record({
    verb: 'need.dropped',
    subjectId: needId,
    scopeId,
    ...toldOfNeed(need.class, need.goalClass),
    values: { kind: need.kind },
  })
  return {}
}

const toldOfNeed = (of: string, goalClass: string) => toldOf({ class: of, goalClass }, 'baskets.need')
