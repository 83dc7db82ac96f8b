import { sql } from 'kysely'
import type { z } from 'zod'
import { notFound, Refusal } from '../platform/http/problem.ts'
import type { Work } from '../platform/http/work.ts'
import { agreeing } from './agreeing.ts'
import type { personFields } from './contract.ts'
import { keptPesel } from './pesel.ts'

export type NewPerson = z.output<z.ZodObject<typeof personFields>> & {
  memberId: string
  personId: string
  pesel?: string | undefined
  livesElsewhere?: boolean | undefined
}

/** 400 when neither name was typed: some bear one only, and a newborn has no given name yet. */
export function mustHaveAName(
  { givenName, familyName }: Pick<NewPerson, 'givenName' | 'familyName'>,
  at: (field: string) => string = (field) => field,
): void {
  if (!givenName && !familyName)
    throw new Refusal(400, 'households:name-missing', { field: at('familyName') })
}

/**
 * Puts a person into a household; one whose PESEL is known in the partnership is the same person, in one more
 * household. Nobody who was typed is lost, and a PESEL never decides alone: one of somebody with another name is refused
 * at its field.
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
  mustHaveAName(person, at)
  const pesel = person.pesel ? keptPesel(work.surroundings.keys, partnershipId, person.pesel) : undefined
  const facts = agreeing(person, pesel?.digits, at)
  const id = await work
    .ask<string | null>(
      sql`households.add_person(${person.memberId}, ${householdId}, ${person.personId}, ${person.givenName ?? null}, ${person.familyName ?? null},
        ${facts.birthDate ?? null}, ${facts.birthYear ?? null}, ${facts.sex ?? null}, ${person.expected ?? false}, ${pesel?.sealed ?? null}, ${pesel?.index ?? null})`,
    )
    .catch((error) => {
      if (error.constraint === 'pesel_lives_here')
        throw new Refusal(400, 'households:pesel-lives-here', { field: at('pesel') })
      if (error.constraint === 'pesel_of_who_was_chosen')
        throw new Refusal(400, 'households:pesel-disagrees', { field: at('pesel') })
      throw error
    })
  if (!id) throw notFound()
  if (person.livesElsewhere)
    await work.change('households.member', person.memberId, { lives_here: false, runs_household: false })
  if (id !== person.personId) await mustBear(work, id, person, at('pesel'))
  return id
}

/** 400 when somebody known by a PESEL bears none of the names that were typed with it. */
async function mustBear(
  work: Work,
  id: string,
  { givenName, familyName }: Pick<NewPerson, 'givenName' | 'familyName'>,
  field: string,
): Promise<void> {
  const kept = await work.mustFind(sql<{ name: string; same: boolean }>`
    select p.name, (p.given_name is null or ${givenName ?? null}::text is null or households.may_be_one(${givenName ?? ''}, p.given_name))
      and (p.family_name is null or ${familyName ?? null}::text is null or exists (
        select from households.name n where n.person_id = p.id and households.may_be_one(${familyName ?? ''}, n.shown))) as same
    from households.person p where p.id = ${id}`)
  if (!kept.same) throw peselOf(id, kept.name, field)
}

/** The PESEL is of somebody else, who is named to whoever may know them: that they were told is a look. */
export const peselOf = (id: string, name: string, field: string) =>
  new Refusal(400, 'households:pesel-of-another', {
    field,
    values: { name },
    trace: sql`households.note_told(${id})`,
  })

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
