import { describe, expect, test } from 'vitest'
import { namedIn } from './namedIn.ts'

const named = (text: string, ...names: string[]) =>
  namedIn(
    text,
    names.map((givenName) => ({ givenName })),
  ).map(({ givenName }) => givenName)

describe('a name is found in each of its cases', () => {
  test.each([
    ['Karolina', 'Karolina Karoliny Karolinie Karolinę Karoliną Karolino Karolcia'.split(' ').slice(0, 6)],
    ['Oliwia', 'Oliwia Oliwii Oliwię Oliwią Oliwio Oliwka Oliwki Oliwką'.split(' ')],
    ['Hania', 'Hania Hani Hanię Hanią Haniu'.split(' ')],
    ['Zofia', 'Zofii Zofię Zosia Zosi Zosią'.split(' ')],
    ['Magda', 'Magdy Magdzie Magdą'.split(' ')],
    ['Marta', 'Marty Marcie Martę'.split(' ')],
    ['Monika', 'Moniki Monice Moniką'.split(' ')],
    ['Olga', 'Olgi Oldze'.split(' ')],
    ['Barbara', 'Barbary Barbarze Basi Basią'.split(' ')],
    ['Stanisława', 'Stanisławy Stanisławie Stasi'.split(' ')],
    ['Kacper', 'Kacper Kacpra Kacprowi Kacprem Kacprze Kacperek Kacperka Kacperkiem'.split(' ')],
    ['Mirosław', 'Mirosława Mirosławowi Mirosławem Mirosławie Mirek Mirka Mirkiem'.split(' ')],
    ['Tymek', 'Tymka Tymkowi Tymkiem Tymku'.split(' ')],
    ['Paweł', 'Pawła Pawłowi Pawłem Pawle'.split(' ')],
    ['Daniel', 'Daniela Danielem Danielu'.split(' ')],
    ['Piotr', 'Piotra Piotrze Piotrem'.split(' ')],
    ['Robert', 'Roberta Robercie'.split(' ')],
    ['Dawid', 'Dawida Dawidzie Dawidek'.split(' ')],
    ['Staś', 'Stasia Stasiem Stasiowi Stasiu'.split(' ')],
    ['Antoni', 'Antoniego Antoniemu Antonim Antkiem'.split(' ')],
    ['Jerzy', 'Jerzego Jerzemu Jerzym'.split(' ')],
    ['Jakub', 'Jakuba Kuba Kuby Kubie Kubę Kubą'.split(' ')],
    ['Mieszko', 'Mieszka Mieszkiem Mieszkowi'.split(' ')],
    ['Anna Maria', 'Annie Marii Ani'.split(' ')],
    ['ŁUCJA', 'Łucji Łucję Łucją'.split(' ')],
  ])('%s', (name, forms) => {
    for (const form of forms) expect(named(`Rozmowa, a w niej ${form}.`, name), form).toEqual([name])
  })
})

test('each who is named is found, once, in their order', () => {
  expect(named('Z Kacprem u Karoliny; Kacper śpi.', 'Karolina', 'Mirosław', 'Kacper')).toEqual([
    'Karolina',
    'Kacper',
  ])
})

test('other words and other names are not names', () => {
  expect(named('Mama była w Karolewie, potem w szkole.', 'Karolina')).toEqual([])
  expect(named('Marian i Marzena przyszli razem.', 'Maria', 'Marek', 'Marta')).toEqual([])
  expect(named('w maju na ola', 'Maja', 'Ola')).toEqual([])
  expect(named('Janina dzwoniła.', 'Jan')).toEqual([])
  expect(named('Kacprzak z Kopernika', 'Kacper')).toEqual([])
  expect(named('', 'Ewa')).toEqual([])
})

test('signs that mean something in a pattern are only signs', () => {
  expect(named('Ktoś (inny).', 'J.(', '*')).toEqual([])
})
