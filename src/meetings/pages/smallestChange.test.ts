import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Change, smallestChange } from './smallestChange.ts'

const changed = (before: string, { at, gone, come }: Change) =>
  before.slice(0, at) + come + before.slice(at + gone)

test('whatever somebody types, the change makes of the one text the other', () => {
  const typed = fc.string({ unit: fc.constantFrom('a', 'b', 'ą', ' ', '\n', '😀', '👍🏽') })
  fc.assert(
    fc.property(typed, typed, fc.nat(40), (before, after, caret) => {
      const change = smallestChange(before, after, Math.min(caret, after.length))
      expect(change ? changed(before, change) : before).toBe(after)
    }),
  )
})

test('a letter that doubles its neighbour stands where the caret is', () => {
  expect(smallestChange('aaa', 'aaaa', 2)).toEqual({ at: 1, gone: 0, come: 'a' })
  expect(smallestChange('aaa', 'aa', 1)).toEqual({ at: 1, gone: 1, come: '' })
})

test('a sign of two halves is never parted', () => {
  const { at, gone, come } = smallestChange('a😀b', 'a😁b', 3)!
  expect([at, gone, come]).toEqual([1, 2, '😁'])
})
