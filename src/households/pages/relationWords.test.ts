import { expect, test } from 'vitest'
import { type Household, type Person, relationWords, sexesIn } from './relationWords.ts'

const kinds: Record<string, { pl: string; inverse: string; neutral?: string; sex?: string }> = {
  parent: { pl: 'Rodzic', inverse: 'child' },
  mother: { pl: 'Matka', inverse: 'child', neutral: 'parent', sex: 'female' },
  child: { pl: 'Dziecko', inverse: 'parent' },
  son: { pl: 'Syn', inverse: 'parent', neutral: 'child', sex: 'male' },
}
const codes = {
  entries: () => Object.entries(kinds).map(([code, rest]) => ({ code, ...rest })),
  label: (_: string, code: string) => kinds[code]!.pl,
} as unknown as Parameters<typeof relationWords>[2]

const somebody = (givenName: string, sex: string | null) =>
  ({ personId: givenName, givenName, sex }) as Person
const stanisława = somebody('Stanisława', 'female')
const mirosław = somebody('Mirosław', 'male')
const household = (kind: string, from: Person, to: Person) =>
  ({
    people: [from, to],
    relations: [{ personId: from.personId, toPersonId: to.personId, kind }],
  }) as unknown as Household

test.each([
  ['by the mother', household('mother', stanisława, mirosław)],
  ['by the son', household('son', mirosław, stanisława)],
])('beside a person stands who they are, and to whom, recorded %s', (_, home) => {
  expect(relationWords(stanisława, home, codes)).toBe('matka (Mirosław)')
  expect(relationWords(mirosław, home, codes)).toBe('syn (Stanisława)')
})

test('of whom we do not know the sex, the neutral word; a relation tells it too', () => {
  const kasia = somebody('Kasia', null)
  expect(relationWords(kasia, household('mother', stanisława, kasia), codes)).toBe('dziecko (Stanisława)')
  const home = household('mother', kasia, mirosław)
  expect(sexesIn(home, codes).get('Kasia')).toBe('female')
  const both = {
    ...home,
    relations: [...home.relations, ...household('parent', kasia, mirosław).relations],
  } as Household
  expect(relationWords(kasia, both, codes), 'one pair is told once').toBe('matka, rodzic (Mirosław)')
})
