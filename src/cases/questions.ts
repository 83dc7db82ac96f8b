import { sql } from 'kysely'
import type { z } from 'zod'
import { atUtc } from '../platform/database/instants.ts'
import type { FormData } from '../platform/documents/form.ts'
import type { caseHead, casesContract } from './contract.ts'
import type { papers } from './papers.ts'

type Answer<Name extends keyof typeof casesContract> = z.output<(typeof casesContract)[Name]['answer']>
export type CaseHead = z.output<typeof caseHead>

const workerName = (alias: string) => sql.raw(`${alias}.given_name || ' ' || ${alias}.family_name`)

const workerJson = (alias: string) =>
  sql.raw(`jsonb_build_object('id', ${alias}.id, 'name', ${alias}.given_name || ' ' || ${alias}.family_name,
  'position', ${alias}.position, 'phone', ${alias}.phone, 'phoneHours', ${alias}.phone_hours, 'institutionId', ${alias}.institution_id,
  'institutionName', (select coalesce(short_name, name) from institutions.institution x where x.id = ${alias}.institution_id),
  'institutionKind', (select kind from institutions.institution x where x.id = ${alias}.institution_id))`)

const onPaper =
  sql.raw(`jsonb_build_object('name', w.given_name || ' ' || w.family_name, 'position', w.position,
  'institution', i.name, 'phone', w.phone, 'hours', w.phone_hours)`)

export const caseById = (id: string, workerId: string) => sql<CaseHead>`
  select c.id, c.code, c.partnership_id as "partnershipId", p.name as "partnershipName",
    (select jsonb_build_object('id', i.id, 'name', coalesce(i.short_name, i.name)) from cases.lead l join institutions.institution i on i.id = l.institution_id
      where l.case_id = c.id and l.period @> now()) as "leadingInstitution",
    (select ${workerJson('w')} || jsonb_build_object('proposed', k.proposed and k.confirmed_at is null) from cases.coordinator k join institutions.worker w on w.id = k.worker_id
      where k.case_id = c.id and k.period @> now()) as coordinator,
    c.plan_template as "planTemplate",
    (select r.number from cases.registry_number r where r.case_id = c.id) as "registryNumber",
    ${atUtc('lower(o.period)')} as "openedAt", ${atUtc('upper(o.period)')} as "closedAt", o.closing_reason as "closingReason",
    o.after_care::text[] as "afterCare",
    (select jsonb_build_object('id', h.id, 'label', h.label, 'locality', h.locality, 'communeName', s.name)
      from households.household h left join territory.unit_state s on s.terc = h.commune and s.valid @> splot.today_pl()
      where h.id = c.household_id) as household,
    array(select kind from cases.problem q where q.scope_id = c.id order by kind) as problems,
    (select r.what from cases.reported r where r.case_id = c.id) as reported,
    array(select d from unnest(array['coordinate', 'team', 'head', 'appoint', 'file', 'whereabouts', 'health', 'addiction', 'justice']) d
      where d = any (held.classes)) || case when cases.i_can_void(c.id) then array['void'] else '{}' end as may,
    (select jsonb_build_object('id', v.id, 'to', coalesce(i.short_name, i.name), 'reason', v.reason, 'offeredAt', ${atUtc('v.offered_at')},
        'answer', v.answer, 'answeredAt', ${atUtc('v.answered_at')})
      from cases.handover v join institutions.institution i on i.id = v.to_institution_id
      where v.case_id = c.id order by v.offered_at desc, v.id limit 1) as handover,
    (select jsonb_build_object('memberId', t.id, 'state', coalesce(t.answer, 'invited'), 'asked', t.asked, 'part', t.part) from cases.team_member t
      where t.case_id = c.id and t.worker_id = ${workerId} and (t.answer is null or t.answer = 'accepted' and t.left_at is null)) as mine,
    c.version
  from cases."case" c join partnerships.partnership p on p.id = c.partnership_id
  left join lateral (select * from cases.opening o where o.case_id = c.id order by lower(period) desc limit 1) o on true
  cross join lateral (select access.my_classes(c.id) as classes offset 0) held
  where c.id = ${id}`

