import { expect, test } from 'vitest'
import { addWorkingDays, isWorkingDay, todayInPoland, workingDaysBetween } from './working-days.ts'

test('weekends and public holidays are no working days', () => {
  expect(
    ['2026-11-11', '2026-11-22', '2026-04-06', '2026-06-04', '2026-12-24', '2027-01-06'].map(isWorkingDay),
  ).toEqual(Array(6).fill(false))
  expect(['2026-11-24', '2026-12-23', '2024-12-24'].map(isWorkingDay)).toEqual([true, true, true])
})

test('seven working days over the first of November end on the day people expect', () => {
  expect(addWorkingDays('2026-10-30', 7)).toBe('2026-11-10')
  expect(addWorkingDays('2026-11-10', 1)).toBe('2026-11-12')
  expect(addWorkingDays('2026-11-21', 0)).toBe('2026-11-23')
  expect(workingDaysBetween('2026-10-30', '2026-11-10')).toBe(7)
  expect(workingDaysBetween('2026-11-10', '2026-10-30')).toBe(-7)
})

test('at half past eleven in the evening in London it is already tomorrow in Poland', () => {
  expect(todayInPoland(new Date('2026-11-24T23:30:00Z'))).toBe('2026-11-25')
})
