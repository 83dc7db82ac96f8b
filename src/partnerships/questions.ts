import { sql } from 'kysely'
import type { z } from 'zod'
import { atUtc, dayInPoland, lastDayInPoland } from '../platform/database/instants.ts'
import { comesAfter } from '../platform/database/paging.ts'
import type { partnershipsContract } from './contract.ts'

export type Answer<Name extends keyof typeof partnershipsContract> = z.output<
  (typeof partnershipsContract)[Name]['answer']
>

/** Where a membership `m` stands. */
const stateOfMembership = sql.raw(`case
  when m.left_because is not null then 'left'
  when m.period is null and m.declared_on is null then 'invited'
  when m.period is null or lower(m.period) > now() then 'declared'
  when exists (select from partnerships.membership_suspension s where s.membership_id = m.id and s.period @> now()) then 'suspended'
  else 'member' end`)

const lineColumns = sql`
  p.id, p.name, p.variant, p.team_name as "teamName", jsonb_build_object('id', l.id, 'name', l.name) as "leadingInstitution",
  coalesce((select jsonb_agg(jsonb_build_object('terc', a.terc, 'name', coalesce(s.name, a.terc)) order by s.name collate "pl-x-icu")
    from partnerships.area a left join territory.unit_state s on s.terc = a.terc and s.valid @> splot.today_pl()
    where a.partnership_id = p.id), '[]') as area,
  case when g.id is null then 'founding' when upper(g.in_force) <= now() then 'ended'
    when exists (select from partnerships.agreement_suspension s where s.agreement_id = g.id and s.period @> now()) then 'suspended'
    when lower(g.in_force) > now() then 'founding' else 'in_force' end as state,
  ${dayInPoland('f.since')} as since, ${lastDayInPoland('upper(g.in_force)')} as until,
  (select count(*) from partnerships.membership m where m.partnership_id = p.id and m.left_because is null and m.period @> now())::int as members,
  mine.state as mine, mine.id as "myMembershipId",
  p.leading_institution_id is not distinct from institutions.i_head() as "iLead"`
const lineTables = sql`
  partnerships.partnership p join institutions.institution l on l.id = p.leading_institution_id
  left join lateral (select * from partnerships.agreement g where g.partnership_id = p.id and g.in_force is not null
    order by g.in_force @> now() desc, lower(g.in_force) desc limit 1) g on true
  left join lateral (select min(lower(g.in_force)) as since from partnerships.agreement g where g.partnership_id = p.id) f on true
  left join lateral (select m.id, ${stateOfMembership} as state from partnerships.membership m
    where m.partnership_id = p.id and m.institution_id = institutions.my_institution() and m.left_because is null
    order by m.period is not null desc limit 1) mine on true`

export const myPartnerships = sql<Answer<'partnerships'>[number]>`
  select ${lineColumns} from ${lineTables} order by mine.state = 'invited' desc nulls last, p.name collate "pl-x-icu", p.id`

export const partnershipById = (id: string) => sql<Answer<'partnership'>>`
  select ${lineColumns}, p.tier, p.task_team_name as "taskTeamName", p.plan_name as "planName", p.version,
    partnerships.families_at_work(p.id) as families,
    (select count(*) from partnerships.membership m where m.partnership_id = p.id and m.left_because is not null and m.period is not null)::int as "left",
    institutions.i_head_myself() is not null as "iSign", g.id as "agreementId",
    (select jsonb_build_object('id', o.id, 'institution', jsonb_build_object('id', t.id, 'name', t.name), 'offeredOn', ${dayInPoland('o.offered_at')},
        'decidedOn', o.decided_on, 'decision', o.decision, 'mine', t.id is not distinct from institutions.my_institution())
      from partnerships.lead_offer o join institutions.institution t on t.id = o.to_institution_id
      where o.partnership_id = p.id and o.answer is null) as "leadOffer"
  from ${lineTables} where p.id = ${id}`

const appointed = (part: string) => sql`(
  select jsonb_build_object('id', a.id, 'workerId', w.id, 'name', w.given_name || ' ' || w.family_name, 'position', w.position,
    'phone', w.phone, 'since', ${dayInPoland('lower(a.period)')})
  from partnerships.appointment a join institutions.worker w on w.id = a.worker_id
  where a.membership_id = m.id and a.part = ${part} and a.period @> now() and w.period @> now())`

