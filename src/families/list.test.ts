import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest'
import { idOf } from '../../practice/act.ts'
import { type Ask, aPracticeApp, type PracticeApp } from '../proof/app.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

let app: PracticeApp
let joanna: Ask
beforeAll(async () => {
  app = await aPracticeApp({ postgres: inject('postgres'), template: inject('template') })
  joanna = (await app.as('joanna')).ask
})
afterAll(() => app.stop())

type Line = { id: string; label: string | null; waits: number; crisis: boolean; mine: string }
const pageOf = async (ask: Ask, query: string) =>
  (await ask('GET', `/api/cases?${query}`)).json as { items: Line[]; next: string | null }

test('by name each family comes once, page by page, and the address of a page tells no name', async () => {
  const names: string[] = []
  let after = ''
  for (;;) {
    const { items, next } = await pageOf(
      joanna,
      `order=name&limit=3${after && `&after=${encodeURIComponent(after)}`}`,
    )
    names.push(...items.map(({ label }) => label!))
    if (!next) break
    for (const name of names) expect(next).not.toContain(name)
    after = next
  }
  const { items } = await pageOf(joanna, 'limit=50')
  expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, 'pl')))
  expect(new Set(names)).toEqual(new Set(items.map(({ label }) => label)))
  expect(names.length).toBe(items.length)
})

test('those that I coordinate, and those where something waits for my answer, can be seen alone', async () => {
  const led = await pageOf(joanna, 'only=coordinated&limit=50')
  expect(led.items.length).toBeGreaterThan(1)
  expect(led.items.filter(({ mine }) => mine !== 'coordinator')).toEqual([])
  const ola = (await app.as('ola')).ask
  const waiting = await pageOf(ola, 'only=waiting')
  expect(waiting.items.map(({ id }) => id)).toContain(idOf('probni/case'))
  expect(waiting.items.filter(({ waits }) => waits < 1)).toEqual([])
})

test('a crisis is a level agreed last, told to whoever may read that level', async () => {
  const family = idOf('probni/case')
  expect((await pageOf(joanna, 'only=crisis')).items).toEqual([])
  // Nothing changes any more in an assessment that was fixed: only its owner may pretend.
  await app.rows(
    `set session_replication_role = replica; update assessments.agreed set level = 1 where id = (
      select id from assessments.agreed where scope_id = '${family}' and class = 'file' order by domain limit 1)`,
  )
  expect((await pageOf(joanna, 'only=crisis')).items).toMatchObject([{ id: family, crisis: true }])
  // Magda reads no level agreed about everybody: not all who live there consented.
  const magda = (await app.as('magda')).ask
  expect((await pageOf(magda, 'only=crisis')).items).toEqual([])
  expect((await pageOf(magda, 'limit=50')).items.find(({ id }) => id === family)).toMatchObject({
    crisis: false,
  })
})
