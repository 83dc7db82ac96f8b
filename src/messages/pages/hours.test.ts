import { expect, test } from 'vitest'
import { clockTime } from '../../platform/texts/dates.ts'
import { hoursAhead } from './hours.ts'

test('hours are offered to a quarter, and of tomorrow by the clock in Poland', () => {
  const now = Date.now()
  const [first, , , nine, two] = hoursAhead(now)
  expect(Number(new Date(first!.at)) - now).toBeGreaterThanOrEqual(3_600_000)
  expect(Number(new Date(first!.at)) % 900_000).toBe(0)
  expect([nine, two].map((each) => clockTime(each!.at, 'pl'))).toEqual(['9:00', '14:00'])
})
