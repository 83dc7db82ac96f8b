import { sql } from 'kysely'
import type { z } from 'zod'
import { atUtc, dayInPoland } from '../platform/database/instants.ts'
import type { contractsContract, socialContract } from './contract.ts'
import { anchorOf } from './paper-questions.ts'

export type SocialContract = z.output<typeof socialContract>
type Overview = z.output<typeof contractsContract.contracts.answer>

const lastDay = (expression: string) => sql.raw(`(upper(${expression}) - 1)`)
const fullName = (alias: string) => sql.raw(`${alias}.given_name || ' ' || ${alias}.family_name`)

/** The number of a contract (c) of a plan (p), on the screen and on paper: of the case, and of its plan. */
const numberOf = sql`coalesce((select r.number from cases.registry_number r where r.case_id = c.scope_id limit 1),
  (select k.code from cases."case" k where k.id = c.scope_id)) || '/' || p.no`

export const contractsOf = (scopeId: string, only: string | null = null) => sql<SocialContract>`
  select c.id, c.plan_id as "planId", p.no as "planNo", ${numberOf} as number, c.type, c.amends_id as "amendsId",
    jsonb_build_object('id', w.id, 'name', ${fullName('w')}) as "socialWorker", c.causes, c.possibilities, c.limits, c.barriers, c.main_goal as "mainGoal",
    c.effects, c.education, c.skills, c.experience, c.earlier_attempts as "earlierAttempts", c.said_nothing as "saidNothing", lower(c.planned) as "from", ${lastDay('c.planned')} as "to", c.review_on as "reviewOn", c.state, encode(c.printed_hash, 'hex') as hash,
    ${fullName('d')} as "drawnUpBy", ${fullName('a')} as "approvedBy", ${dayInPoland('c.approved_at')} as "approvedOn",
    c.ended_because as "endedBecause", c.version,
    (select jsonb_build_object('reason', r.reason, 'by', ${fullName('m')}, 'on', ${dayInPoland('r.sent_back_at')})
      from contracts.sent_back r join institutions.worker m on m.id = r.sent_back_by where r.contract_id = c.id and r.mended_at is null) as "sentBack",
    c.state = 'signed' and c.scope_id = any ((select access.my_scopes('head'))::uuid[]) and not contracts.i_drew_up(c.id)
      and c.scope_id <> all ((select access.my_scopes('coordinate'))::uuid[]) as "iMayApprove",
    coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'personId', s.person_id, 'workerId', s.worker_id,
        'name', coalesce(q.name, x.given_name || ' ' || x.family_name, '–'), 'part', s.part,
        'forPerson', f.name, 'cannotDeclareWill', s.cannot_declare_will, 'signedOn', s.signed_on, 'how', s.how)
        order by s.part <> 'social_worker' desc, q.birth_date, s.id)
      from contracts.signature s left join households.person q on q.id = s.person_id left join institutions.worker x on x.id = s.worker_id
      left join households.person f on f.id = s.for_person_id
      where s.contract_id = c.id and (s.signed_on is not null or contracts.lives_to_sign(s.person_id, s.for_person_id))), '[]') as signatures,
    coalesce((select jsonb_agg(jsonb_build_object('itemId', i.item_id, 'goalWords', i.goal_words, 'what', i.what, 'serviceKind', i.service_kind, 'provider', o.name, 'indicator', i.indicator,
        'performers', coalesce((select jsonb_agg(jsonb_build_object('given', coalesce(z.given_name, z.name), 'name', z.name) order by z.birth_date nulls last, z.id)
          from households.person z where z.id = any (i.performer_ids)), '[]'),
        'worker', y.given_name || ' ' || y.family_name, 'forWhom', coalesce((select jsonb_agg(coalesce(z.given_name, z.name) order by z.given_name, z.name)
          from households.person z where z.id = any (i.person_ids)), '[]'),
        'frequency', i.frequency, 'starts', i.starts, 'ends', i.ends, 'costGrosz', i.cost_grosz, 'funding', i.funding,
        'progress', (select jsonb_build_object('state', g.state, 'words', g.words, 'on', ${dayInPoland('g.reported_at')})
          from contracts.progress g where g.item_id = i.item_id and g.institution_id = i.provider_id and c.approved_at is not null
            and (c.ended_at is null or g.reported_at < c.ended_at) order by g.reported_at desc, g.id desc limit 1),
        'evaluations', coalesce((select jsonb_agg(jsonb_build_object('id', e.id, 'result', e.result, 'what', e.what, 'on', e.evaluated_on) order by e.evaluated_on)
          from contracts.evaluation e where e.contract_id = c.id and e.item_id = i.item_id), '[]')) order by i.goal_id, i.item_id)
      from baskets.frozen_item i left join institutions.institution o on o.id = i.provider_id
      left join institutions.worker y on y.id = i.worker_id and (c.printed_items is not null or exists (
        select from baskets.item named where named.id = i.item_id and named.worker_id = i.worker_id))
      where i.version_id = p.version_id and (c.printed_items is null or i.item_id = any (c.printed_items))), '[]') as actions
  from contracts.social_contract c join contracts.cooperation_plan p on p.id = c.plan_id
  join institutions.worker w on w.id = c.social_worker_id join institutions.worker d on d.id = c.drawn_up_by
  left join institutions.worker a on a.id = c.approved_by
  where c.scope_id = ${scopeId} and (${only}::uuid is null or c.id = ${only}) order by c.drawn_up_at desc, c.id`