/** The team of a case that I may see, in rows of which the only one is empty where nobody is asked yet. */
export const teamOf = (caseId: string) => sql<
  Answer<'team'>[number] | { [Name in keyof Answer<'team'>[number]]: null }
>`
  select w.id, ${workerName('w')} as name, w.position, i.id as "institutionId", coalesce(i.short_name, i.name) as "institutionName", i.kind as "institutionKind",
    w.phone, w.phone_hours as "phoneHours", t.id as "memberId", t.part,
    case when t.answer is null then 'invited' when t.left_at is not null then 'left' else t.answer end as state,
    ${atUtc('t.invited_at')} as "invitedAt", ${atUtc('t.answered_at')} as "answeredAt", t.decline_reason as "declineReason", t.version
  from cases."case" c left join (cases.team_member t join institutions.worker w on w.id = t.worker_id join institutions.institution i on i.id = t.institution_id)
    on t.case_id = c.id and t.answer is distinct from 'withdrawn'
  where c.id = ${caseId}
  order by t.answer = 'accepted' and t.left_at is null desc, t.answer is null desc, t.invited_at, t.id`

/** The team for a paper at home: nobody of an institution whose kind alone tells that somebody drinks, is punished or beaten. */
export const teamOnPaper = (caseId: string) => sql<{
  code: string
  coordinator: FormData<(typeof papers)['family-team']>['coordinator']
  people: FormData<(typeof papers)['family-team']>['people']
}>`
  select c.code,
    (select ${onPaper} from cases.coordinator k join institutions.worker w on w.id = k.worker_id join institutions.institution i on i.id = w.institution_id
      where k.case_id = c.id and k.period @> now()) as coordinator,
    coalesce((select jsonb_agg(${onPaper} order by t.answered_at, t.id)
      from cases.team_member t join institutions.worker w on w.id = t.worker_id join institutions.institution i on i.id = t.institution_id
      join institutions.institution_kind n on n.code = i.kind
      where t.case_id = c.id and t.answer = 'accepted' and t.left_at is null and n.tells is null
        and not exists (select from cases.coordinator k where k.case_id = c.id and k.worker_id = w.id and k.period @> now())), '[]') as people
  from cases."case" c where c.id = ${caseId}`

/** Workers of the leading institution who may coordinate a case: they go on working there, are not kept from it, and no officers. */
export const whoMayCoordinate = (caseId: string) => sql<Answer<'whoMayCoordinate'>[number]>`
  select w.id, ${workerName('w')} as name, w.position
  from cases.lead l join institutions.worker w on w.institution_id = l.institution_id and upper_inf(w.period)
  where l.case_id = ${caseId} and l.period @> now() and cases.may_be_asked(l.case_id, w.id)
  order by w.family_name collate "pl-x-icu", w.given_name collate "pl-x-icu", w.id`

/** Workers who may be asked into the team, of those who work in teams; those whom the competence map proposes for its problems come first. */
export const whomToInvite = (caseId: string) => sql<Answer<'whoMayBeInvited'>[number]>`
  with proposal as materialized (
    select k.institution_kind, k.part, k.problem_kind, case when k.locked then k.law end as law, array_position(array['must', 'leads', 'may'], k.part) as rank
    from cases."case" c cross join lateral competence.competence_of(c.partnership_id) k
    join cases.problem q on q.kind = k.problem_kind and q.scope_id = c.id where c.id = ${caseId})
  select w.id, ${workerName('w')} as name, w.position, i.id as "institutionId", coalesce(i.short_name, i.name) as "institutionName",
    i.kind as "institutionKind", w.phone, w.phone_hours as "phoneHours", exists (
      select from partnerships.appointment a join partnerships.membership m on m.id = a.membership_id
      where a.worker_id = w.id and a.period @> now() and m.partnership_id = c.partnership_id) as represents,
    case when k.part is not null then jsonb_build_object('part', k.part, 'problem', k.problem_kind, 'law', k.law) end as proposed
  from cases."case" c
  cross join institutions.worker w
  join institutions.institution i on i.id = w.institution_id
  left join lateral (
    select p.part, p.problem_kind, p.law, p.rank from proposal p where p.institution_kind = i.kind order by p.rank limit 1) k on true
  where c.id = ${caseId} and cases.may_be_asked(c.id, w.id) and cases.works_in_teams(w.id) and not exists (
    select from cases.team_member t
    where t.case_id = c.id and t.worker_id = w.id and (t.answer is null or t.answer = 'accepted' and t.left_at is null))
  order by k.rank nulls last, represents desc, i.name collate "pl-x-icu", w.family_name collate "pl-x-icu", w.id
  limit 300`