const memberColumns = sql`
  m.id, jsonb_build_object('id', i.id, 'name', i.name, 'shortName', i.short_name, 'kind', i.kind) as institution,
  m.institution_id = p.leading_institution_id as leading, m.institution_id = institutions.my_institution() as mine,
  ${stateOfMembership} as state, ${dayInPoland('m.invited_at')} as "invitedOn", m.answer_by as "answerBy",
  m.declared_on as "declaredOn", m.declaration_how as "declaredHow", m.declaration_file_id as "declarationFileId", m.contributes,
  ${dayInPoland('lower(m.period)')} as since,
  case when m.left_because is not null then ${dayInPoland('upper(m.period)')} end as "leftOn", m.left_because as "leftBecause",
  case when m.period is null then null
    when exists (select from partnerships.agreement_party y join partnerships.agreement g on g.id = y.agreement_id
      where g.partnership_id = p.id and y.institution_id = m.institution_id and y.founding and y.signed_on is not null) then 'agreement'
    else 'declaration' end as document,
  (select jsonb_build_object('until', ${lastDayInPoland('upper(s.period)')}, 'reason', s.reason,
      'mine', s.by_institution_id is not distinct from institutions.my_institution())
    from partnerships.membership_suspension s where s.membership_id = m.id and s.period @> now()) as suspension,
  ${appointed('representative')} as representative, ${appointed('deputy')} as deputy, m.version`
const memberTables = sql`
  partnerships.membership m join partnerships.partnership p on p.id = m.partnership_id
  join institutions.institution i on i.id = m.institution_id`

export const membersOf = (partnershipId: string) => sql<Answer<'members'>[number]>`
  select ${memberColumns} from ${memberTables} where m.partnership_id = ${partnershipId}
    and (m.left_because is null or m.period is not null)
  order by m.left_because is not null, m.institution_id = p.leading_institution_id desc, lower(m.period) nulls last,
    i.name collate "pl-x-icu", m.id`

export const memberById = (id: string) => sql<Answer<'members'>[number] & { partnershipId: string }>`
  select ${memberColumns}, m.partnership_id as "partnershipId" from ${memberTables} where m.id = ${id}`

/** Of a partnership, or of my own institution wherever it is asked. */
export const answerTimesOf = (partnershipId: string | null, since: string) => sql<
  // A row without an institution is of all together, one without a kind of all kinds.
  Omit<Answer<'answerTimes'>['institutions'][number], 'id' | 'step' | 'away' | 'completing'> & {
    id: string | null
    ofKind: string | null
    awayDays: number | null
    completingDays: number | null
    ownDays: number | null
  }
>`
  select i.id, i.name, i.short_name as "shortName", i.kind, t.kind as "ofKind", t.asked, t.in_time as "inTime", t.median::float8 as median,
    t.quarter::float8 as quarter, t.three_quarters::float8 as "threeQuarters", t.agreed, t.in_hours as "inHours", t.away as "awayDays", t.completing as "completingDays", t.own_days as "ownDays", t.passed_on as "passedOn",
    m.id as "membershipId", o.words as says, coalesce(i.id = (select institutions.i_head_myself()), false) as mine
  from partnerships.answer_times(${partnershipId}, ${since}::date) t left join institutions.institution i on i.id = t.institution_id
  left join partnerships.membership m on m.partnership_id = ${partnershipId} and m.institution_id = i.id and m.period @> now() and m.left_because is null and t.kind is null
  left join partnerships.objection o on o.membership_id = m.id and o.period @> now()
  order by t.median is null, i.name collate "pl-x-icu", t.kind`

export const agreementsOf = (partnershipId: string) => sql<Answer<'agreements'>[number]>`
  ${agreements} where g.partnership_id = ${partnershipId} order by g.in_force is null desc, lower(g.planned) desc, g.id desc`

export const agreementById = (id: string) => sql<Answer<'agreements'>[number] & { partnershipId: string }>`
  ${agreements} where g.id = ${id}`

/** The period that an agreement was made for, whatever became of it. */
export const plannedPeriod = (id: string) => sql<{ from: string; to: string }>`
  select lower(planned) as "from", upper(planned) - 1 as "to" from partnerships.agreement where id = ${id}`

