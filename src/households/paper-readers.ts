import { type RawBuilder, sql } from 'kysely'
import type { Work } from '../platform/http/work.ts'
import type { Readers } from './on-paper.ts'

/** Whether a person (p) is a child; null while nobody knows how old they are. */
const isChild = sql`households.is_child(p.birth_date, p.birth_year, p.expected, p.died_on)`
/** Whether a person (p) is known to be of age. */
export const isKnownAdult = sql`coalesce(not ${isChild}, false)`

/** The people of a household, named by a query of its id, as papers need to know them. */
export async function householdOnPaper(work: Work, household: RawBuilder<unknown>) {
  const { people, whole, apart } = await work.mustFind(sql<{
    people: { id: string; name: string; child: boolean; present: boolean; living: boolean }[]
    whole: boolean
    apart: { one: string; other: string }[]
  }>`
    select h.id = any ((select access.my_whole_scopes('file'))::uuid[]) as whole,
      coalesce((select jsonb_agg(to_jsonb(o) order by o.born, o.id) from (
        select p.id, p.name, households.turns(p.birth_date, p.birth_year, 0) as born, coalesce(${isChild}, false) as child,
          bool_or(m.period @> splot.today_pl()) and p.died_on is null as present,
          bool_or(m.period @> splot.today_pl() and m.lives_here) and p.died_on is null and not p.expected as living
        from households.member m join households.person p on p.id = m.person_id where m.household_id = h.id group by p.id) o), '[]') as people,
      coalesce((select jsonb_agg(jsonb_build_object('one', r.person_id, 'other', r.to_person_id))
        from households.relation r where r.household_id = h.id and r.contact_forbidden), '[]') as apart
    from (select ${household} as id) h`)
  return {
    people,
    /** Whether the writer reads the whole file: only then does the paper say of everybody what it says. */
    whole,
    children: people.filter(({ child }) => child).map(({ id }) => id),
    present: people.filter(({ present }) => present).map(({ id }) => id),
    /** Who is there day by day: what is for all of them is for the whole household. */
    living: people.filter(({ living }) => living).map(({ id }) => id),
    gone: people.filter(({ present }) => !present).map(({ id }) => id),
    adults: [...people.filter(({ child }) => !child).map(({ id }) => id), ...(whole ? [] : ['unseen'])],
    apart: new Set(apart.flatMap(({ one, other }) => [`${one} ${other}`, `${other} ${one}`])),
  }
}
export type People = Awaited<ReturnType<typeof householdOnPaper>>

/** Readers of a paper that the whole household gets, or one person of it. */
export function readersIn(people: People, person?: string): Readers {
  const grown = people.adults.filter((id) => id === 'unseen' || people.present.includes(id))
  const who = person ? [person] : grown.length ? grown : people.present
  return {
    who: who.map((id) => ({ person: id, speaksFor: [] })),
    only: null,
    adults: people.adults,
    apart: people.apart,
    gone: people.gone,
  }
}

/** Readers of a court's or an office's paper. */
export const theAuthority = ({ adults, apart, gone }: People): Readers => ({
  who: 'authority',
  only: null,
  adults,
  apart,
  gone,
})
