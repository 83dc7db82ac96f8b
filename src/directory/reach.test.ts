import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { journeysFrom, ridesFrom, type Trip } from './reach.ts'

const at = (hour: string) => {
  const [hours, minutes] = hour.split(':').map(Number)
  return hours! * 60 + minutes!
}
/** A departure: places and hours in turn. */
const trip = (...stops: [place: string, hour: string, only?: 'on' | 'off'][]): Trip =>
  stops.map(([place, hour, only]) => [place, at(hour), only !== 'off', only !== 'on'])

describe('there and back without a car', () => {
  test('goes by the first departure and comes back by the last', () => {
    const stops = [
      trip(['Wieś', '7:10'], ['Miasto', '7:40']),
      trip(['Wieś', '9:00'], ['Miasto', '9:30']),
      trip(['Miasto', '13:00'], ['Wieś', '13:30']),
      trip(['Miasto', '15:10'], ['Wieś', '15:40']),
    ]
    expect(journeysFrom(stops, 'Wieś', at('8:00')).get('Miasto')).toEqual({
      leaves: at('9:00'),
      arrives: at('9:30'),
      changes: 0,
      back: at('15:10'),
    })
  })

  test('says that there is no way back', () => {
    const stops = [trip(['Wieś', '9:00'], ['Miasto', '9:30']), trip(['Miasto', '9:40'], ['Wieś', '10:10'])]
    expect(journeysFrom(stops, 'Wieś', at('8:00')).get('Miasto')).toMatchObject({ back: null })
  })

  test('changes where there is time to, and not where there is none', () => {
    const change = (hour: string) => [
      trip(['Wieś', '8:00'], ['Miasto', '8:30']),
      trip(['Miasto', hour], ['Szpital', '9:20']),
      trip(['Szpital', '14:00'], ['Miasto', '14:40']),
      trip(['Miasto', '14:50'], ['Wieś', '15:20']),
    ]
    expect(journeysFrom(change('8:40'), 'Wieś', at('7:00')).get('Szpital')).toEqual({
      leaves: at('8:00'),
      arrives: at('9:20'),
      changes: 1,
      back: at('14:00'),
    })
    expect(journeysFrom(change('8:33'), 'Wieś', at('7:00')).get('Szpital')).toBeUndefined()
  })

  test('stays on the same bus without changing, and does not take one that goes the other way', () => {
    const stops = [trip(['Miasto', '8:00'], ['Wieś', '8:30'], ['Osada', '8:45'])]
    const ways = journeysFrom(stops, 'Wieś', at('7:00'))
    expect(ways.get('Osada')).toMatchObject({ leaves: at('8:30'), changes: 0 })
    expect(ways.get('Miasto')).toBeUndefined()
  })

  test('knows of a night bus that runs after midnight', () => {
    const stops = [trip(['Wieś', '18:00'], ['Miasto', '18:30']), trip(['Miasto', '24:10'], ['Wieś', '24:40'])]
    expect(journeysFrom(stops, 'Wieś', at('8:00')).get('Miasto')).toMatchObject({ back: at('24:10') })
  })

  test('gets on and off only where that is possible', () => {
    const stops = [
      trip(['Wieś', '8:00'], ['Przystanek', '8:20', 'on'], ['Miasto', '8:40', 'off']),
      trip(['Miasto', '14:00', 'off'], ['Przystanek', '14:20'], ['Wieś', '14:40']),
    ]
    const ways = journeysFrom(stops, 'Wieś', at('7:00'))
    expect(ways.get('Przystanek')).toBeUndefined()
    expect(ways.get('Miasto')).toMatchObject({ arrives: at('8:40'), back: null })
  })

  test('rides through stops of one minute', () => {
    const stops = [
      trip(['Wieś', '8:00'], ['Osada', '8:05'], ['Kolonia', '8:05'], ['Miasto', '8:05']),
      trip(['Miasto', '14:00'], ['Kolonia', '14:00'], ['Osada', '14:00'], ['Wieś', '14:00']),
    ]
    expect(journeysFrom(stops, 'Wieś', at('7:00')).get('Miasto')).toMatchObject({
      arrives: at('8:05'),
      back: at('14:00'),
    })
  })
})

describe('all ways of a day', () => {
  const stops = [
    trip(['Wieś', '7:10'], ['Miasto', '7:40']),
    trip(['Wieś', '7:20'], ['Miasto', '7:35'], ['Szpital', '7:50']),
    trip(['Miasto', '13:00'], ['Wieś', '13:30']),
    trip(['Miasto', '13:10', 'off'], ['Wieś', '13:20']),
    trip(['Szpital', '15:00'], ['Miasto', '15:10']),
    trip(['Miasto', '15:15'], ['Wieś', '15:45']),
  ]

  test('are those of which no other leaves later and arrives no later', () => {
    const { there, back } = ridesFrom(stops, 'Wieś')
    expect(there.get('Miasto')).toEqual([{ leaves: at('7:20'), arrives: at('7:35') }])
    expect(back.get('Miasto')).toEqual([
      { leaves: at('13:00'), arrives: at('13:30') },
      { leaves: at('15:15'), arrives: at('15:45') },
    ])
    expect(back.get('Szpital')).toEqual([{ leaves: at('15:00'), arrives: at('15:45') }])
  })

  test('are the same as of the way that is looked for from a minute on', () => {
    const place = fc.constantFrom('Wieś', 'Miasto', 'Osada', 'Szpital')
    const stop = fc.record({
      place,
      after: fc.integer({ min: 0, max: 30 }),
      on: fc.boolean(),
      off: fc.boolean(),
    })
    const trips = fc.array(
      fc.tuple(
        fc.integer({ min: 300, max: 1000 }),
        fc.uniqueArray(stop, { minLength: 2, selector: (s) => s.place }),
      ),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(trips, fc.integer({ min: 250, max: 1000 }), (all, notBefore) => {
        const timetable = all.map(([begins, its]): Trip => {
          let minute = begins
          return its.map(({ place: name, after, on, off }) => {
            minute += after
            return [name, minute, on, off]
          })
        })
        const found = journeysFrom(timetable, 'Wieś', notBefore)
        const { there, back } = ridesFrom(timetable, 'Wieś')
        for (const name of ['Miasto', 'Osada', 'Szpital']) {
          const first = there.get(name)?.find(({ leaves }) => leaves >= notBefore)
          expect(first?.arrives).toBe(found.get(name)?.arrives)
          const last = back.get(name)?.at(-1)?.leaves ?? null
          const said = found.get(name)
          if (said) expect(said.back).toBe(last !== null && last >= said.arrives + 30 ? last : null)
        }
      }),
      { numRuns: 300 },
    )
  })
})
