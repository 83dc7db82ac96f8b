import { sql } from 'kysely'
import { isKnownAdult } from '../households/paper-readers.ts'
import { dayInPoland } from '../platform/database/instants.ts'
import { onPaper } from '../platform/documents/paper.ts'
import { money } from '../platform/texts/numbers.ts'

// What papers about a family are filled from.

/** Who the others of the household of a case (c) are to a person (p): "syn: Jan"; from relations in either direction. */
export const relationOf = (without: string[]) => sql`(
  select string_agg(said.kind || ': ' || said.others, '; ') from (
    select lower(k.pl) as kind, string_agg(distinct coalesce(q.given_name, q.name), ', ') as others
    from households.relation r join households.relation_kind told on told.code = r.kind
    join households.person q on q.id = case when r.person_id = p.id then r.to_person_id else r.person_id end
    join households.relation_kind k on k.code = case when r.to_person_id = p.id then r.kind else coalesce(
      (select own.code from households.relation_kind own where own.neutral = told.inverse and own.sex = q.sex), told.inverse) end
    where r.household_id = c.household_id and p.id in (r.person_id, r.to_person_id) and q.id <> all (${without}::uuid[]) group by k.pl) said)`

type Plan = {
  id: string
  no: number
  versionId: string
  from: string
  to: string
  commitments: string | null
  consequences: string | null
}

export const planById = (scopeId: string, planId: string | null) => sql<Plan>`
  select id, no, version_id as "versionId", lower(planned) as "from", upper(planned) - 1 as "to", commitments, consequences
  from contracts.cooperation_plan where scope_id = ${scopeId} and (${planId}::uuid is null or id = ${planId}) order by no desc limit 1`

/** People of the household now, without some; `ways` are the safe ones of reaching them, secret where somebody must not know. */
export const peopleInWords = (scopeId: string, without: string[] = []) => sql<{
  id: string
  name: string
  given: string
  relation: string | null
  part: string
  birthDate: string | null
  /** Known to be one, by the day of birth or its year alone. */
  adult: boolean
  ways: { value: string; hours: string | null; secret: boolean }[]
}>`
  select p.id, p.name, coalesce(p.given_name, p.name) as given, m.part, p.birth_date as "birthDate",
    ${isKnownAdult} as adult, ${relationOf(without)} as relation,
    coalesce((select jsonb_agg(jsonb_build_object('value', w.value, 'hours', w.hours, 'secret', w.who_must_not_know is not null) order by w.id)
      from households.contact_way w where w.household_id = c.household_id and w.person_id = p.id and w.safe), '[]') as ways
  from cases."case" c join households.member m on m.household_id = c.household_id join households.person p on p.id = m.person_id
  where c.id = ${scopeId} and m.period @> splot.today_pl() and p.id <> all (${without}::uuid[]) order by p.birth_date nulls last, p.id`

export const teamInWords = (scopeId: string) => sql<{
  name: string
  institution: string
  role: string
  phone: string | null
  /** The class that its kind tells: see `institution_kind`. */
  tells: string | null
}>`
  select w.given_name || ' ' || w.family_name as name, i.name as institution, w.position as role, w.phone, k.tells
  from cases.team_member t join institutions.worker w on w.id = t.worker_id join institutions.institution i on i.id = t.institution_id
  join institutions.institution_kind k on k.code = i.kind
  where t.case_id = ${scopeId} and t.answer = 'accepted' and t.left_at is null order by t.answered_at, t.id`

/** What an institution wrote, with the full stop that it may lack: several then read as sentences side by side. */
const asSentence = (words: string) =>
  sql.raw(`regexp_replace(${words}, '([^.!?…[:space:]])[[:space:]]*$', '\\1.')`)

