import { expect, test } from 'vitest'
import { isNormal } from './normal-address.ts'

test.each([
  '/',
  '/api/cases/0191e1c4-0000-7000-8000-000000000000/timeline?after=a/../b&limit=5',
  '/api/drafts/contact%2F0191e1c4-0000-7000-8000-000000000000',
  '/api/drafts/concern%3Anew',
  '/families/KQB-XM4',
  '/assets/part-x_y~z.js',
  '/rodziny/?/..//',
  '/invitation/a_b-c',
  '/api/institutions/%C5%BB%C3%B3%C5%82%C4%87',
])('an address as a browser sends it is normal: %s', (address) => {
  expect(isNormal(address)).toBe(true)
})

test.each([
  '/.',
  '/..',
  '/api/./cases',
  '/api/x/../cases',
  '/api/%2e%2E/cases',
  '//api/cases',
  '/api//cases',
  '/api/cases//',
  '/api/c%61ses',
  '/api/drafts/contact%2fx',
  '/api/cases%5c..',
  '/api\\cases',
  '/api/ca ses',
  '/api/ca\tses',
  '/api/ca#ses',
  '/api/%zz',
  '/api/%C5%bb',
  'http://elsewhere.example/api/cases',
  'api/cases',
  '*',
  '',
])('an address in another spelling is not: %s', (address) => {
  expect(isNormal(address)).toBe(false)
})
