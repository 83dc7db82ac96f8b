import { sql } from 'kysely'
import type { z } from 'zod'
import { dayInPoland, lastDayInPoland } from '../platform/database/instants.ts'
import type { consentsContract } from './contract.ts'

type Basis = z.output<typeof consentsContract.bases.answer>['bases'][number]
type Clause = z.output<typeof consentsContract.bases.answer>['clauses'][number]
type Disclosure = z.output<typeof consentsContract.register.answer>[number]

/** Bases of a case that I may read; the person's name only where I may know the person. */
export const basesIn = (scopeId: string, institutionId: string) => sql<Basis>`
  select b.id, b.about_id as "personId", coalesce(p.name, '–') as "personName",
    jsonb_build_object('id', f.id, 'name', f.name) as "from", jsonb_build_object('id', t.id, 'name', t.name) as "to",
    b.rule, r.kind as "ruleKind", r.article, b.classes, b.purpose, ${dayInPoland('lower(b.period)')} as since, ${lastDayInPoland('upper(b.period)')} as until,
    b.form, case when p.id is not null then b.given_by end as "givenBy", ${dayInPoland('b.withdrawn_at')} as "withdrawnOn",
    case when b.withdrawn_at is not null then 'withdrawn' when not r.standing then 'once' when upper(b.period) <= now() then 'ended'
      when lower(b.period) > now() then 'future'
      when consents.works_here(b.scope_id, f.id) then 'valid' else 'resting' end as state,
    b.withdrawn_at is null and r.kind = 'consent' and upper(b.period) > now()
      and (${scopeId} = any ((select access.my_scopes('coordinate'))::uuid[]) or b.from_institution_id = ${institutionId}) as "iMayWithdraw"
  from consents.basis b join consents.basis_rule r on r.code = b.rule
  join institutions.institution f on f.id = b.from_institution_id join institutions.institution t on t.id = b.to_institution_id
  left join households.person p on p.id = b.about_id
  where b.scope_id = ${scopeId} order by p.family_name collate "pl-x-icu", p.name, t.name, b.recorded_at, b.id`

export const clausesIn = (scopeId: string) => sql<Clause>`
  select c.id, c.about_id as "personId", p.name as "personName", c.how, c.given_on as "givenOn", c.given_to as "givenTo",
    w.given_name || ' ' || w.family_name as "givenBy"
  from consents.information_clause c join households.person p on p.id = c.about_id join institutions.worker w on w.id = c.given_by
  where c.scope_id = ${scopeId} order by c.given_on, c.id`

/** A disclosure, and what papers ask of it: `tells`, the classes that the kinds of its two institutions tell. */
/** Without a giver and a purpose: joint work. */
export type Disclosed = Omit<Disclosure, 'keptOff' | 'from' | 'purpose'> & {
  from: string | null
  purpose: string | null
  kind: 'consent' | 'law'
  standing: boolean
  quiet: boolean
  tells: string[]
}

export const disclosuresIn = (scopeId: string) => sql<Disclosed>`
  select d.id, p.id as "personId", coalesce(p.name, '–') as "personName", f.name as "from", coalesce(t.name, d.to_name) as "to", d.classes,
    coalesce(r.pl, d.basis) as basis, r.article, d.purpose, ${dayInPoland('lower(d.period)')} as since, ${lastDayInPoland('upper(d.period)')} as until, d.what,
    ${dayInPoland('d.withdrawn_at')} as "withdrawnOn", coalesce(r.kind, d.basis_kind) as kind, coalesce(r.standing, false) as standing, coalesce(r.quiet, false) as quiet,
    -- What the name of somebody outside tells nobody knows: it may be a clinic.
    array(select k.tells from institutions.institution_kind k where k.code in (f.kind, t.kind) and k.tells is not null
      union select 'health' where d.to_name is not null) as tells
  from (
    select d.id, d.about_id, d.from_institution_id, d.to_institution_id, d.classes, d.period, d.what, d.recorded_at, b.rule, b.purpose, b.withdrawn_at,
      null as to_name, null as basis, null as basis_kind
    from consents.disclosure d join consents.basis b on b.id = d.basis_id where d.scope_id = ${scopeId}
    union all
    -- Joint work: all that are ticked give and receive.
    select (array_agg(e.id order by e.id))[1], e.about_id, null, e.to_institution_id, array_agg(e.class order by e.class), e.period, null,
      lower(e.period), 'joint_work', null, null, null, null, null
    from consents.exchange e where e.scope_id = ${scopeId} group by e.about_id, e.to_institution_id, e.period
    union all
    -- To somebody who is no member, as the slice tells that knows it.
    select o.id, o.about_id, o.from_institution_id, null, o.classes, o.period, o.what, lower(o.period), null, o.purpose, o.withdrawn_at, o.to_name, o.basis, o.basis_kind
    from consents.told_elsewhere(${scopeId}) o) d
  left join consents.basis_rule r on r.code = d.rule
  left join institutions.institution f on f.id = d.from_institution_id left join institutions.institution t on t.id = d.to_institution_id
  left join households.person p on p.id = d.about_id
  order by lower(d.period), d.recorded_at, d.id`

/** Who of the people that I may know may give a consent about whom. */
export const signersIn = (scopeId: string) => sql<z.output<typeof consentsContract.signers.answer>[number]>`
  select p.id as "personId", coalesce(consents.is_child(p.id), false) as child, consents.age_known(p.id) as "ageKnown",
    case when consents.is_child(p.id) then households.turns(p.birth_date, p.birth_year, 18) end as "ofAgeOn", coalesce((
      select jsonb_agg(jsonb_build_object('personId', q.id, 'name', q.name, 'authority', s.authority)
        order by s.authority is not null, s.authority <> 'full', q.birth_date, q.id)
      from consents.may_sign(${scopeId}, p.id) s join households.person q on q.id = s.signer), '[]') as signers
  from households.member m join households.person p on p.id = m.person_id
  where m.household_id = consents.household_of(${scopeId}) and m.period @> splot.today_pl() and p.died_on is null order by p.birth_date nulls last, p.id`