/** My grants in a case, person by person where they are about somebody; what I read of others' entries follows from these. */
export const whyISee = (caseId: string) => sql<Answer<'why'>['reasons'][number]>`
  select y.because ->> 'reason' as reason, array_agg(distinct c order by c) as classes, ${atUtc('max(y.until)')} as until,
    p.name as about, r.kind
  from access.why(${caseId}) y cross join unnest(y.classes) c left join households.person p on p.id = y.about_id
  left join consents.basis b on b.id = (y.because ->> 'basis')::uuid left join consents.basis_rule r on r.code = b.rule
  where not y.because ? 'giver' group by 1, p.id, p.name, p.given_name, p.family_name, r.kind order by 1, p.family_name, p.given_name, p.id`

/** Whom whoever excludes may name: everybody who works in the partnership now, also who heads an institution of it. */
export const whomToExclude = (caseId: string) => sql<Answer<'whoMayBeExcluded'>[number]>`
  select w.id, ${workerName('w')} as name, coalesce(i.short_name, i.name) as "institutionName"
  from cases."case" c cross join institutions.worker w join institutions.institution i on i.id = w.institution_id
  where c.id = ${caseId} and w.period @> now()
    and (w.institution_id = institutions.my_institution() or w.institution_id in (
      select m.institution_id from partnerships.membership m where m.partnership_id = c.partnership_id and m.period @> now()))
    and w.id not in (select e.worker_id from cases.exclusions_of(c.id) e where e.lifted_at is null)
  order by w.institution_id = institutions.my_institution() desc, i.name collate "pl-x-icu", w.family_name collate "pl-x-icu", w.given_name collate "pl-x-icu", w.id`

/** Who is excluded from everything about the family, those still excluded first. */
export const exclusionsOf = (caseId: string) => sql<Answer<'exclusions'>[number]>`
  select e.id, e.worker_id as "workerId", ${workerName('w')} as name, coalesce(i.short_name, i.name) as "institutionName", e.kind,
    ${atUtc('e.since')} as since, ${atUtc('e.lifted_at')} as "liftedAt", e.lifted_because as "liftedBecause"
  from cases.exclusions_of(${caseId}) e join institutions.worker w on w.id = e.worker_id join institutions.institution i on i.id = w.institution_id
  order by e.lifted_at nulls first, e.since desc, e.id`

export const opinionsOf = (caseId: string) => sql<Answer<'opinions'>[number]>`
  select o.id, coalesce(i.short_name, i.name) as "institutionName", o.what, ${atUtc('o.recorded_at')} as "recordedAt"
  from cases.opinion o left join institutions.institution i on i.id = o.institution_id where o.scope_id = ${caseId} order by o.recorded_at, o.id`

export const handoverToMe = (id: string) => sql<Answer<'offeredHandover'>>`
  select h.id, h.code, coalesce(i.short_name, i.name) as "fromInstitution", h.reason, ${atUtc('h.offered_at')} as "offeredAt"
  from cases.offered_to_me() h join institutions.institution i on i.id = h.from_institution_id where h.id = ${id}`
