import { globSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { slices } from '../../slices.ts'
import { textFor } from '../texts/server.ts'
import type { Doors } from './door.ts'

const source = join(import.meta.dirname, '../..')
const found = await Promise.all(
  globSync('{platform/*,*}/doors.ts', { cwd: source, exclude: ['platform/web/*'] }).map(
    async (file) => ((await import(join(source, file))) as { doors: Doors }).doors,
  ),
)
const pages = found.flatMap((doors) => doors.pages ?? [])

test('an address leads to one page', () => {
  const paths = pages.map(({ path }) => path.replaceAll(/\$\w+/g, '$'))
  expect(paths.length).toBeGreaterThan(Object.keys(slices).length)
  expect(paths.filter((path, i) => paths.indexOf(path) !== i)).toEqual([])
})

test('a place, a deed or a tab has a page, and its words in both languages', () => {
  const paths = pages.map(({ path }) => path)
  const places = found.flatMap((doors) => [...(doors.places ?? []), ...(doors.deeds ?? [])])
  expect(places.filter(({ to }) => !paths.includes(to))).toEqual([])
  const parts = found.flatMap((doors) => doors.familyParts ?? [])
  expect(parts.filter(({ key }) => key !== 'overview' && !paths.includes(`/families/$id/${key}`))).toEqual([])
  const words = [...places.flatMap((place) => [place.name, 'sub' in place ? place.sub : undefined])].concat(
    parts.flatMap(({ name, tab }) => [name, tab]),
  )
  // No other texts of a slice are there before one of its pages is opened.
  expect(words.filter((key) => key && !/^[\w-]+:doors\.\w+$/.test(key))).toEqual([])
  for (const language of ['pl', 'en'] as const)
    expect(words.filter((key) => key && textFor(language)(key) === key)).toEqual([])
})
