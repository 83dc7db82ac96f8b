import { sql } from 'kysely'
import type { z } from 'zod'
import { atUtc, dayInPoland } from '../platform/database/instants.ts'
import type { dayContract } from './contract.ts'

type Day = z.output<typeof dayContract.day.answer>
const familyOf = (caseId: string) =>
  sql.raw(
    `(select h.label from cases."case" fc join households.household h on h.id = fc.household_id where fc.id = ${caseId})`,
  )
const codeOf = (caseId: string) => sql.raw(`(select fc.code from cases."case" fc where fc.id = ${caseId})`)
/** Everything that waits for my answer: families that nobody coordinates first, then what is due first. */
export const whoWaitsForMe = sql<Day['waitingForMe'][number]>`
  select a.kind, a.subject_id as id, a.scope_id as "scopeId", c.code, h.label as family, a.what, a."from", a.from_institution as "fromInstitution",
    a.from_kind as "fromKind", a.answer_by as due
  from asks.waiting_for_me() a left join cases."case" c on c.id = a.scope_id left join households.household h on h.id = c.household_id
  order by a.kind = 'coordinator' desc, a.answer_by, a.id`

/** Those whose answer I wait for, the longest first. */
export const whomIWaitFor = sql<Day['iWaitFor'][number]>`
  select a.kind, a.subject_id as id, a.scope_id as "scopeId", c.code, h.label as family, a.what, a.worker, a.institution,
    a.institution_kind as "institutionKind", a.phone, ${dayInPoland('a.asked_at')} as "askedOn", a.used_days as "usedDays", a.total_days as "totalDays",
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
    and e.verb in ('team.accepted', 'team.declined', 'item.accepted', 'item.declined', 'item.changed', 'family.answered', 'view.opened',
      'contact.opened', 'assessment.fixed', 'basket.frozen', 'contract.approved', 'task.done', 'task.not-done', 'consent.withdrawn', 'case.closed', 'concern.attached')
  order by e.at desc, e.id desc limit 12`

/** Families by label, code or the name of one of their people, people by name, colleagues and institutions by name or phone. */
export const found = (q: string) => sql<z.output<typeof dayContract.search.answer>['results'][number]>`
  (select c.id::text as id, 'family' as kind, h.label as title, c.code || coalesce(', ' || h.locality, '') as sub, null as phone, '/families/' || c.id as "to"
    from cases."case" c left join households.household h on h.id = c.household_id
    where splot.folded(h.label) like '%' || splot.sought(${q}) || '%' or starts_with(c.code, upper(${q}))
      or c.household_id in (select p.household_id from households.search(${q}) p)
    order by splot.folded(h.label) like '%' || splot.sought(${q}) || '%' desc nulls last, h.label, c.id limit 6)
  union all
  (select p.person_id::text, 'person', p.name, concat_ws(', ', p.also_known, p.household_label), null, '/families/' || c.id
    from households.search(${q}) p join cases."case" c on c.household_id = p.household_id limit 6)
  union all
  (select w.id::text, 'worker', w.given_name || ' ' || w.family_name, w.position || ', ' || i.name, coalesce(w.phone, i.phone), '/institutions/' || i.id
    from institutions.worker w join institutions.institution i on i.id = w.institution_id
    where w.period @> now() and (splot.folded(w.given_name || ' ' || w.family_name) like '%' || splot.sought(${q}) || '%'
      or length(regexp_replace(${q}, '\\D', '', 'g')) >= 4 and regexp_replace(w.phone, '\\D', '', 'g') like '%' || regexp_replace(${q}, '\\D', '', 'g') || '%')
    order by w.family_name collate "pl-x-icu", w.id limit 6)
  union all
  (select i.id::text, 'institution', i.name, k.pl, i.phone, '/institutions/' || i.id
    from institutions.institution i join institutions.institution_kind k on k.code = i.kind
    where i.id = any ((select partnerships.institutions_i_meet())::uuid[]) and splot.folded(i.name || ' ' || coalesce(i.short_name, '')) like '%' || splot.sought(${q}) || '%'
    order by i.name collate "pl-x-icu", i.id limit 6)`
