import { sql } from 'kysely'
import type { z } from 'zod'
import type { household, person } from './contract.ts'

type Household = z.output<typeof household>
type Person = Omit<z.output<typeof person>, 'pesel'> & { peselSealed: Buffer | null }

export const householdById = (id: string) => sql<Omit<Household, 'people'>>`
  select h.id, h.label, h.commune, s.name as "communeName",
    coalesce(h.locality, (select a.locality from households.address a where a.household_id = h.id)) as locality, h.version,
    (select jsonb_build_object('line', a.line, 'howToGetThere', a.how_to_get_there, 'protected', a.protected, 'version', a.version)
      from households.address a where a.household_id = h.id) as address,
    coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'personId', r.person_id, 'toPersonId', r.to_person_id, 'kind', r.kind,
      'authority', r.authority, 'contactForbidden', r.contact_forbidden, 'version', r.version) order by r.id)
      from households.relation r where r.household_id = h.id), '[]') as relations,
    coalesce((select jsonb_agg(jsonb_build_object('id', w.id, 'personId', w.person_id, 'kind', w.kind, 'value', w.value, 'safe', w.safe,
      'hours', w.hours, 'whoMustNotKnow', w.who_must_not_know, 'version', w.version) order by w.safe desc, w.id)
      from households.contact_way w where w.household_id = h.id), '[]') as "contactWays",
    h.id = any ((select access.my_scopes('keep'))::uuid[]) as "mayKeep"
  from households.household h left join territory.unit_state s on s.terc = h.commune and s.valid @> splot.today_pl()
  where h.id = ${id}`

export const peopleOf = (householdId: string) => sql<Person>`
  select m.id as "memberId", p.id as "personId", p.given_name as "givenName", p.family_name as "familyName", p.name,
    array(select n.shown from households.name n where n.person_id = p.id and n.kind <> 'current' order by n.shown) as "otherNames",
    p.birth_date as "birthDate", p.birth_year as "birthYear",
    households.age(p.birth_date, p.birth_year, p.died_on) as age,
    households.is_child(p.birth_date, p.birth_year, p.expected, p.died_on) as child, p.expected, p.died_on as "diedOn",
    p.sex, p.languages, p.pesel_sealed as "peselSealed", m.part, m.lives_here as "livesHere", m.runs_household as "runsHousehold",
    p.version, m.version as "memberVersion"
  from households.member m join households.person p on p.id = m.person_id
  where m.household_id = ${householdId} and (m.period @> splot.today_pl() or upper(m.period) = p.died_on + 1)
  order by coalesce(p.birth_date, make_date(p.birth_year, 1, 1)) nulls last, p.expected, p.name collate "pl-x-icu"`

export const peopleCalled = (name: string) => sql<{
  personId: string
  name: string
  alsoKnown: string | null
  householdId: string
  householdLabel: string
}>`
  select person_id as "personId", name, also_known as "alsoKnown", household_id as "householdId", household_label as "householdLabel"
  from households.search(${name})`
