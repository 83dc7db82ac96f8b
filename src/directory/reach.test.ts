import { describe, expect, test } from 'vitest'
import { journeysFrom, type Trip } from './reach.ts'

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
