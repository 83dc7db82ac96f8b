import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { buildWeb } from '../bin/build-web.ts'
import { type Load, sizesOf } from '../bin/web-sizes.ts'

let sizes: ReturnType<typeof sizesOf>
beforeAll(async () => {
  sizes = sizesOf(await buildWeb(join(import.meta.dirname, '..')))
})

/** Which files are there of one kind, as `vite.config.ts` names them: a word, then a hash. */
const called = ({ files }: Load, name: RegExp) =>
  files.map(({ file }) => file).filter((file) => name.test(file))
const words = ({ size, files }: Load) =>
  `${size.toFixed(1)} KB: ${files.map((each) => `${each.file} ${each.size.toFixed(1)}`).join(', ')}`

test('the first screen, My day beside it and every further page are no longer than a slow phone bears (KB gzip)', () => {
  const { first, day, largest } = sizes
  expect(first.size, words(first)).toBeLessThanOrEqual(200)
  expect(day.size, words(day)).toBeLessThanOrEqual(80)
  expect(largest.size, `${largest.page}, ${words(largest)}`).toBeLessThanOrEqual(80)
})

test('My day is few files: a slow line feels each turn', () => {
  expect(sizes.day.files.length, words(sizes.day)).toBeLessThanOrEqual(10)
})

test('with My day comes neither what forms are made of nor the texts of slices that only tell what is due', () => {
  expect(called(sizes.day, /^(kit|zod|MyDayPage)-/)).toHaveLength(3)
  expect(called(sizes.day, /^(forms|\w*Field)-/)).toEqual([])
  const texts = called(sizes.day, /^texts-/).map((file) => file.split('-')[1])
  expect(texts.sort()).toEqual(['day', 'parts', 'phrases', 'worklist'])
})

test('a first visit in Polish brings no other language', () => {
  const polish = [...sizes.first.files, ...sizes.day.files, ...sizes.largest.files]
  expect(called({ size: 0, files: polish }, /^texts-[a-z]+-(?!pl-)/)).toEqual([])
})
