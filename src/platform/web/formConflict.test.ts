import { expect, test } from 'vitest'
import { conflictIn, type Told } from './formConflict.ts'
import { Problem } from './request.ts'

type Written = { what: string; nextStep: string; day: string | null }
const mine: Written = { what: 'Rozmowa', nextStep: 'Zadzwonić', day: null }
const told: Told<Written> = new Map([
  ['what', { name: 'what', label: 'Co', said: String }],
  ['nextStep', { name: 'nextStep', label: 'Dalej', said: String }],
  ['day', { name: 'day', label: 'Kiedy', said: (day: string) => `dzień ${day}` }],
])
const refusedWith = (current: object) =>
  new Problem({ status: 409, code: 'changed-meanwhile', title: '', current })

test('another change stands beside mine where they differ, and only what I choose is taken over', () => {
  const saved: [Partial<Written>, number][] = []
  const conflict = conflictIn(
    refusedWith({ what: 'Wizyta', nextStep: 'Zadzwonić', day: '2026-11-24', version: 7, people: [] }),
    mine,
    told,
    (...given) => saved.push(given),
  )
  expect(conflict?.fields).toEqual([
    { field: 'what', label: 'Co', mine: 'Rozmowa', theirs: 'Wizyta' },
    { field: 'day', label: 'Kiedy', mine: '–', theirs: 'dzień 2026-11-24' },
  ])
  conflict?.decide({ what: 'mine', day: 'theirs' })
  expect(saved).toEqual([[{ day: '2026-11-24' }, 7]])
})

test('a list that its field says stands beside mine as it reads, in whichever order it is kept', () => {
  const area: Told<{ area: string[] }> = new Map([
    [
      'area',
      { name: 'area', label: 'Gdzie', said: (of: string[]) => [...of].sort().join(', '), lists: true },
    ],
  ])
  const against = (theirs: string[]) =>
    conflictIn(refusedWith({ area: theirs, version: 2 }), { area: ['Oksa', 'Imielno'] }, area, () => {})
  expect(against(['Imielno', 'Oksa'])).toBeNull()
  expect(against(['Oksa', 'Wodzisław'])?.fields).toMatchObject([
    { mine: 'Imielno, Oksa', theirs: 'Oksa, Wodzisław' },
  ])
})

test('their record is read as the form is written; where nothing differs there is nothing to choose', () => {
  const conflict = (what: string) =>
    conflictIn(
      refusedWith({ level: 2, version: 3 }),
      { ...mine, what },
      told,
      () => {},
      ({ level }) => ({ what: `poziom ${level}` }),
    )
  expect(conflict('poziom 4')?.fields).toMatchObject([{ mine: 'poziom 4', theirs: 'poziom 2' }])
  expect(conflict('poziom 2')).toBeNull()
})

test('a refusal for another reason is no conflict', () => {
  const refused = new Problem({ status: 409, code: 'case-is-closed', title: '' })
  expect(conflictIn(refused, mine, told, () => {})).toBeNull()
})
