import { expect, it } from 'vitest'
import { weave } from './weave.ts'

it('ends in the middle of the current eye and leaves loose threads for later phases', () => {
  const drawn = weave(7, 3, 162, 28, 17)
  expect(drawn.one.endsWith('567 11')).toBe(true)
  expect(drawn.other.endsWith('567 45')).toBe(true)
  expect(drawn.loose).toBe(567)
})

it('lets the strands pass over each other by turns', () => {
  const { over } = weave(7, 3, 162, 28, 17)
  expect(over).toHaveLength(2)
  expect(over[0]).toMatch(/^M120\.1 40\.\dC.* 162 28C.* 203\.9 15\.\d$/)
  expect(over[1]).toMatch(/^M444\.1 40\.\dC.* 486 28C.* 527\.9 15\.\d$/)
})

it('is woven to the end when all is done, and has one half-eye at the start', () => {
  expect(weave(7, 7, 162, 28, 17).loose).toBeNull()
  expect(weave(7, 7, 162, 28, 17).other.endsWith('1134 28')).toBe(true)
  expect(weave(7, 0, 162, 28, 17).over).toEqual([])
})
