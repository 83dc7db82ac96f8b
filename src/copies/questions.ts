import { sql } from 'kysely'
import type { z } from 'zod'
import { inEachFolder } from '../platform/parts.ts'
import type { copiesContract } from './contract.ts'
import type { Told } from './own.ts'

/** The parts of a copy, in order, each told by its slice. */
export const parts = (await inEachFolder('tells.ts'))
  .flatMap(({ tells }) => tells.copy ?? [])
  .sort((a, b) => a.position - b.position)

/** All of a case that its slices would put into somebody's copy, as far as I may read it. */
export const keptIn = (scopeId: string) => sql<Told & { part: number }>`
  with kept (part, id, day, institution_id, about, classes, lines) as (${sql.join(
    parts.map(({ of }, i) => sql`select ${sql.lit(i)}::int, t.* from ${of(scopeId)} t`),
    sql` union all `,
  )})
  select k.part, k.id, k.day::text as day, k.institution_id as "institutionId", k.about, k.classes, k.lines, i.name as institution,
    n.tells, coalesce(n.tells_place, false) as "tellsPlace"
  from kept k left join institutions.institution i on i.id = k.institution_id left join institutions.institution_kind n on n.code = i.kind
  order by k.part, k.day nulls last, k.id`

export type Person = Omit<z.output<typeof copiesContract.whose.answer>[number], 'to'> & {
  givenName: string | null
  /** All that are kept, of now and before. */
  names: string[]
  to: string[]
}

/** Everybody who belongs or belonged to the household of a case, and who may be given a copy about them. */
export const peopleOf = (scopeId: string) => sql<Person>`
  select p.id as "personId", p.name, p.given_name as "givenName", array(select n.shown from households.name n where n.person_id = p.id) as names, coalesce(consents.is_child(p.id), false) as child, copies.given_to(${scopeId}, p.id) as "to"
  from households.person p
  where p.id in (select m.person_id from households.member m where m.household_id = consents.household_of(${scopeId}))
  order by consents.is_child(p.id) is true, p.birth_date nulls last, p.name, p.id`

/** What identifies a person, and where they are found; nothing that somebody must not know. */
export const factsOf = (scopeId: string, personId: string) => sql<{
  otherNames: string[]
  birthDate: string | null
  birthYear: number | null
  peselSealed: Buffer | null
  languages: string[]
  address: string | null
  ways: string[]
}>`
  select array(select n.shown from households.name n where n.person_id = p.id and n.kind <> 'current' order by n.shown) as "otherNames",
    p.birth_date as "birthDate", p.birth_year as "birthYear", p.pesel_sealed as "peselSealed",
    array(select coalesce(l.pl, spoken) from unnest(p.languages) spoken left join directory.language l on l.code = spoken) as languages,
    (select concat_ws(', ', a.line, case when position(h.locality in a.line) = 0 then h.locality end) from households.address a join households.household h on h.id = a.household_id
      where h.id = consents.household_of(${scopeId}) and not a.protected and exists (
        select from households.member m where m.household_id = h.id and m.person_id = p.id and m.lives_here and m.period @> splot.today_pl())) as address,
    array(select w.value from households.contact_way w
      where w.household_id = consents.household_of(${scopeId}) and w.person_id = p.id and w.who_must_not_know is null order by w.id) as ways
  from households.person p where p.id = ${personId}`

/** Institutions whose name tells where somebody is or seeks safety: on no copy. */
export const namesThatTellPlaces = sql<{ name: string }>`
  select unnest(array[i.name, i.short_name]) as name from institutions.institution i join institutions.institution_kind k on k.code = i.kind where k.tells_place`
