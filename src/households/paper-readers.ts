import { sql } from 'kysely'
import type { Work } from '../platform/http/work.ts'
import type { Readers } from './on-paper.ts'

/** The people of a household as papers need to know them. */
export async function householdOnPaper(work: Work, householdId: string) {
  const people = await work.all(sql<{ id: string; child: boolean; present: boolean }>`
    select p.id, coalesce(coalesce(p.birth_date, make_date(p.birth_year, 12, 31)) + interval '18 years' > splot.today_pl(), false) as child,
      bool_or(m.period @> splot.today_pl()) as present
    from households.member m join households.person p on p.id = m.person_id where m.household_id = ${householdId} group by p.id`)
  const { whole } = await work.mustFind(
    sql<{ whole: boolean }>`select ${householdId} in (select access.my_whole_scopes('file')) as whole`,
  )
  const apart = await work.all(sql<{ one: string; other: string }>`
    select person_id as one, to_person_id as other from households.relation where household_id = ${householdId} and contact_forbidden`)
  return {
    children: people.filter(({ child }) => child).map(({ id }) => id),
    present: people.filter(({ present }) => present).map(({ id }) => id),
    adults: [...people.filter(({ child }) => !child).map(({ id }) => id), ...(whole ? [] : ['unseen'])],
    apart: new Set(apart.flatMap(({ one, other }) => [`${one} ${other}`, `${other} ${one}`])),
  }
}
type People = Awaited<ReturnType<typeof householdOnPaper>>

/** Readers of a paper that the whole household gets, or one person of it. */
export function readersIn(people: People, person?: string): Readers {
  const grown = people.adults.filter((id) => id === 'unseen' || people.present.includes(id))
  const who = person ? [person] : grown.length ? grown : people.present
  return {
    who: who.map((id) => ({ person: id, speaksFor: [] })),
    only: null,
    adults: people.adults,
    apart: people.apart,
  }
}

/** Readers of a court's or an office's paper. */
export const theAuthority = ({ adults, apart }: People): Readers => ({
  who: 'authority',
  only: null,
  adults,
  apart,
})
