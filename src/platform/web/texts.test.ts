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

test('words that code names are there', () => {
  const lacking = code.flatMap(({ file, text }) => {
    const spoken = new Set(
      [...text.matchAll(/\{ t(?:,[^}]*)? \} = useTranslation\('([\w-]+)'\)/g)].map(([, slice]) => slice),
    )
    // Where one file speaks two, or another's, the words of each are not told apart here.
    if (spoken.size !== 1) return []
    const slice = [...spoken][0]!
    const [place] = globSync(`{,platform/}${slice}/texts/pl.json`, { cwd: source })
    const words = JSON.parse(readFileSync(join(source, place!), 'utf8'))
    // Not those of an example in a comment.
    return [...text.replace(/\/\*[\s\S]*?\*\//g, '').matchAll(/\bt\('([\w.-]+)'/g)]
      .map(([, key]) => key!)
      .filter((key) => typeof key.split('.').reduce((at, part) => at?.[part], words) !== 'string')
      .map((key) => `${file}: ${key}`)
  })
  expect(lacking).toEqual([])
})
