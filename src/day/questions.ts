import { sql } from 'kysely'
import type { z } from 'zod'
import { atUtc, dayInPoland } from '../platform/database/instants.ts'
import type { Due } from '../platform/due.ts'
import { type Finding, inEachFolder } from '../platform/parts.ts'
import type { dayContract } from './contract.ts'

type Day = z.output<typeof dayContract.day.answer>
const told = (await inEachFolder('tells.ts')).map(({ tells }) => tells)
const news = told.flatMap((tells) => tells.news ?? [])
const answered = told.flatMap((tells) => tells.answered ?? [])
const dues = told.flatMap((tells) => tells.due ?? [])
const searched = told.flatMap((tells) => tells.search ?? []).sort((a, b) => a.position - b.position)

/** Which family a row is about, looked up row by row: of somebody with thousands of families a few rows are told. */
const familyOf = (scope: string) => sql`left join lateral (
    select c.code, h.label as family from cases."case" c left join households.household h on h.id = c.household_id where c.id = ${sql.raw(scope)} offset 0) f on true`

/** Everything that waits for my answer: dangers first, then what is to be answered by an hour, then families that nobody coordinates, then what is due first. */
export const whoWaitsForMe = sql<Day['waitingForMe'][number]>`
  select a.kind, a.subject_id as id, a.scope_id as "scopeId", f.code, f.family, a.what, a."from", a.from_institution as "fromInstitution",
    a.from_kind as "fromKind", a.phone, a.urgent, ${atUtc('a.seen_at')} as "seenAt", a.seen_by as "seenBy", a.answer_by as due, ${atUtc('a.answer_at')} as "answerAt", a.answers, a.instead_of as "insteadOf", (array['deputy', 'head', 'leader'])[a.climbed] as climbed
  from asks.waiting_for_me() a ${familyOf('a.scope_id')}
  order by a.urgent desc, a.answer_at nulls last, starts_with(a.kind, 'coordinator') desc, a.answer_by, a.id`

export const howManyWaitForMe = sql<
  z.output<typeof dayContract.count.answer>
>`select n.count, n.urgent from asks.how_many_wait_for_me() n`

/** Those whose answer I wait for, the longest first. */
export const whomIWaitFor = sql<Day['iWaitFor'][number]>`
  select a.kind, a.subject_id as id, a.scope_id as "scopeId", f.code, f.family, a.what, a.worker, a.institution,
    a.institution_kind as "institutionKind", a.phone, ${dayInPoland('a.asked_at')} as "askedOn", a.used_days as "usedDays", a.total_days as "totalDays", ${atUtc('a.answer_at')} as "answerAt", a.urgent,
    ${atUtc('a.seen_at')} as "seenAt", a.away_until as "awayUntil", a.stand_in as "standIn", (array['deputy', 'head', 'leader'])[a.climbed] as climbed,
    case when a.can_remind then jsonb_build_object('id', a.id, 'remindedOn', a.reminded_on, 'against', a.against_reminding) end as remindable
  from asks.i_wait_for(50) a ${familyOf('a.scope_id')}`

/** What is due to a worker, told by the slices that know of it. */
export const whatIsDue = (workerId: string) => sql<Due>`
  select d.kind, d.id, d.scope_id as "scopeId", f.family, f.code, d.what, d.state, d.due
  from (${sql.join(
    dues.map(
      ({ kind, of }) =>
        sql`select ${sql.lit(kind)} as kind, t.* from ${of(workerId)} t (id, scope_id, what, state, due)`,
    ),
    sql` union all `,
  )}) d ${familyOf('d.scope_id')}
  order by d.due nulls last, d.id`

export type News = Omit<Day['sinceYesterday'][number], 'values' | 'kind'> & {
  sealedValues: Buffer | null
  scopeId: string | null
  told: Record<string, unknown> | null
}

const yesterday = sql`(splot.today_pl() - 1)::timestamp at time zone 'Europe/Warsaw'`

/**
 * What others did since yesterday morning, the newest first: in cases on whose team I am or whose institution I head, as far as I
 * may read of it, and what they answered me elsewhere.
 */
export const newsSince = (workerId: string) => sql<News>`
  (select e.id, ${atUtc('e.at')} as at, c.id as "caseId", c.code, h.label as family, e.verb,
    w.given_name || ' ' || w.family_name as worker, coalesce(i.short_name, i.name) as institution, e.sealed_values as "sealedValues", e.scope_id as "scopeId",
    null::jsonb as told, null as "to"
  from journal.entry e join cases."case" c on c.id = e.scope_id left join households.household h on h.id = c.household_id
  left join institutions.worker w on w.id = e.worker_id left join institutions.institution i on i.id = e.institution_id
  where e.scope_id = any ((select access.my_scopes('team'))::uuid[] || (select access.my_scopes('head'))::uuid[]) and e.worker_id <> ${workerId}
    and e.at > ${yesterday}
    and e.verb = any (${[...news]})
  order by e.at desc, e.id desc limit 40)
  union all
  (select a.id, ${atUtc('a.at')}, null, null, null, a.verb, null, coalesce(i.short_name, i.name, a.outside), null, null, a.told, a."to"
  from (${sql.join(
    answered.map((of) => of(yesterday)),
    sql` union all `,
  )}) a (id, at, verb, institution_id, told, "to", outside) left join institutions.institution i on i.id = a.institution_id)
  order by at desc, id desc limit 40`

/** What somebody typed, found by the slices that know of it. */
export const found = (typed: string) => sql<Finding>`
  with found (id, kind, title, sub, phone, "to") as (${sql.join(
    searched.map(({ of }) => of(typed)),
    sql` union all `,
  )})
  select * from found`

export const calendarOpenSince = sql<
  z.output<typeof dayContract.calendar.answer>
>`select ${atUtc('day.calendar_open_since()')} as "openSince"`

export const today = sql<{ today: string }>`select splot.today_pl()::text as today`
