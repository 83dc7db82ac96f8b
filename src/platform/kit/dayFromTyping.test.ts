import { expect, it } from 'vitest'
import { dayFromTyping } from './dayFromTyping.ts'

const now = '2026-11-24'

it.each([
  ['24.11.2026', '2026-11-24'],
  ['24 11', '2026-11-24'],
  ['5/1/27', '2027-01-05'],
  ['5 gru', '2026-12-05'],
  ['1 maja 2027', '2027-05-01'],
  ['3 marca', '2026-03-03'],
  ['11 października 2027', '2027-10-11'],
  ['2026-11-24', '2026-11-24'],
])('reads %s as people write it', (typed, day) => {
  expect(dayFromTyping(typed, now)).toBe(day)
})

it.each(['31.02.2027', '24', 'jutro', '5 foo 2027', ''])('takes %s for no day', (typed) => {
  expect(dayFromTyping(typed, now)).toBeNull()
})
