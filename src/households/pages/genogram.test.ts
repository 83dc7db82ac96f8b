import { expect, test } from 'vitest'
import { drawGenogram, sign } from './genogram.ts'
import type { Person } from './relationWords.ts'

const person = (personId: string, more: Partial<Person> = {}) =>
  ({ personId, name: personId, givenName: personId, livesHere: true, diedOn: null, ...more }) as Person
const relation = (personId: string, kind: string, toPersonId: string) => ({
  id: `${personId} ${kind} ${toPersonId}`,
  personId,
  kind,
  toPersonId,
  authority: null,
  contactForbidden: false,
  version: 1,
})
const placesOf = (given: Parameters<typeof drawGenogram>[0]) =>
  new Map(drawGenogram(given).people.map(({ person: { personId }, x, y }) => [personId, { x, y }]))

test('generations stand one under another, a couple side by side, whichever way round a relation was written', () => {
  const at = placesOf({
    people: ['babcia', 'mama', 'tata', 'syn', 'córka'].map((name) => person(name)),
    relations: [
      relation('tata', 'son', 'babcia'),
      relation('mama', 'wife', 'tata'),
      relation('mama', 'mother', 'syn'),
      relation('tata', 'father', 'syn'),
      relation('córka', 'daughter', 'mama'),
      relation('tata', 'father', 'córka'),
    ],
  })
  const rows = ['babcia', 'mama', 'tata', 'syn', 'córka'].map((name) => at.get(name)!.y)
  expect(rows[0]).toBeLessThan(rows[1]!)
  expect(rows[1]).toBe(rows[2])
  expect(rows[2]).toBeLessThan(rows[3]!)
  expect(rows[3]).toBe(rows[4])
})

test('nobody is left out or drawn over another, also of whom nothing is known', () => {
  const people = ['babcia', 'wnuk', 'sąsiad', 'brat', 'siostra', 'gość'].map((name) => person(name))
  const drawn = drawGenogram({
    people,
    relations: [
      relation('babcia', 'grandmother', 'wnuk'),
      relation('brat', 'brother', 'siostra'),
      relation('siostra', 'sister', 'brat'),
      relation('sąsiad', 'neighbour', 'babcia'),
      relation('babcia', 'mother', 'ktoś spoza domu'),
    ],
  })
  expect(drawn.people).toHaveLength(people.length)
  for (const one of drawn.people)
    for (const other of drawn.people)
      if (one !== other) expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(sign)
  expect(drawn.lines.filter(({ apart }) => apart)).toHaveLength(1)
})

test('who lives elsewhere stands outside the home, who died too', () => {
  const drawn = drawGenogram({
    people: [
      person('mama'),
      person('córka'),
      person('tata', { livesHere: false }),
      person('dziadek', { diedOn: '2021-01-01' }),
    ],
    relations: [
      relation('mama', 'ex_spouse', 'tata'),
      relation('mama', 'mother', 'córka'),
      relation('tata', 'father', 'córka'),
      relation('dziadek', 'father', 'mama'),
    ],
  })
  const { x, y, width, height } = drawn.home!
  const inside = drawn.people
    .filter((each) => each.x > x && each.x < x + width && each.y > y && each.y < y + height)
    .map(({ person: { name } }) => name)
  expect(inside).toEqual(['mama', 'córka'])
  expect(drawn.lines.some(({ parted }) => parted)).toBe(true)
})
