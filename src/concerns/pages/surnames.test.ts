import { expect, test } from 'vitest'
import { familyOf, nameIn } from './surnames.ts'

test.each([
  ['Rodzina Wzorkowskich: mama Lucyna i syn Tymek', 'Wzorkowskich'],
  ['Policzalscy: mama Honorata, Borys z klasy drugiej', 'Policzalscy'],
  ['Pani Ola Próbna-Zmyślna', 'Ola Próbna-Zmyślna'],
  ['Hania Wydumana i brat Olek', 'Hania Wydumana'],
  ['Hania i Olek Wydumani, babcia Genowefa', 'Hania'],
  ['Aleksander Widumany', 'Aleksander Widumany'],
  ['Mama i dwoje dzieci zza remizy', ''],
])('of "%s" the search begins with "%s"', (who, name) => {
  expect(nameIn(who)).toBe(name)
})

test.each([
  ['Wzorkowska', 'Wzorkowscy'],
  ['Wzorkowski', 'Wzorkowscy'],
  ['Przykładzka', 'Przykładzcy'],
  ['Nikomucka', 'Nikomuccy'],
  ['Nowak', 'Nowak'],
  ['Próbna', 'Próbna'],
])('a family of the surname %s is proposed as %s', (surname, family) => {
  expect(familyOf(surname)).toBe(family)
})
