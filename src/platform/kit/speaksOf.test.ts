import { expect, test } from 'vitest'
import { speaksOf } from './speaksOf.ts'

test.each([
  ['Ojciec pije i krzyczy na dzieci.', 'picie, pije, alkohol'],
  ['Nie starcza im pieniędzy do pierwszego, brak na leki', 'bieda, brak pieniędzy'],
  ['Tymek nie chodzi do szkoły od tygodnia', 'Absencja szkolna, nie chodzi do szkoły, wagary'],
  ['komornik zajął wypłatę, są długi', 'długi, komornik'],
  ['MAMA LEZY W SZPITALU, DEPRESJA', 'psychika, depresja'],
  ['Dziadek jeździ na wózku po wypadku', 'wózek'],
  ['W nodze ma ranę', 'noga'],
  ['Z brudnymi rękami', 'brud'],
  ['Krzyczą na siebie co noc', 'krzyki'],
])('„%s” speaks of %s', (words, names) => expect(speaksOf(words, names)).toBe(true))

test.each([
  ['Dzieci są zadbane i chodzą do szkoły.', 'bieda, brak pieniędzy'],
  ['Starsza pani mieszka sama', 'szkoła, wagary'],
  ['', 'bieda, głód'],
  ['Nie wiem, co się dzieje', 'sam, nikt nie odwiedza'],
  ['Opuściła ponad 60 godzin lekcji', 'narkotyki, leki'],
  ['Czeka do lekarza już długo', 'leki, długi'],
  ['Pies zrobił szkodę u sąsiada', 'szkoła'],
  ['Stoi tam stary kredens', 'kredyt'],
])('„%s” does not speak of %s', (words, names) => expect(speaksOf(words, names)).toBe(false))
