import { expect, test } from 'vitest'
import { stationsOf } from './stations.ts'

const point = (state: string, said: [string, string, string?][] = [], days: object = {}) =>
  ({
    state,
    said: said.map(([step, day, words]) => ({
      step,
      at: `${day}T08:00:00Z`,
      words: words ?? null,
      by: 'Nina Zapewne',
    })),
    answeredOn: null,
    begunOn: null,
    endedOn: null,
    withdrawnOn: null,
    ...days,
  }) as never
const stations = (...points: never[]) => stationsOf({ read: null, points })

test('nobody answered: nothing is told but that it was sent', () => {
  expect(stations(point('asked'))).toEqual({ read: null, answer: null, begun: null, over: null })
})

test('one is taken on and one declined: it is taken on, in the words of that answer', () => {
  const told = stations(
    point('declined', [['declined', '2026-11-10', 'Nie mamy miejsc.']], { answeredOn: '2026-11-10' }),
    point('accepted', [['accepted', '2026-11-12', 'Przyjmujemy.']]),
  )
  expect(told.answer).toEqual({ kind: 'taken', on: '2026-11-12T08:00:00Z', words: 'Przyjmujemy.' })
  expect(told.over).toBeNull()
})

test('what was sent back and asked anew waits again', () => {
  expect(stations(point('asked', [['returned', '2026-11-10', 'Jaki wiek?']])).answer).toBeNull()
  expect(stations(point('returned', [['returned', '2026-11-10', 'Jaki wiek?']])).answer?.kind).toBe(
    'returned',
  )
})

test('when every point is over it is over, on the day of the last one', () => {
  const told = stations(
    point('done', [['begun', '2026-11-15']], { begunOn: '2026-11-15', endedOn: '2026-11-25' }),
    point('withdrawn', [], { withdrawnOn: '2026-11-20' }),
  )
  expect(told.begun).toEqual({ on: '2026-11-15', words: null })
  expect(told.over).toEqual({ on: '2026-11-25', done: true })
})
