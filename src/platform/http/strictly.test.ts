import { expect, test } from 'vitest'
import { z } from 'zod'
import { strictly } from './strictly.ts'

const shape = strictly(
  z.object({
    id: z.string(),
    people: z.array(z.object({ name: z.string() })).default([]),
    home: z.object({ label: z.string() }).optional(),
    answer: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('yes') }),
      z.object({ kind: z.literal('no'), why: z.string() }),
    ]),
    free: z.looseObject({ resourceType: z.string() }).optional(),
  }),
) as z.ZodType
const unknown = (value: object) =>
  (shape.safeParse({ id: '1', answer: { kind: 'yes' }, ...value }).error?.issues ?? []).flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => [...issue.path, key].join('.'))
      : [issue.code],
  )

test('keys that a shape does not name are refused, however deep; what is right passes with its defaults', () => {
  expect(shape.parse({ id: '1', answer: { kind: 'no', why: 'x' } })).toMatchObject({ people: [] })
  expect(
    unknown({ birthdate: 'x', people: [{ name: 'A', gender: 'f' }], home: { label: 'x', street: 'y' } }),
  ).toEqual(['people.0.gender', 'home.street', 'birthdate'])
  expect(unknown({ answer: { kind: 'yes', why: 'x' } })).toEqual(['answer.why'])
  expect(unknown({ free: { resourceType: 'Questionnaire', extension: [] } })).toEqual([])
})
