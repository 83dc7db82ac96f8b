import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { happenings } from '../platform/happenings.ts'

const source = join(import.meta.dirname, '..')

test('what kind of thing a verb tells of is said by the slice that has its words, and by no other', async () => {
  const said: string[] = []
  for (const file of globSync('*/tells.ts', { cwd: source })) {
    const slice = file.split('/')[0]!
    const { tells } = await import(join(source, file))
    for (const language of ['pl', 'en']) {
      const { verbs } = JSON.parse(readFileSync(join(source, slice, `texts/${language}.json`), 'utf8'))
      for (const verb of Object.keys(tells.course ?? {})) {
        const [thing, deed] = verb.split('.')
        expect(verbs?.[thing!]?.[deed!], `${slice}: ${verb}`).toBeTypeOf('string')
      }
    }
    said.push(...Object.keys(tells.course ?? {}))
  }
  expect(said.length).toBeGreaterThan(40)
  expect(new Set(said).size).toBe(said.length)
})

test('each kind has its name, and no deed is told of somebody as of a man or a woman', async () => {
  for (const language of ['pl', 'en']) {
    const { kinds } = JSON.parse(readFileSync(join(import.meta.dirname, `texts/${language}.json`), 'utf8'))
    expect(Object.keys(kinds)).toEqual([...happenings])
  }
  for (const file of globSync('*/tells.ts', { cwd: source })) {
    const { tells } = await import(join(source, file))
    if (!tells.course) continue
    const { verbs } = JSON.parse(readFileSync(join(source, file, '../texts/pl.json'), 'utf8'))
    expect(
      JSON.stringify(verbs ?? {}).match(/"[^"{]*\p{L}(?:(?<!dzi)ał|ył|ił|ała|yła|iła)(?!\p{L})[^"]*"/gu) ??
        [],
      file,
    ).toEqual([])
  }
})
