import { sql } from 'kysely'
import type { z } from 'zod'
import { answerDaysOtherwise } from '../partnerships/contract.ts'
import { usualAnswerDays } from '../partnerships/questions.ts'
import { atUtc, dayInPoland } from '../platform/database/instants.ts'
import { type Finding, inEachFolder } from '../platform/parts.ts'
import type { dayContract } from './contract.ts'

type Day = z.output<typeof dayContract.day.answer>
type Waiting = Day['waitingForMe'][number] & { askedOn: string; days: number }
type Owed = Omit<Day['iWaitFor'][number], 'usedDays' | 'totalDays'> & { days: number }

const told = (await inEachFolder('tells.ts')).map(({ tells }) => tells)
const news = told.flatMap((tells) => tells.news ?? [])
const searched = told.flatMap((tells) => tells.search ?? []).sort((a, b) => a.position - b.position)

const familyOf = (caseId: string) =>
  sql.raw(
    `(select h.label from cases."case" fc join households.household h on h.id = fc.household_id where fc.id = ${caseId})`,
  )
const codeOf = (caseId: string) => sql.raw(`(select fc.code from cases."case" fc where fc.id = ${caseId})`)
const usualDays = usualAnswerDays(sql.ref('c.partnership_id'))

/** Everything that waits for my answer, with the day it was asked and the working days agreed for an answer. */
export const whoWaitsForMe = (workerId: string) => sql<Waiting>`
  select 'invitation' as kind, t.id, t.case_id as "caseId", ${codeOf('t.case_id')} as code, ${familyOf('t.case_id')} as family, t.asked as what,
    b.given_name || ' ' || b.family_name as "from", coalesce(i.short_name, i.name) as "fromInstitution", i.kind as "fromKind", null::date as due,
    ${dayInPoland('t.invited_at')} as "askedOn", ${usualDays} as days
  from cases.team_member t join cases."case" c on c.id = t.case_id join institutions.worker b on b.id = t.invited_by
  join institutions.institution i on i.id = b.institution_id
  where t.worker_id = ${workerId} and t.answer is null
  union all
  select 'item', m.id, m.scope_id, m.code, ${familyOf('m.scope_id')}, m.service_kind, b.given_name || ' ' || b.family_name, coalesce(i.short_name, i.name), i.kind,
    m.answer_by, ${dayInPoland('m.asked_at')}, ${usualDays}
  from baskets.asked_of_me() m join cases."case" c on c.id = m.scope_id
  left join cases.coordinator k on k.case_id = c.id and k.period @> now() left join institutions.worker b on b.id = k.worker_id
  join cases.lead l on l.case_id = c.id and l.period @> now() join institutions.institution i on i.id = l.institution_id
  union all
  select 'concern', k.id, null, null, null, null, w.given_name || ' ' || w.family_name, coalesce(i.short_name, i.name), i.kind, null,
    ${dayInPoland('k.sent_at')}, u.answer_working_days
  from concerns.concern k join concerns.concern_urgency u on u.code = k.urgency join institutions.institution i on i.id = k.reporter_institution_id
  left join institutions.worker w on w.id = k.reporter_id
  where k.state = 'new' and (k.partnership_id, k.addressed_to) in (select * from concerns.intakes_i_answer())
  union all
  select 'handover', h.id, null, h.code, null, h.reason, null, coalesce(i.short_name, i.name), i.kind, null, ${dayInPoland('h.offered_at')}, ${answerDaysOtherwise}::int
  from cases.offered_to_me() h join institutions.institution i on i.id = h.from_institution_id
  union all
  select 'approval', s.id, s.scope_id, ${codeOf('s.scope_id')}, ${familyOf('s.scope_id')}, null, b.given_name || ' ' || b.family_name, coalesce(i.short_name, i.name), i.kind, null,
    ${dayInPoland('s.drawn_up_at')}, ${answerDaysOtherwise}::int
  from contracts.social_contract s join institutions.worker b on b.id = s.drawn_up_by join institutions.institution i on i.id = b.institution_id
  where s.state = 'signed' and not contracts.i_drew_up(s.id) and s.scope_id = any ((select access.my_scopes('head'))::uuid[])
  union all
  select 'coordinator', c.id, c.id, c.code, ${familyOf('c.id')}, null, b.given_name || ' ' || b.family_name, coalesce(i.short_name, i.name), i.kind, null,
    ${dayInPoland('greatest(c.opened_at, (select max(upper(k.period)) from cases.coordinator k where k.case_id = c.id))')}, ${usualDays}
  from cases."case" c join institutions.worker b on b.id = c.opened_by join institutions.institution i on i.id = b.institution_id
  where c.closed_at is null and c.id = any ((select access.my_scopes('head'))::uuid[])
    and not exists (select from cases.coordinator k where k.case_id = c.id and k.period @> now())
  union all
  select 'declaration', m.id, null, null, null, p.name, null, coalesce(i.short_name, i.name), i.kind, null, ${dayInPoland('m.invited_at')}, ${answerDaysOtherwise}::int
  from partnerships.membership m join partnerships.partnership p on p.id = m.partnership_id join institutions.institution i on i.id = p.leading_institution_id
  where m.institution_id = institutions.i_head() and m.declared_on is null and m.period is null and m.left_because is null
  union all
  select 'signature', a.id, null, null, null, p.name, null, coalesce(i.short_name, i.name), i.kind, null, lower(a.planned), ${answerDaysOtherwise}::int
  from partnerships.agreement_party y join partnerships.agreement a on a.id = y.agreement_id join partnerships.partnership p on p.id = a.partnership_id
  join institutions.institution i on i.id = p.leading_institution_id
  where y.institution_id = institutions.i_head() and y.signed_on is null and coalesce(upper(a.in_force), splot.start_of_day(upper(a.planned))) > now()
    -- A newer draft replaces an older.
    and (a.in_force is not null or not exists (select from partnerships.agreement b
      where b.partnership_id = a.partnership_id and b.in_force is null and b.id > a.id))
  union all
  select 'lead', o.partnership_id, null, null, null, p.name, null, coalesce(i.short_name, i.name), i.kind, null, ${dayInPoland('o.offered_at')}, ${answerDaysOtherwise}::int
  from partnerships.lead_offer o join partnerships.partnership p on p.id = o.partnership_id
  join institutions.institution i on i.id = o.from_institution_id
  where o.answer is null and o.to_institution_id = institutions.i_head_myself()
  union all
  select 'entry', r.id, r.scope_id, c.code, ${familyOf('r.scope_id')}, r.why, b.given_name || ' ' || b.family_name, coalesce(i.short_name, i.name), i.kind, null,
    ${dayInPoland('r.asked_at')}, ${usualDays}
  from timeline.entry_request r join cases."case" c on c.id = r.scope_id join institutions.worker b on b.id = r.asked_by
  join institutions.institution i on i.id = b.institution_id where r.answer is null
  union all
  -- An officer's part that ended because they also worked with families, until another is named, for two months at most.
  select 'officer', d.id, null, null, null, d.part, w.given_name || ' ' || w.family_name, null, null, null, ${dayInPoland('upper(d.period)')}, ${answerDaysOtherwise}::int
  from institutions.delegation d join institutions.worker w on w.id = d.worker_id
  where d.ended_because = 'works_with_families' and d.institution_id = institutions.i_head_myself()
    and upper(d.period) > now() - interval '60 days' and not exists (select from institutions.delegation o
      where o.institution_id = d.institution_id and o.part = d.part and o.period @> now())
  union all
  select 'record', r.id, null, null, null, r.purpose, w.given_name || ' ' || w.family_name, null, null, null, ${dayInPoland('lower(r.valid)')}, ${answerDaysOtherwise}::int
  from oversight.record r join institutions.worker w on w.id = r.worker_id
  where r.institution_id = institutions.i_head() and r.head_told_from <= now() and r.seen_at is null and r.worker_id <> ${workerId}`

