import { expect, test } from 'vitest'
import { isAroundTheClock } from './around-the-clock.ts'

const week = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
  weekday,
  nth: null,
  opens: '00:00',
  closes: '23:59',
}))

test('seven whole days are said in two words; six, or seven of which one is of a month, are not', () => {
  expect(isAroundTheClock(week)).toBe(true)
  expect(isAroundTheClock(week.slice(1))).toBe(false)
  expect(isAroundTheClock(week.map((day, i) => (i ? day : { ...day, nth: 1 })))).toBe(false)
  expect(isAroundTheClock(week.map((day, i) => (i ? day : { ...day, closes: '20:00' })))).toBe(false)
  expect(isAroundTheClock([])).toBe(false)
})
