import { expect, test } from 'vitest'
import { bornByPesel, isOtherAge } from './otherAge.ts'

// A slip makes an adult of a child, and what was signed for it ends for good: whichever way the birth is told, it is asked first.

test.each([
  ['44051401359', '1944-05-14'],
  ['440514-01359', '1944-05-14'],
  ['44051401350', null],
  ['', null],
])('the PESEL "%s" tells the birth %s', (typed, born) => {
  expect(bornByPesel(typed)).toBe(born)
})

test.each([
  ['a child that the number makes an adult', true, true],
  ['an adult, as known', false, false],
  ['somebody of whom nobody knows how old they are', null, false],
])('%s: asked first is %s', (_, child, asked) => {
  expect(isOtherAge({ child }, bornByPesel('44051401359'))).toBe(asked)
})