const agreements = sql`
  select g.id, g.partnership_id as "partnershipId", g.number, lower(g.planned) as "from", coalesce(${lastDayInPoland('upper(g.in_force)')}, upper(g.planned) - 1) as "to",
    g.drafted_on as "draftedOn", ${dayInPoland('lower(g.in_force)')} as "inForceSince", coalesce(upper(g.in_force) <= now(), false) as ended,
    (select jsonb_build_object('lastDay', e.last_day, 'decidedOn', e.decided_on, 'reason', e.reason)
      from partnerships.agreement_end e where e.agreement_id = g.id) as "endedEarly",
    (select jsonb_build_object('until', ${lastDayInPoland('upper(s.period)')}, 'decidedOn', s.decided_on, 'reason', s.reason)
      from partnerships.agreement_suspension s where s.agreement_id = g.id and s.period @> now()) as suspension,
    jsonb_build_object('immediate', g.answer_days_immediate, 'urgent', g.answer_days_urgent, 'usual', g.answer_days_usual) as "answerDays",
    g.meeting_every_months as "meetingEveryMonths", g.notice_days as "noticeDays", g.provisions,
    coalesce((select jsonb_agg(jsonb_build_object('institutionId', y.institution_id, 'name', i.name, 'kind', i.kind, 'founding', y.founding,
        'signedOn', y.signed_on, 'how', y.how, 'fileId', y.file_id, 'mine', y.institution_id = institutions.my_institution())
        order by y.institution_id = p.leading_institution_id desc, i.name collate "pl-x-icu")
      from partnerships.agreement_party y join institutions.institution i on i.id = y.institution_id where y.agreement_id = g.id), '[]') as parties
  from partnerships.agreement g join partnerships.partnership p on p.id = g.partnership_id`

export const whatEnds = (agreementId: string) => sql<Answer<'beforeEnding'>>`
  select institutions, workers, families, requests from partnerships.before_ending(${agreementId})`

export const rulesColumns = sql`
  r.id, r.partnership_id as "partnershipId", r.period @> now() as current, r.adopted_on as "adoptedOn", r.answer_days_immediate as "answerDaysImmediate",
  r.answer_days_urgent as "answerDaysUrgent", r.answer_days_usual as "answerDaysUsual", r.review_every_months as "reviewEveryMonths",
  r.meeting_every_months as "meetingEveryMonths", r.invite_days_before as "inviteDaysBefore", r.notice_days as "noticeDays",
  r.deputy_told_after as "deputyToldAfter", r.head_told_after as "headToldAfter", r.leader_told_after as "leaderToldAfter", r.quorum,
  (select jsonb_build_object('workerId', w.id, 'name', w.given_name || ' ' || w.family_name) from institutions.worker w where w.id = r.secretary_id) as secretary,
  r.danger_minutes as "dangerMinutes",
  coalesce((select jsonb_agg(jsonb_build_object('id', i.id, 'name', coalesce(i.short_name, i.name)) order by n)
    from unnest(r.danger_next) with ordinality x (id, n) join institutions.institution i on i.id = x.id), '[]') as "dangerNext",
  array_remove(string_to_array(r.text, E'\\n'), '') as provisions`

export const rulesOf = (partnershipId: string) => sql<Answer<'rules'>[number]>`
  select ${rulesColumns} from partnerships.rules_of_work r where r.partnership_id = ${partnershipId} order by lower(r.period) desc`

type HistoryEntry = Omit<Answer<'history'>['items'][number], 'values'> & {
  scopeId: string
  sealedValues: Buffer | null
}

export const historyOf = (
  partnershipId: string,
  { after, limit }: { after?: string | undefined; limit: number },
) => {
  return sql<HistoryEntry>`
    select e.id, ${atUtc('e.at')} as at, e.verb, w.given_name || ' ' || w.family_name as worker, i.name as institution,
      e.scope_id as "scopeId", e.sealed_values as "sealedValues"
    from journal.entry e left join institutions.worker w on w.id = e.worker_id left join institutions.institution i on i.id = e.institution_id
    where e.scope_id = ${partnershipId} and ${comesAfter(after, 'e.at', 'e.id')}
    order by e.at desc, e.id desc limit ${limit + 1}`
}

export const openWorkBefore = (membershipId: string) => sql<Answer<'beforeLeaving'>[number]>`
  select kind, case_code as "caseCode", worker, handed_to as "handedTo", due from partnerships.before_leaving(${membershipId})`

export const handoverById = (membershipId: string) => sql<Omit<Answer<'handover'>, 'lines'>>`
  select h.left_on as "leftOn", n.given as "disclosuresGiven", n.received as "disclosuresReceived",
    f.institution_name as "institutionName", f.partnership_name as "partnershipName", f.reason
  from partnerships.handover h cross join lateral partnerships.facts_of_exit(h.membership_id) f
  cross join lateral partnerships.handover_numbers(h.membership_id) n where h.membership_id = ${membershipId}`

export const handoverLines = (membershipId: string) => sql<Answer<'handover'>['lines'][number]>`
  select kind, case_code as "caseCode", worker, handed_to as "handedTo", due
  from partnerships.handover_line where membership_id = ${membershipId} order by case_code, kind desc, due`

export const exitsOfMine = sql<Answer<'left'>[number]>`
  select h.membership_id as "membershipId", h.left_on as "leftOn"
  from partnerships.handover h cross join lateral partnerships.facts_of_exit(h.membership_id) f
  where f.institution_id = institutions.i_head() order by h.left_on desc`
