import { sql } from 'kysely'
import type { z } from 'zod'
import { dayInPoland, lastDayInPoland } from '../platform/database/instants.ts'
import type { Work } from '../platform/http/work.ts'
import type { consentsContract } from './contract.ts'

type JointWork = z.output<typeof consentsContract.jointWork.answer>

const boxesOf = (ticks: string) =>
  sql.raw(`coalesce((select jsonb_agg(jsonb_build_object('institutionId', b.institution_id, 'classes', b.classes) order by b.institution_id)
    from (select t.institution_id, array_agg(t.class order by t.class) as classes ${ticks} group by 1) b), '[]')`)

const standing = (yes: boolean) =>
  boxesOf(`from consents.tick t where t.scope_id = m.scope_id and t.about_id = p.id and t.signer_id = a.signer_id
    and t.yes = ${yes} and t.period @> now()`)

/** People of the household, who signs about each, what they said, and what all who must sign agree to. */
const peopleIn = (scopeId: string) => sql<JointWork['people'][number]>`
  select p.id as "personId", p.name as name, coalesce(consents.is_child(p.id), false) as child,
    coalesce(consents.is_heard(p.id), false) as heard, coalesce(consents.nobody_signs(m.scope_id, p.id), false) as "nobodySigns",
    coalesce((
      select jsonb_agg(jsonb_build_object('personId', q.id, 'name', q.name, 'authority', a.authority,
          'hearing', a.heard, 'notWritten', a.not_written, 'withoutId', w.id, 'withoutReason', w.reason, 'signedOn', s.signed_on, 'form', s.form, 'until', s.until,
          'lapsed', s.signed_on is not null and not exists (select from consents.tick t where t.scope_id = m.scope_id and t.about_id = p.id
            and t.signer_id = a.signer_id and (t.period @> now() or t.ended_because in ('withdrawn', 'left'))), 'yes', ${standing(true)}, 'no', ${standing(false)}) order by a.heard, q.birth_date, q.id)
      from consents.asked_about(m.scope_id, p.id) a join households.person q on q.id = a.signer_id
      left join consents.without w on w.scope_id = m.scope_id and w.about_id = p.id and w.representative_id = a.signer_id and w.ended_at is null
      left join lateral (select s.signed_on, s.form, s.until from consents.sheet s where s.scope_id = m.scope_id and s.about_id = p.id
        and s.signer_id = a.signer_id and s.answered_at is not null order by s.answered_at desc limit 1) s on true), '[]') as signers,
    coalesce((
      select jsonb_agg(jsonb_build_object('institutionId', e.institution_id, 'class', e.class, 'since', ${dayInPoland('e.since')},
        'until', ${lastDayInPoland('e.until')}) order by e.institution_id, e.class)
      from consents.agreed(m.scope_id) e where e.about_id = p.id), '[]') as agreed,
    (select s.court_order from consents.sheet s where s.scope_id = m.scope_id and s.about_id = p.id and s.court_order is not null
      and exists (select from consents.tick t where t.sheet_id = s.id and t.period @> now()) order by s.answered_at desc limit 1) as "order"
  from (select m.person_id, ${scopeId}::uuid as scope_id from households.member m
    where m.household_id = consents.household_of(${scopeId}) and m.period @> splot.today_pl()) m
  join households.person p on p.id = m.person_id
  order by consents.is_child(p.id) is true, p.birth_date, p.id`

/** Sheets that wait to be signed. */
export const sheetsIn = (scopeId: string) => sql<JointWork['sheets'][number]>`
  select s.id, s.about_id as "personId", s.signer_id as "signerId", ${dayInPoland('s.asked_at')} as "askedOn",
    ${boxesOf('from consents.tick t where t.sheet_id = s.id')} as boxes,
    consents.is_first(s.id) as first
  from consents.sheet s where s.scope_id = ${scopeId} and s.answered_at is null and s.taken_back_at is null
  order by s.asked_at, s.id`

const openIn = (scopeId: string) => sql<JointWork['open'][number]>`
  select p.id as "personId", coalesce(p.name, '–') as "personName", i.id as "institutionId",
    coalesce(i.short_name, i.name) as "institutionName", e.class, ${dayInPoland('lower(e.period)')} as since, ${lastDayInPoland('upper(e.period)')} as until
  from consents.exchange e join institutions.institution i on i.id = e.to_institution_id left join households.person p on p.id = e.about_id
  where e.scope_id = ${scopeId} and e.period @> now() order by p.family_name, p.given_name, i.name, e.class`

/** The table of who may read what about whom; whose signature is missing shows to whoever records them. */
export async function jointWork(work: Work, scopeId: string): Promise<JointWork> {
  const iRecord = await work.ask<boolean>(
    sql`${scopeId} = any ((select access.my_scopes('coordinate'))::uuid[])`,
  )
  const all = await work.ask<boolean>(sql`${scopeId} = any ((select access.my_whole_scopes('file'))::uuid[])`)
  return {
    all,
    iRecord,
    institutions: await work.all(
      sql<
        JointWork['institutions'][number]
      >`select id, name, accepted, tells_place as "tellsPlace" from consents.working_in(${scopeId}) order by name`,
    ),
    people: await work.all(peopleIn(scopeId)),
    sheets: await work.all(sheetsIn(scopeId)),
    open: await work.all(openIn(scopeId)),
  }
}
