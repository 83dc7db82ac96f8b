import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { apart } from '../../../bin/texts-of-code.ts'

const source = join(import.meta.dirname, '../..')
const code = globSync('**/*.{ts,tsx}', { cwd: source, exclude: ['**/*.test.*'] }).map((file) => ({
  file,
  text: readFileSync(join(source, file), 'utf8'),
}))

const found = (pattern: RegExp) =>
  code.flatMap(({ file, text }) => [...text.matchAll(pattern)].map(([, said]) => ({ file, said: said! })))

type Words = { [key: string]: Words | string | undefined }
const wordsOf = (slice: string): Words => {
  const [place] = globSync(`{,platform/}${slice}/texts/pl.json`, { cwd: source })
  return place ? JSON.parse(readFileSync(join(source, place), 'utf8')) : {}
}
const at = (words: Words, key: string) =>
  key.split('.').reduce<Words | string | undefined>((found, part) => (found as Words)?.[part], words)

test('code says which texts it speaks, or which part of them, so that they come with it', () => {
  const spoken = found(/\buseTranslation\(([^)]+)\)/g)
  expect(spoken.length).toBeGreaterThan(300)
  const unknown = spoken.filter(({ said }) => {
    const [, slice, part] = said.match(/^'([\w-]+)'(?:, \{ keyPrefix: '([\w.]+)' \})?$/) ?? []
    return !slice || typeof (part ? at(wordsOf(slice), part) : wordsOf(slice)) !== 'object'
  })
  expect(unknown).toEqual([])
})

test('of a slice that code does not name, it says only the words for its deeds', () => {
  expect(found(/\bt\('([\w-]+:)/g)).toEqual([])
  const named = found(/\$\{\w+\}:(\w+)\.(?=[\w$])/g).filter(({ file }) => file.endsWith('.tsx'))
  expect(named).not.toEqual([])
  expect(named.filter(({ said }) => !['verbs', 'verbLists', 'plain'].includes(said))).toEqual([])
})

test('words that code names are there, and travel with it', () => {
  const lacking = code.flatMap(({ file, text }) => {
    const spoken = [
      ...text.matchAll(
        /\{ t(?:: (\w+))?(?:,[^}]*)? \} = useTranslation\('([\w-]+)'(?:, \{ keyPrefix: '([\w.]+)' \})?\)/g,
      ),
    ].map(([, name = 't', slice, part]) => ({ name, slice: slice!, part }))
    // Not those of an example in a comment.
    const said = text.replace(/\/\*[\s\S]*?\*\//g, '')
    return [...new Set(spoken.map(({ name }) => name))].flatMap((name) => {
      const [one, ...others] = spoken.filter((each) => each.name === name)
      // Where one file speaks two, the words of each are not told apart here.
      if (others.some(({ slice, part }) => slice !== one!.slice || part !== one!.part)) return []
      const words = one!.part ? (at(wordsOf(one!.slice), one!.part) as Words) : broughtWhole(one!.slice)
      const told = (key: string, kind: string) =>
        [...said.matchAll(new RegExp(`(?<![.\\w])${name}\\(${key}`, 'g'))]
          .filter(([, key]) => typeof at(words, key!) !== kind)
          .map(([, key]) => `${file}: ${key}`)
      return [...told("'([\\w.-]+)'", 'string'), ...told('`([\\w.-]+)\\.\\$', 'object')]
    })
  })
  expect(lacking).toEqual([])
})

/** What a browser gets of a slice's texts: not what only a server says, nor what another part brings; doors are there at once. */
const broughtWhole = (slice: string) =>
  Object.fromEntries(
    Object.entries(wordsOf(slice)).filter(([key]) => key === 'doors' || !apart.includes(key)),
  )

test('words for deeds and asks are said where they have come', () => {
  const saying = code.filter(
    ({ file, text }) =>
      /pages\/|^platform\/(kit|web)\//.test(file) && /\}:(verbs|verbLists)\b|words.*askKinds/.test(text),
  )
  expect(saying.length).toBeGreaterThan(2)
  expect(
    saying
      .filter(({ text }) => !/import '.*\/phrases\.ts'|from '.*\/useVerbs\.ts'/.test(text))
      .map(({ file }) => file),
  ).toEqual([])
})

test('plain words are said where they have come', () => {
  const saying = code.filter(({ file, text }) => /pages\//.test(file) && /\}:plain\b/.test(text))
  expect(saying.length).toBeGreaterThan(2)
  expect(saying.filter(({ text }) => !/import '.*\/plain\.ts'/.test(text)).map(({ file }) => file)).toEqual(
    [],
  )
})