export const lastAssessment = (scopeId: string) => sql<{
  on: string
  present: string[]
  domains: {
    domain: string
    class: string
    about: string[]
    level: number | null
    withoutLevel: string | null
    today: string | null
    dissent: string | null
    views: { about: string[]; family: number | null; strengths: string | null; barriers: string | null }[]
  }[]
}>`
  select a.agreed_on as "on", assessments.present(a.id) as present, coalesce((select jsonb_agg(jsonb_build_object('domain', d.pl, 'class', g.class, 'level', g.level, 'withoutLevel', g.without_level,
      'about', coalesce(g.about, '{}'),
      'views', coalesce((select jsonb_agg(jsonb_build_object('about', coalesce(v.about, '{}'), 'family', case when v.by_family then v.level end,
          'strengths', case when v.opened_at is not null then ${asSentence('v.strengths')} end,
          'barriers', case when v.opened_at is not null then ${asSentence('v.barriers')} end) order by v.id)
        from assessments.view v where v.assessment_id = a.id and v.domain = g.domain), '[]'),
      'today', g.today, 'dissent', g.dissent) order by d.position)
    from assessments.agreed g join assessments.life_domain d on d.code = g.domain where g.assessment_id = a.id), '[]') as domains
  from assessments.assessment a where a.scope_id = ${scopeId} and a.fixed_at is not null and a.kind <> 'closing' order by a.fixed_at desc limit 1`

/** The levels at the end, each with what it was at the start: the first that was agreed for its domain. */
export const levelsAtTheEnd = (scopeId: string) => sql<{
  domain: string
  level: number | null
  before: number | null
}>`
  select d.pl as domain, g.level, (
    select f.level from assessments.agreed f join assessments.assessment b on b.id = f.assessment_id
    where f.scope_id = ${scopeId} and f.domain = g.domain and b.fixed_at is not null and b.kind <> 'closing'
    order by b.fixed_at limit 1) as before
  from assessments.agreed g join assessments.life_domain d on d.code = g.domain
  where g.assessment_id = (select a.id from assessments.assessment a
    where a.scope_id = ${scopeId} and a.kind = 'closing' and a.fixed_at is not null order by a.fixed_at desc limit 1)
  order by d.position`

/** What a level of a life domain (d) means, in words. */
export const anchorOf = (level: string) =>
  sql.raw(`(select x ->> 'pl' from jsonb_array_elements(d.anchors) x where (x ->> 'level')::int = ${level})`)

export type Consented = {
  about: string
  to: string
  /** Null where a court stands in place of who represents a child. */
  signer: string | null
  name: string | null
  form: 'paper_signed' | 'electronic' | 'oral_noted' | null
}

/** Who agreed that an institution reads about somebody, and how, as far as it holds. */
export const consentedIn = (scopeId: string) => sql<Consented>`
  select c.about, i.name as "to", c.signer, coalesce(p.name, c.in_words) as name, c.form
  from contracts.consented(${scopeId}) c join institutions.institution i on i.id = c.institution
  left join households.person p on p.id = c.signer order by c.signer = c.about, name, c.form`

export type FrozenAction = {
  versionId: string
  itemId: string
  personIds: string[]
  class: string
  goalClass: string
  goalId: string
  goalWords: string
  goalAbout: string[]
  domain: string
  indicator: string | null
  target: number | null
  /** What that level means. */
  targetWords: string | null
  until: string | null
  what: string
  /** Of the service, in words; null of what the family does itself. */
  service: string | null
  provider: string | null
  performerIds: string[]
  performers: { given: string; name: string }[]
  /** How one will know that this was done; `indicator` is the goal's. */
  sign: string | null
  /** The class that its kind tells: see `institution_kind`. */
  providerTells: string | null
  worker: string | null
  workerPhone: string | null
  forWhom: string
  frequency: string | null
  starts: string | null
  ends: string | null
  costGrosz: number | null
  familyCostGrosz: number | null
  funding: string | null
}

/** Who was named (w) for something frozen (f), as long as they are: not whose work ended, or who is excluded since. */
export const stillNamed = (f: string, w: string) =>
  sql.raw(`left join (baskets.item named join institutions.worker ${w} on ${w}.id = named.worker_id)
    on named.id = ${f}.item_id and named.worker_id = ${f}.worker_id`)

