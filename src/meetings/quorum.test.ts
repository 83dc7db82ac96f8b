import { expect, test } from 'vitest'
import { cameOfNeeded } from './quorum.ts'

const needed = (attendance: string | null) => ({ needed: true, attendance })

test('who came of those without whom a meeting does not begin: themselves, from afar, or by somebody in their place', () => {
  expect(
    cameOfNeeded([
      ...['present', 'remote', 'stand_in', 'excused', 'absent', null].map(needed),
      { needed: false, attendance: 'present' },
    ]),
  ).toEqual({ came: 3, needed: 6 })
  expect(cameOfNeeded([needed('absent')])).toEqual({ came: 0, needed: 1 })
})

test('a meeting that waits for nobody tells of none', () => {
  expect(cameOfNeeded([{ needed: false, attendance: 'present' }])).toBeNull()
})
