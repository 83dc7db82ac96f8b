import { expect, test } from 'vitest'
import { z } from 'zod'
import { line, text, workDay } from '../http/contract.ts'
import { fitted, isOptional, limitOf, shapeAt } from './shape.ts'

const shape = z.object({
  what: text(2, 500),
  nextStep: text(0, 300).optional(),
  place: line(1, 120).nullable(),
  level: z.int().min(1).max(5).optional(),
  class: z.enum(['file', 'health']).default('file'),
  task: z.object({ what: text(2, 200), due: workDay.optional() }).optional(),
  people: z.array(z.object({ name: line(1, 80) })).min(1),
})

test('the limit of a field is the limit of its shape, however deep', () => {
  const limits = ['what', 'nextStep', 'place', 'task.what', 'people.0.name', 'level'].map((place) =>
    limitOf(shapeAt(shape, place)!),
  )
  expect(limits).toEqual([500, 300, 120, 200, 80, undefined])
})

test('a field may stay empty when its shape lets it; one with a default is never empty', () => {
  const optional = ['what', 'nextStep', 'place', 'task.due', 'people', 'class'].map((place) =>
    isOptional(shapeAt(shape, place)!),
  )
  expect(optional).toEqual([false, true, true, true, false, false])
})

test('what was written becomes what the shape takes', () => {
  const written = {
    what: 'Rozmowa',
    nextStep: '',
    place: ' ',
    level: '3',
    task: { what: 'Zadzwonić', due: null },
    people: [{ name: 'Lucyna', typedBefore: 'L' }],
    opened: true,
  }
  expect(fitted(shape, written)).toEqual({
    what: 'Rozmowa',
    nextStep: '',
    place: null,
    level: 3,
    task: { what: 'Zadzwonić' },
    people: [{ name: 'Lucyna' }],
  })
  expect(shape.safeParse(fitted(shape, written)).success).toBe(true)
})

test('one of two shapes is the one that what was written fits', () => {
  const answer = z.discriminatedUnion('answer', [
    z.object({ answer: z.literal('yes'), words: text(0, 100).optional() }),
    z.object({ answer: z.literal('no'), reason: text(2, 200) }),
  ])
  expect(fitted(answer, { answer: 'no', reason: 'Brak miejsc', words: '' })).toEqual({
    answer: 'no',
    reason: 'Brak miejsc',
  })
  expect(limitOf(shapeAt(answer, 'reason')!)).toBe(200)
})