export const plansOf = (scopeId: string) => sql<Overview['plans'][number]>`
  select p.id, p.no, p.version_id as "versionId", v.no as "versionNo", lower(p.planned) as "from", ${lastDay('p.planned')} as "to",
    ${fullName('w')} as "drawnUpBy", ${dayInPoland('p.drawn_up_at')} as "drawnUpOn"
  from contracts.cooperation_plan p join baskets.version v on v.id = p.version_id join institutions.worker w on w.id = p.drawn_up_by
  where p.scope_id = ${scopeId} order by p.no desc`

export const freshVersionOf = (scopeId: string) => sql<NonNullable<Overview['freshVersion']>>`
  select v.id, v.no, (select count(*)::int from baskets.frozen_item i where i.version_id = v.id) as items
  from baskets.version v where v.scope_id = ${scopeId}
    and not exists (select from contracts.cooperation_plan p where p.version_id = v.id)
    and v.no = (select max(no) from baskets.version where scope_id = ${scopeId})`

export const reviewsOf = (scopeId: string) => sql<Overview['reviews'][number]>`
  select id, contract_id as "contractId", due, held_on as "heldOn", contracts.said_at(id) as summary from contracts.review where scope_id = ${scopeId} order by due, id`

/** Social workers of the leading centre, who may sign for the office side: not who is excluded from the family. */
export const socialWorkersOf = (scopeId: string) => sql<{ id: string; name: string }>`
  select w.id, ${fullName('w')} as name from cases.lead l join institutions.worker w on w.institution_id = l.institution_id
  where l.case_id = ${scopeId} and l.period @> now() and w.social_worker and cases.may_be_asked(${scopeId}, w.id) order by w.family_name collate "pl-x-icu", w.id`

export const whatIMay = (scopeId: string) => sql<{ mayDrawUp: boolean; mayPrint: boolean }>`
  select ${scopeId} = any ((select access.my_scopes('coordinate'))::uuid[]) as "mayDrawUp",
    ${scopeId} = any ((select access.my_whole_scopes('file'))::uuid[]) as "mayPrint"`

/**
 * What was said where that a contract may speak of, each with its class of data; what institutions and the family wrote in a
 * view once it is open to the team, and what the leading centre kept to itself, for it is the centre that writes to the family
 * here.
 */
export const wordsFor = (scopeId: string) => sql<{
  part: 'barriers' | 'causes' | 'possibilities'
  from: 'reported' | 'assessment'
  class: string
  words: string
  domain: string | null
  by: string | null
  kept: boolean
}>`
  with said as (
    select v.class, v.barriers, v.strengths, d.code as domain, d.position, case when not v.by_family then i.name end as by, v.opened_at is null as kept
    from assessments.view v join assessments.life_domain d on d.code = v.domain left join institutions.institution i on i.id = v.institution_id
    where (v.opened_at is not null or not v.by_family and v.institution_id = (select institutions.my_institution())) and v.assessment_id = (select id from assessments.assessment
      where scope_id = ${scopeId} and fixed_at is not null and kind <> 'closing' order by fixed_at desc limit 1)),
  parts as (
    select 'causes' as part, 'reported' as "from", q.class, k.pl as words, null as domain, null as by, false as kept, k.position
    from cases.problem q join partnerships.problem_kind k on k.code = q.kind where q.scope_id = ${scopeId}
    union all select 'barriers', 'assessment', class, barriers, domain, by, kept, position from said
    union all select 'possibilities', 'assessment', class, strengths, domain, by, kept, position from said)
  select part, "from", class, words, domain, by, kept from parts where words is not null order by part, position, by, words`

/** Goals of a basket with what one expects of them. */
export const goalsFor = (scopeId: string) => sql<{
  class: string
  domain: string
  words: string
  expected: string | null
  nowWords: string | null
  targetWords: string | null
  until: string | null
}>`
  select g.class, g.domain, g.words, coalesce(g.expected, g.indicator) as expected, ${anchorOf('g.level_now')} as "nowWords",
    ${anchorOf('g.target')} as "targetWords", g.until
  from baskets.goal g join assessments.life_domain d on d.code = g.domain
  where g.scope_id = ${scopeId} and g.dropped_at is null order by g.priority, g.id`

type MaySign = z.output<typeof contractsContract.suggestion.answer>['signatories'][number]
/** Who belongs to the household and may sign a contract for themselves, and whether they live there. */
export const peopleWhoMaySign = (scopeId: string) => sql<MaySign>`
  select p.id as "personId", p.name, m.lives_here as "livesHere"
  from cases."case" c join households.member m on m.household_id = c.household_id join households.person p on p.id = m.person_id
  where c.id = ${scopeId} and m.period @> splot.today_pl()
    and exists (select from consents.may_sign(${scopeId}, p.id) s where s.signer = p.id)
  order by p.birth_date nulls last, p.id`

type Ours = z.output<typeof contractsContract.ourServices.answer>
export const ourServicesIn = (scopeId: string) => sql<Ours['services'][number]>`
  select s.item_id as "itemId", s.what, s.request, s.frequency, s.starts, s.ends, ${fullName('w')} as worker, s.state, s.words, ${atUtc('s.reported_at')} as "reportedAt"
  from contracts.our_services(${scopeId}) s left join institutions.worker w on w.id = s.worker_id order by s.starts nulls last, s.item_id`

export const standingIn = (scopeId: string) => sql<NonNullable<Ours['standing']>>`
  select s.since as "from", s.until as "to", s.review_on as "reviewOn" from contracts.standing_in(${scopeId}) s`