/** What was agreed in a frozen version of the basket, or in all of a case. */
export const actionsOf = (scopeId: string, versionId: string | null) => sql<FrozenAction>`
  select f.version_id as "versionId", f.item_id as "itemId", f.person_ids as "personIds", f.class, f.goal_class as "goalClass", f.goal_id as "goalId", f.goal_words as "goalWords", g.about as "goalAbout", ${anchorOf('g.target')} as "targetWords", d.pl as domain, g.indicator, g.target, g.until, f.what, s.pl as service, i.name as provider,
    f.performer_ids as "performerIds", f.indicator as sign, coalesce((select jsonb_agg(jsonb_build_object('given', coalesce(p.given_name, p.name), 'name', p.name) order by p.birth_date nulls last, p.id)
      from households.person p where p.id = any (f.performer_ids)), '[]') as performers, k.tells as "providerTells",
    w.given_name || ' ' || w.family_name as worker, coalesce(w.phone, i.phone) as "workerPhone",
    coalesce((select string_agg(coalesce(p.given_name, p.name), ', ' order by p.given_name, p.name) from households.person p where p.id = any (f.person_ids)), 'cała rodzina') as "forWhom",
    f.frequency, f.starts, f.ends, f.cost_grosz as "costGrosz", f.family_cost_grosz as "familyCostGrosz", u.pl as funding
  from baskets.frozen_item f join baskets.goal g on g.id = f.goal_id join assessments.life_domain d on d.code = g.domain
  left join institutions.institution i on i.id = f.provider_id left join institutions.institution_kind k on k.code = i.kind
  ${stillNamed('f', 'w')}
  left join directory.service_kind s on s.code = f.service_kind left join baskets.funding u on u.code = f.funding where f.scope_id = ${scopeId} and (${versionId}::uuid is null or f.version_id = ${versionId}) order by g.priority, f.goal_id, f.item_id`

/** Who does an action: people of the family, or the institution that was asked. */
export const doersOf = ({
  performers,
  provider,
}: Pick<FrozenAction, 'performers' | 'provider'>): string[] => [
  ...performers.map(({ name }) => name),
  ...(provider ? [provider] : []),
]

/** The goals of actions, each once, without those that do not stand on the paper. */
export const goalsOnPaper = <Action extends { goalId: string; goalStands: boolean }>(actions: Action[]) => [
  ...new Map(
    actions.filter(({ goalStands }) => goalStands).map((action) => [action.goalId, action]),
  ).values(),
]

/** Notes of a case, the latest first. */
export const notesOf = (scopeId: string) => sql<{ on: string; who: string; what: string; class: string }>`
  select ${dayInPoland('c.happened_at')} as on, concat_ws(', ', w.given_name || ' ' || w.family_name, coalesce(i.short_name, i.name)) as who, c.what, c.class
  from contacts.contact c join institutions.institution i on i.id = c.institution_id left join institutions.worker w on w.id = c.author_id
  where c.scope_id = ${scopeId} order by c.happened_at desc, c.id desc`

/** A day as papers write it: 24.11.2026. */
export const dotted = (day: string) => day.split('-').reverse().join('.')

type Priced = {
  provider: string | null
  costGrosz: number | null
  familyCostGrosz?: number | null
  funding?: string | null
}

/** What a service costs, as papers say it: nothing said is "not settled", free only what was said to be. Null of the family's own. */
export function costOnPaper({ provider, costGrosz, familyCostGrosz, funding }: Priced): string | null {
  if (provider === null) return null
  if (costGrosz === null) return onPaper('contracts:cost.unsaid')
  if (costGrosz === 0) return onPaper('contracts:cost.free')
  return [
    money(costGrosz / 100),
    familyCostGrosz && onPaper('contracts:cost.familyPays', { sum: money(familyCostGrosz / 100) }),
    funding,
  ]
    .filter(Boolean)
    .join(', ')
}

/** A service by its kind and the exact words; the kind once, where the words say it already. */
export const serviceOnPaper = ({ service, what }: { service: string | null; what: string }) =>
  service === null || what.toLocaleLowerCase('pl').includes(service.toLocaleLowerCase('pl'))
    ? what
    : `${service}: ${what}`
