import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { inEachFolder } from '../platform/parts.ts'
import type { DuePart } from '../platform/web/door.ts'

const source = join(import.meta.dirname, '..')

test('a verb that is news is told by the slice that has its words, and by no other', async () => {
  const told = (await inEachFolder('tells.ts')).flatMap(({ tells }) => tells.news ?? [])
  expect(told.length).toBeGreaterThan(10)
  expect(new Set(told).size).toBe(told.length)
  for (const file of globSync('*/tells.ts', { cwd: source })) {
    const slice = file.split('/')[0]!
    const { tells } = await import(join(source, file))
    const { verbs } = JSON.parse(readFileSync(join(source, slice, 'texts/pl.json'), 'utf8'))
    for (const verb of tells.news ?? []) {
      const [thing, deed] = verb.split('.')
      expect(verbs?.[thing]?.[deed], `${slice}: ${verb}`).toBeTypeOf('string')
    }
  }
})

test('what is due is drawn by the slice that tells it', async () => {
  const [told, drawn] = await Promise.all([
    inEachFolder('tells.ts').then((found) => found.flatMap(({ tells }) => tells.due ?? [])),
    Promise.all(
      globSync('*/pages/due.tsx', { cwd: source }).map(
        async (file) => ((await import(join(source, file))) as { due: DuePart }).due.kind,
      ),
    ),
  ])
  const kinds = told.map(({ kind }) => kind).sort()
  expect(kinds.length).toBeGreaterThan(2)
  expect(drawn.sort()).toEqual(kinds)
  // Of one kind two would draw each other's things.
  expect(new Set(kinds).size).toBe(kinds.length)
})

test('what My day and search gather names no slice that could be taken away', () => {
  const text = readFileSync(join(import.meta.dirname, 'questions.ts'), 'utf8')
  const gathered = text.slice(text.indexOf('export const whatIsDue'))
  expect(gathered).not.toMatch(/'(team|item|contract|view|contact|task|consent|concern)\./)
  expect(gathered).not.toMatch(/'(family|person|worker|institution|task|review|agreement)'/)
})
