import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { z } from 'zod'
import { allRoutes } from '../../proof/deeds.ts'
import { shapeAt } from './shape.ts'

// What is typed in a field of one line is one line: its shape (`line`) lets no break through, also from a program.

const source = join(import.meta.dirname, '../..')
const endpoints = new Map((await allRoutes()).map(({ name, endpoint }) => [name, endpoint]))

/** Fields of one line in the forms of a page, each with the shapes that it may be of. */
function fieldsOf(file: string) {
  const page = readFileSync(join(source, file), 'utf8')
  const shapes = [...page.matchAll(/use(?:Form|Asked)\(\s*(\w+)Api\.(\w+)/g)].flatMap(([, slice, name]) => {
    const endpoint = endpoints.get(`${slice}.${name}`)
    return endpoint ? [(endpoint.body ?? endpoint.query) as z.ZodType] : []
  })
  return [
    ...page.matchAll(/<TextField\s+\{\.\.\.\w+\.field\('(\w+)'[^<>]*?(?:at: '([\w.]+)'[^<>]*?)?\/>/g),
  ].flatMap(([, name, at]) =>
    shapes.flatMap((shape) => {
      const found = shapeAt(shape, at ?? name!)
      return found ? [{ field: `${file}: ${at ?? name}`, shape: found as z.ZodType }] : []
    }),
  )
}

/** Kept as it is typed, and as digits. */
const otherwise = ['password', 'pesel']

const fields = globSync('**/pages/*.tsx', { cwd: source }).sort().flatMap(fieldsOf)

test('a field of one line takes one line', () => {
  expect(fields.length).toBeGreaterThan(35)
  const broken = fields.filter(({ field, shape }) => {
    if (otherwise.includes(field.split(': ')[1]!)) return false
    const read = shape.safeParse('Dwa\nwiersze razem')
    return read.success && String(read.data).includes('\n')
  })
  expect(broken.map(({ field }) => field)).toEqual([])
})
