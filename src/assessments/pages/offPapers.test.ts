import { expect, test } from 'vitest'
import { offPapers } from './offPapers.ts'

const people = ['mum', 'dad', 'olek', 'hania'].map((id) => ({
  id,
  child: id === 'olek' || id === 'hania',
  belongs: true,
}))
const domains = [
  { code: 'health', class: 'health' },
  { code: 'housing', class: 'file' },
]
const agreed = (domain: string, about: string[]) => ({
  id: domain,
  domain,
  about,
  level: 2,
  withoutLevel: null,
  today: null,
  dissent: null,
  version: 1,
})
const off = (domain: string, about: string[]) =>
  offPapers({ agreed: [agreed(domain, about)] }, domains, people).map(({ because }) => because)

test('health of everybody, or of all adults, stands on no paper for the whole family', () => {
  expect(
    off(
      'health',
      people.map(({ id }) => id),
    ),
  ).toEqual(['nobody-named'])
  expect(off('health', ['mum', 'dad'])).toEqual(['nobody-named'])
})

test('health of one adult stands on their own paper, of a child on everybody’s', () => {
  expect(off('health', ['mum'])).toEqual(['another-adult'])
  expect(off('health', ['olek'])).toEqual([])
})

test('a domain that everybody may read stands everywhere', () => {
  expect(off('housing', ['mum', 'dad'])).toEqual([])
})
