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

/** Who the others are to a person: "mama: Sylwia; brat: Kacper". What was recorded the other way round is turned. */
export function relationWords(person: Person, { people, relations }: Household, codes: Codes): string {
  const kinds = codes.entries(list)
  const other = (id: string) => people.find(({ personId }) => personId === id)
  const byKind = new Map<string, string[]>()
  const say = (kind: string, name: string) =>
    byKind.set(kind, [...new Set([...(byKind.get(kind) ?? []), name])])
  for (const { personId, toPersonId, kind } of relations) {
    const [from, to] = [other(personId), other(toPersonId)]
    if (toPersonId === person.personId && from) say(kind, called(from))
    if (personId !== person.personId || !to) continue
    const neutral = kinds.find(({ code }) => code === kind)?.inverse
    const own = kinds.find((entry) => entry.neutral === neutral && entry.sex === to.sex)
    const turned = own?.code ?? (neutral as string | undefined)
    if (turned) say(turned, called(to))
  }
  return [...byKind]
    .map(([kind, names]) => `${codes.label(list, kind).toLocaleLowerCase('pl')}: ${names.join(', ')}`)
    .join('; ')
}
