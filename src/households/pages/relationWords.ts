import type { z } from 'zod'
import type { useCodes } from '../../platform/web/useCodes.ts'
import type { household } from '../contract.ts'

export type Household = z.output<typeof household>
export type Person = Household['people'][number]
type Codes = ReturnType<typeof useCodes>

const list = 'households.relation_kind'

/** By the given name, or by whatever name there is. */
const called = ({ givenName, name }: Pick<Person, 'givenName' | 'name'>) => givenName ?? name

/** What somebody of a household is called there. */
export const calledIn = ({ people }: Household, id: string | null): string | undefined =>
  people.filter(({ personId }) => personId === id).map(called)[0]

/** The sex of each as it is written, or else as a relation tells it: a grandmother is a woman. */
export function sexesIn(
  { people, relations }: Pick<Household, 'people' | 'relations'>,
  codes: Pick<Codes, 'entries'>,
) {
  const kinds = codes.entries(list)
  return new Map(
    people.map(({ personId, sex }) => {
      const told = relations
        .filter((relation) => relation.personId === personId)
        .map(({ kind }) => kinds.find(({ code }) => code === kind)?.sex as Person['sex'])
      return [personId, sex ?? told.find(Boolean) ?? null] as const
    }),
  )
}

/**
 * Who a person is, and to whom: "matka (Sylwia); babcia, opiekun faktyczny (Kacper, Ola)". What was recorded the other way
 * round is turned; those to whom somebody is the same stand together.
 */
export function relationWords(person: Person, household: Household, codes: Codes): string {
  const { people, relations } = household
  const kinds = codes.entries(list)
  const sex = sexesIn(household, codes).get(person.personId)
  const toOthers = new Map<string, Set<string>>()
  for (const { personId, toPersonId, kind } of relations) {
    if (personId === person.personId) say(toPersonId, kind)
    if (toPersonId !== person.personId) continue
    const neutral = kinds.find(({ code }) => code === kind)?.inverse as string | undefined
    const own = sex && kinds.find((entry) => entry.neutral === neutral && entry.sex === sex)
    if (neutral) say(personId, own ? own.code : neutral)
  }
  function say(other: string, kind: string) {
    const to = people.find(({ personId }) => personId === other)
    if (to)
      toOthers.set(
        other,
        (toOthers.get(other) ?? new Set()).add(codes.label(list, kind).toLocaleLowerCase('pl')),
      )
  }
  const alike = Map.groupBy(toOthers.keys(), (other) => [...toOthers.get(other)!].sort().join(', '))
  return [...alike]
    .map(([words, others]) => `${words} (${others.map((other) => calledIn(household, other)).join(', ')})`)
    .join('; ')
}
