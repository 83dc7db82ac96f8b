import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Code } from '../../platform/web/useCodes.ts'
import { relationKinds } from './relationKinds.ts'

const { entries } = JSON.parse(
  readFileSync(new URL('../../../data/codes/households.relation_kind.json', import.meta.url), 'utf8'),
) as { entries: Code[] }
const offered = (sex: string | null) => relationKinds(entries, sex).map(({ code }) => code)

test('nobody is offered "parent" beside "mother"; a child that is expected is a child still', () => {
  expect(offered('female')).toContain('mother')
  for (const other of ['parent', 'father']) expect(offered('female')).not.toContain(other)
  expect(offered(null)).toEqual(expect.arrayContaining(['mother', 'father', 'child', 'daughter']))
  expect(offered(null)).not.toContain('parent')
  expect(offered('male')).toContain('partner')
})

test('the nearest come first, each kind is in one group, and a group stands together', () => {
  const groups = relationKinds(entries, 'male').map(({ group }) => group)
  expect(groups[0]).toBe('parents')
  expect(groups.filter((group, i) => group !== groups[i - 1])).toEqual([...new Set(groups)])
  expect(relationKinds(entries, null).find(({ code }) => code === 'parent_in_law')!.group).toBe('kin')
  expect(relationKinds(entries, null).find(({ code }) => code === 'step_sibling')!.group).toBe('siblings')
  expect(relationKinds(entries, null).find(({ code }) => code === 'neighbour')!.group).toBe('others')
})
