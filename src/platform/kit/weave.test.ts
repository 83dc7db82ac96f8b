import { expect, it } from 'vitest'
import { weave } from './weave.ts'

it('ends in the middle of the current eye and leaves loose threads for later phases', () => {
  const drawn = weave(7, 3, 162, 28, 17)
  expect(drawn.institutions.endsWith('567 11')).toBe(true)
  expect(drawn.family.endsWith('567 45')).toBe(true)
  expect(drawn.loose).toBe(567)
})

it('lets the strands pass over each other by turns', () => {
  expect(weave(7, 3, 162, 28, 17).over).toEqual([
    'M120.1 40.8C133.4 37.9 147.2 33.7 162 28C176.8 22.3 190.6 18.1 203.9 15.2',
    'M444.1 40.8C457.4 37.9 471.2 33.7 486 28C500.8 22.3 514.6 18.1 527.9 15.2',
  ])
})

it('is woven to the end when all is done, and has one half-eye at the start', () => {
  expect(weave(7, 7, 162, 28, 17).loose).toBeNull()
  expect(weave(7, 7, 162, 28, 17).family.endsWith('1134 28')).toBe(true)
  expect(weave(7, 0, 162, 28, 17).over).toEqual([])
})
