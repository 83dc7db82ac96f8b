import { describe, expect, test } from 'vitest'
import { levelsFrom } from './levelsFrom.ts'

// Mental health was agreed at level 1, with what is done that day; housing at 3.
const domains = [{ code: 'mental_health', needsTodayAtOne: true }, { code: 'housing' }, { code: 'work' }]
const standing = new Map([
  ['mental_health', { first: '1', last: '1' }],
  ['housing', { first: '2', last: '3' }],
])
const kept = (given: Parameters<typeof levelsFrom>[2]) => {
  const { lacksToday, domains: levels } = levelsFrom(domains, standing, given)
  return { lacksToday, levels: levels.map(({ id: _, ...level }) => level) }
}

describe('the levels at the end', () => {
  test('of a family in crisis, with nothing touched yet, ask what is done today', () => {
    expect(kept({})).toEqual({
      lacksToday: true,
      levels: [
        { domain: 'mental_health', level: 1, today: '' },
        { domain: 'housing', level: 3 },
      ],
    })
  })
  test('are whole once it is said', () => {
    expect(kept({ mental_health: { today: ' Dyżur psychologa. ' } })).toMatchObject({
      lacksToday: false,
      levels: [{ domain: 'mental_health', level: 1, today: 'Dyżur psychologa.' }, {}],
    })
  })
  test('are what was chosen, and why there is none; one that was cleared is not kept', () => {
    expect(
      kept({ mental_health: { seen: '3' }, housing: { seen: null }, work: { seen: 'unknown' } }).levels,
    ).toEqual([
      { domain: 'mental_health', level: 3 },
      { domain: 'work', withoutLevel: 'unknown' },
    ])
  })
})
