import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { expect, test } from 'vitest'
import { slices } from './slices.ts'

const source = import.meta.dirname
const files = globSync('**/*.{ts,tsx}', { cwd: source }).filter((file) => !/\.test\.tsx?$|testing/.test(file))

/** The part of the house that a file stands in: a slice, `platform`, `shell`, or the top. */
const roomOf = (file: string) => (file.includes(sep) ? file.split(sep)[0]! : 'top')

const arrows = files.flatMap((file) =>
  [...readFileSync(join(source, file), 'utf8').matchAll(/(?:from|import\()\s*'(\.{1,2}\/[^']+)'/g)].map(
    (found) => ({
      from: file,
      to: relative(source, join(source, dirname(file), found[1]!)),
    }),
  ),
)

test('a slice leans only on those before it and on the platform', () => {
  const order = slices as readonly string[]
  const wrong = arrows.filter(({ from, to }) => {
    const [a, b] = [roomOf(from), roomOf(to)]
    return order.includes(a) && order.includes(b) && order.indexOf(b) > order.indexOf(a)
  })
  expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([])
})

test('the platform knows no word of the domain', () => {
  const wrong = arrows.filter(
    ({ from, to }) => roomOf(from) === 'platform' && (slices as readonly string[]).includes(roomOf(to)),
  )
  expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([])
})
