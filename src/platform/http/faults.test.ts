import { expect, test } from 'vitest'
import { z } from 'zod'
import { textFor } from '../texts/server.ts'
import { birthDay, postalCode, text, webAddress, withLetter } from './contract.ts'
import { faultsOf, type Issue } from './faults.ts'

const shape = z.object({
  what: text(2, 20),
  note: text(10, 20),
  born: birthDay,
  email: z.email(),
  level: z.int().max(5),
  people: z.array(z.object({ name: text(1, 5) })).min(1),
})

test('what a shape finds wrong is said in words at its field', () => {
  const found = shape.safeParse({
    what: '',
    note: 'krótko',
    born: '1024-01-01',
    email: 'anna',
    level: 9,
    people: [{ name: 'za długie' }],
  })
  expect(faultsOf(found.error!.issues as unknown as Issue[], textFor('pl'))).toEqual([
    { field: 'what', message: 'Napisz choć 2 znaki.' },
    { field: 'note', message: 'Napisz choć 10 znaków.' },
    {
      field: 'born',
      message: 'Sprawdź rok: data urodzenia leży między 1900 rokiem a dniem dzisiejszym.',
    },
    { field: 'email', message: 'Sprawdź adres, na przykład anna@przyklad.pl.' },
    { field: 'level', message: 'Najwięcej 5.' },
    { field: 'people.0.name', message: 'Skróć do 5 znaków.' },
  ])
})

test('what is there and not understood is answered with what is expected, never as if it were missing', () => {
  const found = z
    .object({
      age: z.int(),
      minutes: z.int(),
      name: text(2, 20),
      called: withLetter(z.string()),
      email: z.union([z.email(), z.literal('')]),
      link: webAddress(z.string()),
      page: z.url(),
      code: postalCode,
    })
    .safeParse({
      age: Number.NaN,
      minutes: 7.5,
      name: 'A',
      called: '7',
      email: 'anna',
      link: 'spotkanie',
      page: 'strona',
      code: '28362',
    })
  expect(faultsOf(found.error!.issues as unknown as Issue[], textFor('pl'))).toEqual([
    { field: 'age', message: 'Wpisz liczbę, na przykład 9.' },
    { field: 'minutes', message: 'Wpisz liczbę bez ułamka, na przykład 9.' },
    { field: 'name', message: 'Napisz choć 2 znaki.' },
    { field: 'called', message: 'Wpisz choć jedną literę.' },
    { field: 'email', message: 'Sprawdź adres, na przykład anna@przyklad.pl.' },
    { field: 'link', message: 'Wpisz cały adres, na przykład https://przyklad.pl.' },
    { field: 'page', message: 'Wpisz cały adres, na przykład https://przyklad.pl.' },
    { field: 'code', message: 'Wpisz kod pocztowy, na przykład 28-362.' },
  ])
})
