import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { idOf, workerId } from '../../practice/act.ts'
import { type Ask, aPracticeApp, type PracticeApp } from '../proof/app.ts'

const family = idOf('probni/case')
let app: PracticeApp
beforeAll(async () => {
  app = await aPracticeApp({ postgres: inject('postgres'), template: inject('template') })
})
afterAll(() => app.stop())

type Item = { id: string; at: string; code: string | null; caseId: string | null; verb?: string }
type Page = { items: Item[]; next: string | null }
const page = async (ask: Ask, path: string) => (await ask('GET', path)).json as Page
const all = async (ask: Ask, path: string, limit: number) => {
  const items: Item[] = []
  for (let after = ''; ; ) {
    const found = await page(ask, `${path}?limit=${limit}${after && `&after=${encodeURIComponent(after)}`}`)
    items.push(...found.items)
    if (!found.next) return items
    after = found.next
  }
}

/** As if a quarter of an hour had passed. */
const aQuarterLater = () => app.rows(`update journal.look set at = at - interval '15 minutes'`)

test('I find what I opened, and nobody else does', async () => {
  const [joanna, nina] = [await app.as('joanna'), await app.as('nina')]
  await joanna.ask('GET', `/api/cases/${family}`)
  await nina.ask('GET', `/api/cases/${family}`)
  await aQuarterLater()
  await nina.ask('GET', `/api/cases/${family}`)
  await nina.ask('GET', `/api/cases/${family}/timeline`)
  expect((await page(joanna.ask, '/api/my-looks')).items).toMatchObject([{ caseId: family, pages: ['case'] }])
  expect(
    await all(nina.ask, '/api/my-looks', 1),
    'page by page, a row each quarter of an hour',
  ).toMatchObject([{ pages: ['case', 'timeline'] }, { pages: ['case'] }])
})

test('my own deeds come newest first, page by page, each once', async () => {
  const joanna = await app.as('joanna')
  const deeds = await all(joanna.ask, '/api/my-looks/deeds', 7)
  expect(deeds.length).toBeGreaterThan(20)
  expect(new Set(deeds.map(({ id }) => id)).size).toBe(deeds.length)
  expect(deeds.map(({ at }) => at)).toEqual(
    deeds
      .map(({ at }) => at)
      .sort()
      .reverse(),
  )
  const written = await app.rows<{ verb: string }>('select verb from journal.entry where worker_id = $1', [
    workerId('joanna'),
  ])
  expect(deeds.map(({ verb }) => verb).sort()).toEqual(written.map(({ verb }) => verb).sort())
})

test('a case that I may no longer see keeps its place in my list, without its code and label', async () => {
  const [joanna, nina] = [await app.as('joanna'), await app.as('nina')]
  await joanna.ask('POST', `/api/cases/${family}/exclusions`, {
    body: { id: randomUUID(), workerId: workerId('nina'), kind: 'neighbour' },
  })
  const { items } = await page(nina.ask, '/api/my-looks')
  expect(items).toHaveLength(2)
  for (const look of items) expect(look).toMatchObject({ caseId: null, code: null, family: null })
  expect(JSON.stringify(items), 'not even its id').not.toContain(family)
  const deeds = await all(nina.ask, '/api/my-looks/deeds', 20)
  expect(deeds.filter(({ caseId }) => caseId === family)).toEqual([])
})
