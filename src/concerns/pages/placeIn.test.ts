import { expect, test } from 'vitest'
import { placeIn } from './placeIn.ts'

const oksa = {
  partnershipId: 'p',
  commune: '2602052',
  name: 'Oksa',
  localities: ['Oksa', 'Węgleszyn', 'Popowice'],
}
const wodzislaw = {
  partnershipId: 'p',
  commune: '2602092',
  name: 'Wodzisław',
  localities: ['Wodzisław', 'Popowice', 'Popowice Duże'],
}
const places = [oksa, wodzislaw]

test.each([
  ['Węgleszyn, koło remizy', oksa],
  ['w Węgleszynie, drugi dom za szkołą', oksa],
  ['wegleszyn', oksa],
  ['Popowice Duże 4', wodzislaw],
  ['Popowice, gmina Oksa', oksa],
  ['Wodzisław', wodzislaw],
])('„%s” names one place', (text, place) => expect(placeIn(text, places)).toBe(place))

test.each(['Popowice', 'koło młyna', ''])('„%s” names none, or several', (text) =>
  expect(placeIn(text, places)).toBeNull(),
)

test('where there is one commune only, nothing has to be named', () => {
  expect(placeIn('koło młyna', [oksa])).toBe(oksa)
})
