import { expect, test } from 'vitest'
import { readCodeLists } from '../../../data/codes.ts'
import { type Party, rulesBetween } from './rules.ts'

const rules = readCodeLists()['consents.basis_rule'].entries
const groups = new Map(
  readCodeLists()['institutions.institution_kind'].entries.map(({ code, group }) => [code, group]),
)
const of = (kind: string): Party => ({ kind, group: groups.get(kind)! })
const told = (from: string, to: string, what: string) =>
  [...rulesBetween(rules, of(from), of(to), what)].map(([occasion, found]) => [
    occasion,
    found.map(({ code }) => code),
  ])

test('a school tells the centre about health when it is asked, when a life is in danger, and with consent', () => {
  expect(Object.fromEntries(told('primary_school', 'social_assistance_centre', 'health'))).toEqual({
    asked: ['request_of_centre'],
    happened: ['life_in_danger'],
    consent: ['joint_work', 'consent'],
  })
})

test('a school tells an organisation about a family with consent alone', () => {
  expect(told('primary_school', 'ngo', 'file')).toEqual([['consent', ['joint_work', 'consent']]])
})

test('a centre tells an organisation what it commissioned, as long as the contract lasts', () => {
  expect(Object.fromEntries(told('social_assistance_centre', 'ngo', 'file'))).toMatchObject({
    lasting: ['commissioned_service'],
  })
})

test('no consent opens convictions, and nobody tells an organisation of them', () => {
  expect(told('police_county', 'ngo', 'justice')).toEqual([])
})

test('of violence only the police, a prosecutor and the family court are told', () => {
  const receivers = [...groups.keys()].filter((kind) => told('primary_school', kind, 'violence').length)
  expect(receivers.sort()).toEqual(['court_family', 'police_county', 'police_station', 'prosecutor'])
})
