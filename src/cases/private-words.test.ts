import { expect, test } from 'vitest'
import { speaksOf } from '../platform/kit/speaksOf.ts'
import pl from './texts/pl.json' with { type: 'json' }

// What somebody is invited for is read by the whole team, before the family agreed to anything.

test.each([
  'opieka nad dzieckiem z astmą',
  'pomoc w leczeniu mamy',
  'ojciec pije',
  'terapia uzależnień',
  'chłopiec bierze leki',
  'wsparcie w depresji',
])('"%s" is asked about', (words) => {
  expect(speaksOf(words, pl.invite.privateWords)).toBe(true)
})

test.each([
  'wsparcie w szkole',
  'lekcje i świetlica',
  'obiady, dojazd',
  'opieka nad dziećmi po południu',
  'raport z wizyty',
])('"%s" is not', (words) => {
  expect(speaksOf(words, pl.invite.privateWords)).toBe(false)
})
