import { expect, test } from 'vitest'
import { nextReview } from './nextReview.ts'

test('the next review is suggested a quarter later while the contract goes on, so that none is forgotten', () => {
  expect(nextReview('2027-11-29', '2026-11-30')).toBe('2027-03-01')
  expect(nextReview('2027-03-01', '2026-11-30')).toBe('2027-03-01')
  expect(nextReview('2027-02-28', '2026-11-30')).toBeNull()
})
