import { expect, test } from 'vitest'
import { isEasilyGuessed } from './known-passwords.ts'

const joanna = [
  'Joanna Przykładna',
  'joanna.przykladna@gops.example',
  'pracownica socjalna',
  'Gminny Ośrodek Pomocy Społecznej w Oksie',
]

test.each([
  'haslohaslo123',
  'qwertyuiop12',
  'kierowniczka1',
  'Kierowniczka2026',
  'mojehaslo1234',
  'tajnehaslo2026',
  'warszawa2026!',
  'Kielce2026!!',
  'Listopad2026!',
  'dzieńdobry123',
  'Joanna Przykładna',
  'joannaprzykladna',
  'Przykladna1987!',
  'joanna.przykladna@gops.example',
  'Pracownica Socjalna',
  'PracownikSocjalny1',
  'GOPS w Oksie 2026',
  'ośrodekpomocy1',
  'niebieska karta',
  'Szkoła Podstawowa 1',
  'a a a a a a a a',
])('%s is easily guessed', (password) => {
  expect(isEasilyGuessed(password, joanna)).toBe(true)
})

test.each([
  'kapusta rower deszcz lampa',
  'zegar sanki ogórek brama',
  'trzy zielone jabłka',
  'Joanna lubi zimny deszcz i rower',
  'vK3#pq9!Lw2x',
  'k&/7Qz_.,-8w%',
])('%s is not', (password) => {
  expect(isEasilyGuessed(password, joanna)).toBe(false)
})
