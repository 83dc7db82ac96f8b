import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const source = join(import.meta.dirname, '../..')
const code = globSync('**/*.{ts,tsx}', { cwd: source, exclude: ['**/*.test.*'] }).map((file) => ({
  file,
  text: readFileSync(join(source, file), 'utf8'),
}))

const found = (pattern: RegExp) =>
  code.flatMap(({ file, text }) => [...text.matchAll(pattern)].map(([, said]) => ({ file, said: said! })))

test('code says which texts it speaks, so that they come with it', () => {
  const spoken = found(/\buseTranslation\(([^)]+)\)/g)
  expect(spoken.length).toBeGreaterThan(300)
  const slices = globSync('{*,platform/*}/texts/pl.json', { cwd: source }).map((file) =>
    file.split('/').at(-3),
  )
  expect(spoken.filter(({ said }) => !slices.includes(said.slice(1, -1)))).toEqual([])
})

test('of a slice that code does not name, it says only the words for its deeds', () => {
  expect(found(/\bt\('([\w-]+:)/g)).toEqual([])
  const named = found(/\$\{\w+\}:(\w+)\.(?=[\w$])/g).filter(({ file }) => file.endsWith('.tsx'))
  expect(named).not.toEqual([])
  expect(named.filter(({ said }) => !['verbs', 'verbLists', 'plain'].includes(said))).toEqual([])
})
