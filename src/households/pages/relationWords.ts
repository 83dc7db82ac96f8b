import type { z } from 'zod'
import type { useCodes } from '../../platform/codes/useCodes.ts'
import type { household } from '../contract.ts'

export type Household = z.output<typeof household>
export type Person = Household['people'][number]
type Codes = ReturnType<typeof useCodes>

const list = 'households.relation_kind'

/** Who a person is to the others: "mama: Kacper, Hania". What was recorded the other way round is turned. */
export function relationWords(person: Person, { people, relations }: Household, codes: Codes): string {
  const kinds = codes.entries(list)
  const nameOf = (id: string) => people.find(({ personId }) => personId === id)?.givenName
  const byKind = new Map<string, string[]>()
  const say = (kind: string, other: string) => {
    const name = nameOf(other)
    if (name) byKind.set(kind, [...new Set([...(byKind.get(kind) ?? []), name])])
  }
  for (const { personId, toPersonId, kind } of relations) {
    if (personId === person.personId) say(kind, toPersonId)
    if (toPersonId !== person.personId) continue
    const neutral = kinds.find(({ code }) => code === kind)?.inverse
    const own = kinds.find((entry) => entry.neutral === neutral && entry.sex === person.sex)
    const turned = own?.code ?? (neutral as string | undefined)
    if (turned) say(turned, personId)
  }
  return [...byKind]
    .map(([kind, names]) => `${codes.label(list, kind).toLocaleLowerCase('pl')}: ${names.join(', ')}`)
    .join('; ')
}
