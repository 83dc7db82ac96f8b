import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Fact, keptOff, type Readers, sieveFor } from './on-paper.ts'

// Ewa and Marek live with Staś, who is nine. A court keeps Marek away from Ewa only where a test says so.
const home = { adults: ['ewa', 'marek'], apart: new Set<string>(), gone: [] }
const readBy = (...people: string[]): Readers => ({
  who: people.map((person) => ({ person, speaksFor: [] })),
  only: null,
  ...home,
})
const both = readBy('ewa', 'marek')
const hersAlone: Readers = { ...readBy('ewa'), only: ['ewa'] }
const therapyOf = (...about: string[]): Fact => ({ about, classes: ['addiction'] })

describe('what may stand on a paper', () => {
  test.each<[string, Fact, Readers, ReturnType<typeof keptOff>]>([
    ['the therapy of one, on the sheet for both', therapyOf('marek'), both, 'another-adult'],
    ['the therapy of one, on the contract of the other', therapyOf('marek'), hersAlone, 'not-theirs'],
    ['the therapy of one, on a sheet for that one', therapyOf('marek'), readBy('marek'), null],
    ['therapy that both go to, on the sheet for both', therapyOf('ewa', 'marek'), both, null],
    ['a child’s health, on the sheet for both', { about: ['staś'], classes: ['health'] }, both, null],
    ['health of the whole household', { about: 'household', classes: ['health'] }, both, null],
    [
      'a domain of health of nobody by name',
      { about: 'somebody', classes: ['health'] },
      both,
      'nobody-named',
    ],
    ['a domain of housing of nobody by name', { about: 'somebody', classes: ['file'] }, both, null],
    ['a course of the other, on the sheet for both', { about: ['marek'] }, both, null],
    ['a course of the other, on her own contract', { about: ['marek'] }, hersAlone, 'not-theirs'],
    ['a phone that somebody must not know', { about: ['ewa'], secret: true }, both, 'must-not-know'],
    ['the same on a sheet for herself', { about: ['ewa'], secret: true }, readBy('ewa'), null],
    ['an address that is protected', { about: 'household', secret: true }, readBy('ewa'), 'must-not-know'],
    [
      'who learns where she is, on his own sheet',
      { about: ['ewa'], classes: ['whereabouts'] },
      readBy('marek'),
      'another-adult',
    ],
    ['for what, in words that somebody typed', { about: ['ewa'], typed: true }, both, 'another-adult'],
    ['the same on her own', { about: ['ewa'], typed: true }, readBy('ewa'), null],
    ['words that somebody typed about a child', { about: ['staś'], typed: true }, both, null],
    ['what the law had told, for whomever', { about: ['ewa'], quiet: true }, readBy('ewa'), 'by-law'],
    [
      'who moved out, on the sheet for those who stayed',
      { about: ['dziadek'] },
      { ...both, gone: ['dziadek'] },
      'moved-out',
    ],
    ['the same on their own', { about: ['dziadek'] }, { ...readBy('dziadek'), gone: ['dziadek'] }, null],
    [
      'who stayed, on a paper for who moved out',
      { about: ['ewa'] },
      { ...readBy('dziadek'), gone: ['dziadek'] },
      'moved-out',
    ],
    ['violence, for whomever', { about: ['ewa'], classes: ['violence'] }, readBy('ewa'), 'violence'],
  ])('%s', (_, fact, readers, because) => {
    expect(keptOff(fact, readers)).toBe(because)
  })

  test('a household with one adult knows its own health', () => {
    const alone: Readers = { ...readBy('ewa'), adults: ['ewa'] }
    expect(keptOff({ about: 'somebody', classes: ['health'] }, alone)).toBe(null)
    const unseen: Readers = { ...readBy('ewa'), adults: ['ewa', 'unseen'] }
    expect(keptOff({ about: 'somebody', classes: ['health'] }, unseen)).toBe('nobody-named')
  })

  test('a guardian reads what is about the person they sign for, not what is about others', () => {
    const guardian: Readers = { ...readBy(), who: [{ person: 'ewa', speaksFor: ['marek'] }] }
    expect(keptOff(therapyOf('marek'), guardian)).toBe(null)
    expect(keptOff(therapyOf('dziadek'), { ...guardian, adults: [...home.adults, 'dziadek'] })).toBe(
      'another-adult',
    )
  })

  test('whom a court keeps apart from somebody gets nothing about them', () => {
    const apart: Readers = { ...both, apart: new Set(['marek staś', 'staś marek']) }
    expect(keptOff({ about: ['staś'] }, apart)).toBe('kept-apart')
    expect(keptOff({ about: ['staś'] }, { ...apart, who: [{ person: 'ewa', speaksFor: [] }] })).toBe(null)
  })

  test('a court reads the file, and neither violence nor what somebody must not know', () => {
    const court: Readers = { who: 'authority', only: null, ...home }
    expect(keptOff(therapyOf('marek'), court)).toBe(null)
    expect(keptOff({ about: ['ewa'], secret: true }, court)).toBe('must-not-know')
    expect(keptOff({ about: ['ewa'], classes: ['violence'] }, court)).toBe('violence')
  })
})

test('one more reader never puts more on a paper', () => {
  const somebody = fc.constantFrom('ewa', 'marek', 'staś')
  const fact: fc.Arbitrary<Fact> = fc.record({
    about: fc.oneof(
      fc.uniqueArray(somebody, { minLength: 1 }),
      fc.constantFrom('household' as const, 'somebody' as const),
    ),
    classes: fc.uniqueArray(fc.constantFrom('file', 'health', 'addiction', 'justice', 'violence')),
    secret: fc.boolean(),
  })
  fc.assert(
    fc.property(fact, fc.uniqueArray(somebody, { minLength: 1 }), somebody, (what, people, another) => {
      if (keptOff(what, readBy(...people))) expect(keptOff(what, readBy(...people, another))).not.toBe(null)
    }),
  )
})

test('what was left out is told once, with the reason', () => {
  const sieve = sieveFor(both)
  const kept = sieve.keep(
    ['terapia', 'terapia', 'kurs'],
    (what) => (what === 'terapia' ? therapyOf('marek') : { about: ['ewa'] }),
    (what) => what,
  )
  expect(kept).toEqual(['kurs'])
  expect(sieve.leftOut).toEqual([{ what: 'terapia', because: 'another-adult' }])
})
