import { sql } from 'kysely'
import type { z } from 'zod'
import { atUtc } from '../platform/database/instants.ts'
import { comesAfter } from '../platform/database/paging.ts'
import type { familiesContract } from './contract.ts'

type Answer<Name extends keyof typeof familiesContract> = z.output<(typeof familiesContract)[Name]['answer']>

const workerName = (alias: string) => sql.raw(`${alias}.given_name || ' ' || ${alias}.family_name`)

/** A page of my families: what I hold a pointer to, newest opening first; by name, place or code when `wanted`, or those that nobody coordinates. */
export const casesIKnow = ({
  after,
  limit,
  show,
  wanted,
}: {
  after?: string | undefined
  limit: number
  show: 'open' | 'closed' | 'all' | 'without_coordinator'
  wanted?: string | undefined
}) => {
  const named = wanted
    ? sql`(starts_with(c.code, upper(${wanted}))
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
  return sql<{ id: string; openedAt: string }>`
    select c.id, ${atUtc('c.opened_at')} as "openedAt" from cases."case" c
    where ${shown} and ${named}
      and ${comesAfter(after, 'c.opened_at', 'c.id')}
    order by c.opened_at desc, c.id desc limit ${limit + 1}`
}

/** The rows of a list of cases, for the page that was cut. Asked within them alone: who has thousands pays for a page. */
export const casesInAList = (ids: string[]) => sql<Answer<'myFamilies'>['items'][number]>`
  select c.id, c.code, h.label, h.locality, step.phase, ${atUtc('c.opened_at')} as "openedAt",
    ${workerName('w')} as coordinator, w.phone as "coordinatorPhone", p.name as "partnershipName",
    case when 'coordinate' = any (step.classes) then 'coordinator' when 'team' = any (step.classes) then 'team'
      when 'head' = any (step.classes) then 'head' when 'request' = any (step.classes) then 'invited' else 'asked' end as mine,
    step.review_on as "reviewOn"
  from unnest(${ids}::uuid[]) with ordinality page (id, no) join cases."case" c using (id)
  join partnerships.partnership p on p.id = c.partnership_id
  left join families.phases(${ids}) step on step.case_id = c.id
  left join households.household h on h.id = c.household_id
  left join cases.coordinator k on k.case_id = c.id and k.period @> now()
  left join institutions.worker w on w.id = k.worker_id
  order by page.no`

export const standingOf = (caseId: string) => sql<Answer<'standing'>>`
  select phase, reached, unfinished as "unfinishedContract" from families.phases(array[${caseId}::uuid])`

export const ledByMine = sql<Answer<'led'>['families'][number]>`
  select c.id, c.code, h.label, h.locality, l.late_tasks as "lateTasks", l.late_answers as "lateAnswers", l.review_on as "reviewOn",
    case when w.id is not null then jsonb_build_object('id', w.id, 'name', ${workerName('w')}, 'position', w.position) end as coordinator
  from families.led_by_mine() l join cases."case" c on c.id = l.case_id left join households.household h on h.id = c.household_id
  left join institutions.worker w on w.id = l.coordinator_id order by l.late_tasks + l.late_answers desc, h.label, c.id`
