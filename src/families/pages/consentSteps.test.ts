import { expect, test } from 'vitest'
import { consentSteps } from './consentSteps.ts'

type Joint = Parameters<typeof consentSteps>[0]
const joined = { id: 'school', name: 'Szkoła', accepted: true, tellsPlace: false }
const signer = (personId: string, more: object = {}) => ({
  personId,
  name: personId,
  signedOn: null,
  lapsed: false,
  notWritten: false,
  withoutId: null,
  ...more,
})
const about = (personId: string, signers: object[], more: object = {}) => ({
  personId,
  name: personId,
  order: null,
  signers,
  ...more,
})
const sheet = (personId: string, signerId: string) => ({ id: `${personId} ${signerId}`, personId, signerId })
const steps = (more: object, known: string[] = []) =>
  consentSteps(
    { institutions: [joined], people: [], sheets: [], ...more } as unknown as Joint,
    new Set(known),
  )

const unsigned = [about('Ewa', [signer('Ewa')]), about('Olek', [signer('Ewa')])]
const signed = { signedOn: '2026-11-30' }

test('sheets are to be prepared once somebody of another institution joined, not before', () => {
  expect(steps({ people: unsigned })).toEqual([{ step: 'prepare', names: ['Szkoła'] }])
  expect(steps({ people: unsigned, institutions: [{ ...joined, accepted: false }] })).toEqual([])
})

test('then they wait to be signed, and whoever is not asked about yet is named', () => {
  expect(steps({ people: unsigned, sheets: [sheet('Ewa', 'Ewa')] })).toEqual([
    { step: 'lacking', names: ['Olek'] },
    { step: 'sign', names: ['Ewa'] },
  ])
})

test('what lapsed is to be asked again; what was answered, decided or told by law is not', () => {
  const people = [
    about('Olek', [signer('Ewa', { ...signed, lapsed: true })]),
    about('Hania', [signer('Ewa', signed), signer('Jan', { withoutId: 'decided' })]),
    about('Ewa', [signer('Ewa')]),
    about('Ola', [signer('Ewa')], { order: 'III Nsm 1/26' }),
  ]
  expect(steps({ people }, ['Ewa'])).toEqual([{ step: 'lacking', names: ['Olek'] }])
})

test('with every answer there is nothing to do', () => {
  expect(steps({ people: [about('Ewa', [signer('Ewa', signed)])] })).toEqual([])
})
