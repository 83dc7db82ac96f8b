import { describe, expect, test } from 'vitest'
import { journeysFrom, type Stop } from './reach.ts'

const at = (hour: string) => {
  const [hours, minutes] = hour.split(':').map(Number)
  return hours! * 60 + minutes!
}
/** A departure: places and hours in turn. */
const trip = (name: number, ...stops: [place: string, hour: string][]): Stop[] =>
  stops.map(([place, hour]) => [name, place, at(hour)])

describe('there and back without a car', () => {
  test('goes by the first departure and comes back by the last', () => {
    const stops = [
      ...trip(1, ['Wieś', '7:10'], ['Miasto', '7:40']),
      ...trip(2, ['Wieś', '9:00'], ['Miasto', '9:30']),
      ...trip(3, ['Miasto', '13:00'], ['Wieś', '13:30']),
      ...trip(4, ['Miasto', '15:10'], ['Wieś', '15:40']),
    ]
    expect(journeysFrom(stops, 'Wieś', at('8:00')).get('Miasto')).toEqual({
      leaves: at('9:00'),
      arrives: at('9:30'),
      changes: 0,
      back: at('15:10'),
    })
  })

  test('says that there is no way back', () => {
    const stops = [
      ...trip(1, ['Wieś', '9:00'], ['Miasto', '9:30']),
      ...trip(2, ['Miasto', '9:40'], ['Wieś', '10:10']),
    ]
    expect(journeysFrom(stops, 'Wieś', at('8:00')).get('Miasto')).toMatchObject({ back: null })
  })

  test('changes where there is time to, and not where there is none', () => {
    const change = (hour: string) => [
      ...trip(1, ['Wieś', '8:00'], ['Miasto', '8:30']),
      ...trip(2, ['Miasto', hour], ['Szpital', '9:20']),
      ...trip(3, ['Szpital', '14:00'], ['Miasto', '14:40']),
      ...trip(4, ['Miasto', '14:50'], ['Wieś', '15:20']),
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
    const stops = [...trip(1, ['Miasto', '8:00'], ['Wieś', '8:30'], ['Osada', '8:45'])]
    const ways = journeysFrom(stops, 'Wieś', at('7:00'))
    expect(ways.get('Osada')).toMatchObject({ leaves: at('8:30'), changes: 0 })
    expect(ways.get('Miasto')).toBeUndefined()
  })

  test('knows of a night bus that runs after midnight', () => {
    const stops = [
      ...trip(1, ['Wieś', '18:00'], ['Miasto', '18:30']),
      ...trip(2, ['Miasto', '24:10'], ['Wieś', '24:40']),
    ]
    expect(journeysFrom(stops, 'Wieś', at('8:00')).get('Miasto')).toMatchObject({ back: at('24:10') })
  })
})
