import { sql } from 'kysely'
import { notFound, Refusal } from '../platform/http/problem.ts'
import type { Work } from '../platform/http/work.ts'
import { agreeing } from './agreeing.ts'
import { keptPesel } from './pesel.ts'

export type NewPerson = {
  memberId: string
  personId: string
  givenName: string
  familyName: string
  birthDate?: string | undefined
  birthYear?: number | undefined
  sex?: 'female' | 'male' | undefined
  pesel?: string | undefined
}

/**
 * Puts a person into a household; one whose PESEL is known in the partnership is the same person, in one more
 * household. Nobody who was typed is lost: a PESEL of somebody else is refused at its field.
 *
 * @param at the field of the form: `pesel` → `people.1.pesel`
 * @returns the id of the person, the known one's when they were known
 */
export async function enterPerson(
  work: Work,
  { householdId, partnershipId }: { householdId: string; partnershipId: string },
  person: NewPerson,
  at: (field: string) => string = (field) => field,
): Promise<string> {
  const pesel = person.pesel
    ? keptPesel(work.surroundings.keys, partnershipId, person.pesel, at('pesel'))
    : undefined
  const facts = agreeing(person, pesel?.digits, at)
  const id = await work
    .ask<string | null>(
      sql`households.add_person(${person.memberId}, ${householdId}, ${person.personId}, ${person.givenName}, ${person.familyName},
        ${facts.birthDate ?? null}, ${facts.birthYear ?? null}, ${facts.sex ?? null}, ${pesel?.sealed ?? null}, ${pesel?.index ?? null})`,
    )
    .catch((error) => {
      if (error.constraint !== 'pesel_lives_here') throw error
      throw new Refusal(400, 'households:pesel-lives-here', { field: at('pesel') })
    })
  if (!id) throw notFound()
  if (id === person.personId) return id
  // Known by the PESEL: the same person, unless another given name was typed.
  const kept = await work.mustFind(sql<{ name: string; same: boolean }>`
    select given_name || ' ' || family_name as name,
      split_part(splot.folded(given_name), ' ', 1) = split_part(splot.folded(${person.givenName}), ' ', 1) as same
    from households.person where id = ${id}`)
  if (!kept.same)
    throw new Refusal(400, 'households:pesel-of-another', {
      field: at('pesel'),
      values: { name: kept.name },
      trace: sql`households.note_told(${id})`,
    })
  return id
}

/** 400 at the second of two people whose field holds the same. */
export function mustDiffer<Person>(
  people: Person[],
  of: (person: Person) => string | undefined,
  problem: `${string}:${string}`,
  field: string,
): void {
  people.forEach((person, i) => {
    const value = of(person)
    if (value && people.slice(0, i).some((earlier) => of(earlier) === value))
      throw new Refusal(400, problem, { field: `people.${i}.${field}` })
  })
}
