import { sql } from 'kysely'
import type { z } from 'zod'
import { atUtc, dayInPoland } from '../platform/database/instants.ts'
import type { basket } from './contract.ts'

type Basket = z.output<typeof basket>
export type ItemRow = Basket['items'][number]

export const goalsOf = (scopeId: string) => sql<Basket['goals'][number]>`
  select id, domain, words, about, expected, indicator, level_now as "levelNow", target, until, priority, version
  from baskets.goal where scope_id = ${scopeId} and dropped_at is null order by priority, id`

/** People named by an array of ids, by their first names, as far as I may know them. */
const peopleNamed = (ids: string) =>
  sql.raw(`coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'name', coalesce(p.given_name, p.name)) order by p.given_name, p.name)
      from households.person p where p.id = any (${ids})), '[]')`)

/** Items of a basket that I may read; the people they are for only where I may know the person. */
export const itemsOf = (scopeId: string) => sql<ItemRow>`
  select m.id, m.goal_id as "goalId", m.service_kind as "serviceKind", m.what,
    case when i.id is not null then jsonb_build_object('id', i.id, 'name', i.name, 'kind', i.kind, 'phone', coalesce(w.phone, i.phone)) end as provider,
    ${peopleNamed('m.performer_ids')} as performers, m.indicator,
    case when w.id is not null then jsonb_build_object('id', w.id, 'name', w.given_name || ' ' || w.family_name) end as worker,
    coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'name', coalesce(p.given_name, p.name)) order by p.given_name, p.name)
      from baskets.item_person x join households.person p on p.id = x.person_id where x.item_id = m.id), '[]') as "forWhom",
    m.frequency, m.starts, m.ends, m.cost_grosz as "costGrosz", m.family_cost_grosz as "familyCostGrosz", m.funding, m.request,
    ${dayInPoland('p.asked_at')} as "askedOn",
    case when p.answer is null then splot.working_days_between(${dayInPoland('p.asked_at')}, splot.today_pl()) end as "usedDays",
    splot.working_days_between(${dayInPoland('p.asked_at')}, p.answer_by) as "totalDays",
    p.answer as "institutionAnswer", ${dayInPoland('p.answered_at')} as "institutionAnsweredOn", p.reason as "refusalReason",
    coalesce(p.answered_at = p.asked_at, false) as ours,
    case when p.answer = 'changed' and m.asked_what is not null then jsonb_build_object('what', m.asked_what,
      'frequency', m.asked_frequency, 'starts', m.asked_starts, 'ends', m.asked_ends) end as "askedFor", p.id as "pointId",
    coalesce((select jsonb_agg(jsonb_build_object('pointId', a.point_id, 'institution', coalesce(o.short_name, o.name)) order by a.point_id desc)
      from baskets.asking a join referrals.referral r on r.id = a.referral_id join institutions.institution o on o.id = r.to_institution_id
      where a.item_id = m.id and a.point_id is distinct from m.point_id), '[]') as earlier,
    case when m.point_id is null then (select b.withdrawn_because from baskets.asking a join referrals.point b on b.id = a.point_id
      where a.item_id = m.id and b.withdrawn_because in ('left_partnership', 'consent_withdrawn') order by b.asked_at desc limit 1) end as "returnedBecause", m.family_answer as "familyAnswer", m.family_words as "familyWords",
    m.family_answered_on as "familyAnsweredOn", m.family_answered_how as "familyAnsweredHow", ${peopleNamed('m.family_said_by')} as "familySaidBy", m.family_answer = 'yes' and (m.provider_id is null or baskets.is_agreed_to(m.point_id)) as ready,
    m.id in (select baskets.agreed(${scopeId})) as agreed, m.version, m.family_version as "familyVersion",
    m.service_id as "serviceId", coalesce((select jsonb_agg(jsonb_build_object('weekday', w.weekday, 'begins', to_char(w.begins, 'HH24:MI'),
      'ends', to_char(w.ends, 'HH24:MI')) order by w.weekday, w.begins) from baskets.item_time w where w.item_id = m.id), '[]') as weekly,
    coalesce((select jsonb_agg(jsonb_build_object('id', y.id, 'amountGrosz', y.amount_grosz, 'paidOn', y.paid_on,
      'by', e.given_name || ' ' || e.family_name) order by y.paid_on, y.id)
      from baskets.payment y join institutions.worker e on e.id = y.entered_by where y.item_id = m.id and y.taken_back_at is null), '[]') as payments
  from baskets.item m left join referrals.point p on p.id = m.point_id left join institutions.institution i on i.id = m.provider_id left join institutions.worker w on w.id = m.worker_id
  where m.scope_id = ${scopeId} and m.removed_at is null order by m.id`

export const gapsOf = (scopeId: string) =>
  sql<
    Basket['gaps'][number]
  >`select id, goal_id as "goalId", what from baskets.gap where scope_id = ${scopeId} order by recorded_at, id`

export const versionsOf = (scopeId: string) => sql<Basket['versions'][number]>`
  select v.id, v.no, ${atUtc('v.frozen_at')} as "frozenAt",
    (select count(*)::int from baskets.frozen_item f where f.version_id = v.id) as items
  from baskets.version v where v.scope_id = ${scopeId} order by v.no desc`

/** Who of the household may undertake something, by age. */
export const mayUndertake = (scopeId: string) => sql<Basket['mayUndertake'][number]>`
  select p.id, p.name from baskets.may_undertake(${scopeId}) person join households.person p on p.id = person
  order by p.birth_date nulls last, p.id`

export const itemById = (scopeId: string, id: string) => sql<{
  what: string
  about: string[]
  class: string
  goalClass: string
  providerId: string | null
  workerId: string | null
  serviceKind: string | null
  removed: boolean
  goalId: string
  funding: string | null
}>`
  select what, about, class, goal_class as "goalClass", provider_id as "providerId", worker_id as "workerId", service_kind as "serviceKind",
    removed_at is not null as removed, goal_id as "goalId", funding
  from baskets.item where id = ${id} and scope_id = ${scopeId}`