/** Those whose answer I wait for, in the cases I coordinate. */
export const whomIWaitFor = sql<Owed>`
  select 'invitation' as kind, t.id, t.case_id as "caseId", ${familyOf('t.case_id')} as family, c.code, t.part as what,
    w.given_name || ' ' || w.family_name as worker, coalesce(i.short_name, i.name) as institution, i.kind as "institutionKind", coalesce(w.phone, i.phone) as phone,
    ${dayInPoland('t.invited_at')} as "askedOn", ${usualDays} as days
  from cases.team_member t join cases."case" c on c.id = t.case_id join institutions.worker w on w.id = t.worker_id
  join institutions.institution i on i.id = t.institution_id
  where t.answer is null and t.case_id = any ((select access.my_scopes('coordinate'))::uuid[])
  union all
  select 'item', m.id, m.scope_id, ${familyOf('m.scope_id')}, c.code, m.what, w.given_name || ' ' || w.family_name, coalesce(i.short_name, i.name), i.kind,
    coalesce(w.phone, i.phone), ${dayInPoland('m.asked_at')}, ${usualDays}
  from baskets.item m join cases."case" c on c.id = m.scope_id join institutions.institution i on i.id = m.provider_id
  left join institutions.worker w on w.id = m.worker_id
  where m.asked_at is not null and m.institution_answer is null and m.removed_at is null and m.scope_id = any ((select access.my_scopes('coordinate'))::uuid[])
  order by "askedOn", id limit 50`

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
