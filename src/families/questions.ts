import { sql } from 'kysely'
import type { z } from 'zod'
import { atUtc } from '../platform/database/instants.ts'
import { keyOf } from '../platform/database/paging.ts'
import { codeIn } from './code-in.ts'
import type { familiesContract } from './contract.ts'

type Answer<Name extends keyof typeof familiesContract> = z.output<(typeof familiesContract)[Name]['answer']>

const workerName = (alias: string) => sql.raw(`${alias}.given_name || ' ' || ${alias}.family_name`)

/** A level that was agreed last in some domain of a case that is worked on is 1: begun with those few, for most cases have none. */
const inCrisis = sql`(c.closed_at is null and exists (
    select from assessments.agreed g join assessments.assessment a on a.id = g.assessment_id
    where g.scope_id = c.id and g.level = 1 and a.scope_id = c.id and a.fixed_at is not null and not exists (
      select from assessments.agreed n join assessments.assessment b on b.id = n.assessment_id
      where n.scope_id = c.id and n.domain = g.domain and b.scope_id = c.id and b.fixed_at > a.fixed_at)))`

type Wanted = {
  after?: string | undefined
  limit: number
  show: 'open' | 'closed' | 'all' | 'without_coordinator'
  only?: 'waiting' | 'coordinated' | 'crisis' | undefined
  order?: 'newest' | 'name' | undefined
  wanted?: string | undefined
}

/**
 * A page of my families: what I hold a pointer to, the newest opening first or by name; by name, place or code when
 * `wanted`, those where something waits for me or that I coordinate, or those that nobody coordinates.
 */
export const casesIKnow = ({ after, limit, show, only, order, wanted }: Wanted) => {
  const named = wanted
    ? sql`(starts_with(replace(c.code, '-', ''), ${codeIn(wanted)})
        or exists (select from households.household h where h.id = c.household_id and households.found_by(h) like '%' || splot.sought(${wanted}) || '%')
        or c.household_id in (select s.household_id from households.search(${wanted}) s))`
    : sql`true`
  const shown = {
    all: sql`true`,
    open: sql`c.closed_at is null`,
    closed: sql`c.closed_at is not null`,
    without_coordinator: sql`c.closed_at is null and c.id = any ((select access.my_scopes('head'))::uuid[])
      and not exists (select from cases.coordinator n where n.case_id = c.id and n.period @> now())`,
  }[show]
  const among = only
    ? {
        waiting: sql`c.id in (select w.scope_id from asks.scopes_that_wait_for_me() w)`,
        coordinated: sql`c.id = any ((select access.my_scopes('coordinate'))::uuid[])`,
        crisis: inCrisis,
      }[only]
    : sql`true`
  const of = sql`cases."case" c where ${shown} and ${named} and ${among}`
  // The key of a page is a case, never the day or the name that it stands at: an address holds neither.
  const key = keyOf(after)
  if (order !== 'name')
    return sql<{ id: string }>`
    select c.id from ${of}
      and ${key ? sql`(c.opened_at, c.id) < (select k.opened_at, k.id from cases."case" k where k.id = ${key.id})` : sql`true`}
    order by c.opened_at desc, c.id desc limit ${limit + 1}`
  return sql<{ id: string }>`
    with named as (select c.id, coalesce(splot.folded((select h.label from households.household h where h.id = c.household_id)), c.code) as name from ${of})
    select n.id from named n
    where ${key ? sql`(n.name, n.id) > (select m.name, m.id from named m where m.id = ${key.id})` : sql`true`}
    order by n.name, n.id limit ${limit + 1}`
}

/** The rows of a list of cases, for the page that was cut. Asked within them alone: who has thousands pays for a page. */
export const casesInAList = (ids: string[]) => sql<Answer<'myFamilies'>['items'][number]>`
  select c.id, c.code, h.label, h.locality, step.phase,
    case when step.classes && '{team, head, file}' then ${atUtc('c.opened_at')} end as "openedAt",
    ${workerName('w')} as coordinator, w.phone as "coordinatorPhone", p.name as "partnershipName",
    case when 'coordinate' = any (step.classes) then 'coordinator' when 'team' = any (step.classes) then 'team'
      when 'head' = any (step.classes) then 'head' when 'appoint' = any (step.classes) then 'appoint' when 'request' = any (step.classes) then 'invited' else 'asked' end as mine,
    step.review_on as "reviewOn", coalesce(waiting.count, 0) as waits, ${inCrisis} as crisis
  from unnest(${ids}::uuid[]) with ordinality page (id, no) join cases."case" c using (id)
  join partnerships.partnership p on p.id = c.partnership_id
  left join families.phases(${ids}) step on step.case_id = c.id
  left join asks.scopes_that_wait_for_me() waiting on waiting.scope_id = c.id
  left join households.household h on h.id = c.household_id
  left join cases.coordinator k on k.case_id = c.id and k.period @> now()
  left join institutions.worker w on w.id = k.worker_id
  order by page.no`

export const standingOf = (caseId: string) => sql<Answer<'standing'>>`
  select phase, review_on as "reviewOn", reached, unfinished as "unfinishedContract" from families.phases(array[${caseId}::uuid])`

export const ledByMine = sql<Answer<'led'>['families'][number]>`
  select c.id, c.code, h.label, h.locality, l.late_tasks as "lateTasks", l.late_answers as "lateAnswers", l.review_on as "reviewOn",
    case when w.id is not null then jsonb_build_object('id', w.id, 'name', ${workerName('w')}, 'position', w.position) end as coordinator
  from families.led_by_mine() l join cases."case" c on c.id = l.case_id left join households.household h on h.id = c.household_id
  left join institutions.worker w on w.id = l.coordinator_id order by l.late_tasks + l.late_answers desc, h.label, c.id`
