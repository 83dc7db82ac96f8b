import { expect, test } from 'vitest'
import { z } from 'zod'
import { textFor } from '../texts/server.ts'
import { birthDay, text } from './contract.ts'
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
    { field: 'what', message: 'Tego brakuje.' },
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
