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

const families: [string, Parameters<typeof drawGenogram>[0]][] = [
  [
    'a grandmother beside the father of her grandchildren',
    {
      people: [person('Genowefa'), person('Dariusz', { livesHere: false }), person('Hania'), person('Olek')],
      relations: [
        relation('Genowefa', 'grandmother', 'Hania'),
        relation('Genowefa', 'grandmother', 'Olek'),
        relation('Dariusz', 'father', 'Hania'),
        relation('Dariusz', 'father', 'Olek'),
      ],
    },
  ],
  [
    'two grandmothers, both parents and three children',
    {
      people: ['Genowefa', 'Stanisława', 'Ewa', 'Dariusz', 'Hania', 'Olek', 'Kacper'].map((name) =>
        person(name),
      ),
      relations: [
        ...['Hania', 'Olek', 'Kacper'].flatMap((child) => [
          relation('Genowefa', 'grandmother', child),
          relation('Stanisława', 'grandmother', child),
          relation('Ewa', 'mother', child),
          relation('Dariusz', 'father', child),
        ]),
        relation('Genowefa', 'mother', 'Ewa'),
      ],
    },
  ],
  [
    'a mother of children by two men',
    {
      people: ['Adam', 'Ewa', 'Bartosz', 'Hania', 'Olek', 'Jan'].map((name) => person(name)),
      relations: [
        relation('Adam', 'ex_spouse', 'Ewa'),
        relation('Bartosz', 'partner', 'Ewa'),
        relation('Jan', 'father', 'Ewa'),
        ...['Hania', 'Olek'].map((child) => relation('Ewa', 'mother', child)),
        relation('Adam', 'father', 'Hania'),
        relation('Bartosz', 'father', 'Olek'),
      ],
    },
  ],
]
test.each(families)('no line goes through a sign or a name: %s', (_, family) => {
  const { people, lines } = drawGenogram(family)
  for (const { person: whose, x, y } of people)
    for (const { way } of lines)
      for (const [i, [x2, y2]] of way.entries()) {
        const [x1, y1] = way[i - 1] ?? [x2, y2]
        const over = Math.max(x1, x2) > x - sign / 2 + 1 && Math.min(x1, x2) < x + sign / 2 - 1
        const through = Math.max(y1, y2) > y - sign / 2 + 1 && Math.min(y1, y2) < y + sign / 2 + 18
        expect(over && through, `${whose.name}: ${way.join(' ')}`).toBe(false)
      }
})
