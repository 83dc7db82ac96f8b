import { sql } from 'kysely'
import type { z } from 'zod'
import { atUtc, dayInPoland } from '../platform/database/instants.ts'
import { type Finding, inEachFolder } from '../platform/parts.ts'
import type { dayContract } from './contract.ts'

type Day = z.output<typeof dayContract.day.answer>
const told = (await inEachFolder('tells.ts')).map(({ tells }) => tells)
const news = told.flatMap((tells) => tells.news ?? [])
const searched = told.flatMap((tells) => tells.search ?? []).sort((a, b) => a.position - b.position)

const familyOf = (caseId: string) =>
  sql.raw(
    `(select h.label from cases."case" fc join households.household h on h.id = fc.household_id where fc.id = ${caseId})`,
  )
const codeOf = (caseId: string) => sql.raw(`(select fc.code from cases."case" fc where fc.id = ${caseId})`)
/** Everything that waits for my answer: dangers first, then families that nobody coordinates, then what is due first. */
export const whoWaitsForMe = sql<Day['waitingForMe'][number]>`
  select a.kind, a.subject_id as id, a.scope_id as "scopeId", c.code, h.label as family, a.what, a."from", a.from_institution as "fromInstitution",
    a.from_kind as "fromKind", a.phone, a.urgent, ${atUtc('a.seen_at')} as "seenAt", a.seen_by as "seenBy", a.answer_by as due
  from asks.waiting_for_me() a left join cases."case" c on c.id = a.scope_id left join households.household h on h.id = c.household_id
  order by a.urgent desc, a.kind = 'coordinator' desc, a.answer_by, a.id`

export const howManyWaitForMe = sql<
  z.output<typeof dayContract.count.answer>
>`select n.count, n.urgent from asks.how_many_wait_for_me() n`

/** Those whose answer I wait for, the longest first. */
export const whomIWaitFor = sql<Day['iWaitFor'][number]>`
  select a.kind, a.subject_id as id, a.scope_id as "scopeId", c.code, h.label as family, a.what, a.worker, a.institution,
    a.institution_kind as "institutionKind", a.phone, ${dayInPoland('a.asked_at')} as "askedOn", a.used_days as "usedDays", a.total_days as "totalDays", a.urgent,
    ${dayInPoland('a.seen_at')} as "seenOn", a.reminded, a.can_remind as "canRemind"
  from asks.i_wait_for(50) a left join cases."case" c on c.id = a.scope_id left join households.household h on h.id = c.household_id`

/** Open tasks that are mine, or my institution's and nobody's in a team that I am on: late, due today or tomorrow, or without a day. */
export const myTasks = (workerId: string) => sql<Day['tasks'][number]>`
  select t.id, t.scope_id as "caseId", ${familyOf('t.scope_id')} as family, ${codeOf('t.scope_id')} as code, t.what, t.due, t.version
  from worklist.task t where (t.worker_id = ${workerId} or t.worker_id is null and t.institution_id = institutions.my_institution()
      and t.scope_id = any ((select access.my_scopes('team'))::uuid[])) and t.ended_at is null and (t.due is null or t.due <= splot.today_pl() + 1)
  order by t.due nulls last, t.id limit 50`

/** Reviews of my families in the next 30 days, and those that are late. */
export const reviewsNear = sql<Day['reviews'][number]>`
  select r.scope_id as "caseId", ${familyOf('r.scope_id')} as family, c.code, r.due,
    (select phase from families.phases(array[c.id])) as phase
  from contracts.review r join cases."case" c on c.id = r.scope_id
  where r.held_on is null and r.due <= splot.today_pl() + 30 and r.scope_id = any ((select access.my_scopes('team'))::uuid[])
  order by r.due, r.id limit 10`

export type News = Omit<Day['sinceYesterday'][number], 'values'> & {
  sealedValues: Buffer | null
  scopeId: string | null
}

/** What others did in my cases since yesterday morning: answers first of all. */
export const newsSince = (workerId: string) => sql<News>`
  select e.id, ${atUtc('e.at')} as at, c.id as "caseId", h.label as family, e.verb,
    w.given_name || ' ' || w.family_name as worker, coalesce(i.short_name, i.name) as institution, e.sealed_values as "sealedValues", e.scope_id as "scopeId"
  from journal.entry e join cases."case" c on c.id = e.scope_id left join households.household h on h.id = c.household_id
  left join institutions.worker w on w.id = e.worker_id left join institutions.institution i on i.id = e.institution_id
  where e.scope_id = any ((select access.my_scopes('team'))::uuid[]) and e.worker_id <> ${workerId}
    and e.at > (splot.today_pl() - 1)::timestamp at time zone 'Europe/Warsaw'
    and e.verb = any (${[...news]})
  order by e.at desc, e.id desc limit 12`

/** What somebody typed, found by the slices that know of it. */
export const found = (typed: string) => sql<Finding>`
  with found (id, kind, title, sub, phone, "to") as (${sql.join(
    searched.map(({ of }) => of(typed)),
    sql` union all `,
  )})
  select * from found`
