import { expect, test } from 'vitest'
import { nextReview, reviewOf } from './nextReview.ts'

test('the next review is suggested a quarter later while the contract goes on, so that none is forgotten', () => {
  expect(nextReview('2027-11-29', '2026-11-30')).toBe('2027-03-01')
  expect(nextReview('2027-03-01', '2026-11-30')).toBe('2027-03-01')
  expect(nextReview('2027-02-28', '2026-11-30')).toBeNull()
})

test('a contract names its next review, never the one that was held', () => {
  const contract = { id: 'c', state: 'approved' as const, reviewOn: '2027-03-01' }
  const held = { contractId: 'c', due: '2027-03-01', heldOn: '2027-02-26' }
  const next = { contractId: 'c', due: '2027-06-01', heldOn: null }
  expect(reviewOf(contract, [held])).toBeNull()
  expect(reviewOf(contract, [held, next, { ...next, contractId: 'other', due: '2027-04-01' }])).toBe(
    '2027-06-01',
  )
  expect(reviewOf({ ...contract, state: 'signed' }, [])).toBe('2027-03-01')
  expect(reviewOf({ ...contract, state: 'ended' }, [held])).toBeUndefined()
})
