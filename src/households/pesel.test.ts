import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keysFrom } from '../platform/keys.ts'
import { birthDateOf, isPesel } from './digits.ts'
import { keptPesel, maskedPesel, readPesel } from './pesel.ts'

const keys = keysFrom('11'.repeat(32))

test('the example of the ministry is a PESEL, and one swapped pair of digits is not', () => {
  expect(isPesel('44051401359')).toBe(true)
  expect(isPesel('44051401395')).toBe(false)
  expect(birthDateOf('44051401359')).toBe('1944-05-14')
  expect(birthDateOf('02270803624')).toBe('2002-07-08')
})

test('a day that never was is no PESEL, whatever its check digit', () => {
  fc.assert(fc.property(fc.stringMatching(/^\d{2}023[01]\d{5}$/), (digits) => !isPesel(digits)))
})

test('what is kept can be read with the key, and its index is another in every partnership', () => {
  const here = keptPesel(keys, 'one', '440514 01359')
  const there = keptPesel(keys, 'two', '44051401359')
  expect(readPesel(keys, here.sealed)).toBe('44051401359')
  expect(here.index.equals(there.index)).toBe(false)
  expect(keptPesel(keys, 'one', '44051401359').index.equals(here.index)).toBe(true)
  expect(maskedPesel('44051401359')).toBe('44•••••••59')
})
