import { expect, test } from 'vitest'
import type { Assessment } from './api.ts'
import { levelWays } from './levelWays.ts'

const assessment = (
  agreedOn: string,
  levels: Record<string, number | null>,
  fixedAt: string | null = `${agreedOn}T12:00:00Z`,
) =>
  ({
    fixedAt,
    agreedOn,
    agreed: Object.entries(levels).map(([domain, level]) => ({ domain, level })),
  }) as Assessment

test('a domain that was agreed more than once has a way, the one that changed first', () => {
  const ways = levelWays([
    assessment('2027-02-24', { school: 3, money: 2, health: 4 }),
    assessment('2026-11-06', { money: 2, school: 2, health: null }),
  ])
  expect(ways).toEqual([
    {
      domain: 'school',
      points: [
        { day: '2026-11-06', level: 2 },
        { day: '2027-02-24', level: 3 },
      ],
    },
    {
      domain: 'money',
      points: [
        { day: '2026-11-06', level: 2 },
        { day: '2027-02-24', level: 2 },
      ],
    },
  ])
})

test('one that is still open tells nothing yet, and a day tells what was agreed on it last', () => {
  expect(
    levelWays([assessment('2026-11-06', { school: 2 }), assessment('2026-11-07', { school: 4 }, null)]),
  ).toEqual([])
  expect(
    levelWays([
      assessment('2026-11-06', { school: 2 }),
      assessment('2026-11-06', { school: 3 }, '2026-11-06T15:00:00Z'),
    ]),
  ).toEqual([])
})
