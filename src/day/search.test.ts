import { randomUUID } from 'node:crypto'
import { globSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { idOf, institutionId } from '../../practice/act.ts'
import type { Finding } from '../platform/parts.ts'
import { type Ask, aPracticeApp, type PracticeApp } from '../proof/app.ts'

// Whoever types signs that are no letters finds nobody, wherever something can be searched.

let app: PracticeApp
let joanna: Ask
const concern = randomUUID()
beforeAll(async () => {
  app = await aPracticeApp({ postgres: inject('postgres'), template: inject('template') })
  joanna = (await app.as('joanna')).ask
  const { ask } = await app.as('wanda')
  await ask('POST', '/api/concerns', {
    body: {
      id: concern,
      partnershipId: idOf('partnership/oksa'),
      who: 'Pani Karolina',
      worries: ['school_absence'],
      what: 'Od tygodnia nie widać dzieci.',
      urgency: 'within_days',
      familyKnows: 'no',
    },
  })
})
afterAll(() => app.stop())

const searches: [string, (asked: string) => ReturnType<Ask>, string][] = [
  ['everything', (q) => joanna('GET', `/api/search?q=${encodeURIComponent(q)}`), 'Próbni'],
  ['people', (q) => joanna('GET', `/api/people?name=${encodeURIComponent(q)}`), 'Karolina'],
  ['families', (q) => joanna('GET', `/api/cases?wanted=${encodeURIComponent(q)}`), 'Próbni'],
  ['institutions', (q) => joanna('GET', `/api/institutions?name=${encodeURIComponent(q)}`), 'szkoła'],
  ['communes', (q) => joanna('GET', `/api/territory/communes?name=${encodeURIComponent(q)}`), 'Oksa'],
  [
    'people before creating',
    (name) => joanna('POST', `/api/concerns/${concern}/people-search`, { body: { name } }),
    'Karolina',
  ],
]
const found = ({ json }: { json: unknown }) => {
  const { items, results } = json as { items?: unknown[]; results?: unknown[] }
  return items ?? results ?? (json as unknown[])
}

describe.each(searches)('a search of %s', (_, search, name) => {
  test.each(['😀😀', 'مريم فاطمة', '--', '%%', '__', '\\\\', '……'])('for %s finds nobody', async (signs) => {
    const answered = await search(signs)
    expect(answered.status, answered.text).toBe(200)
    expect(found(answered)).toEqual([])
  })
  test('for a name finds it', async () => {
    expect(found(await search(name)).length).toBeGreaterThan(0)
  })
})

test('a family is found by the place that stands beside it, with its name or alone', async () => {
  const families = async (q: string) =>
    (found(await joanna('GET', `/api/search?q=${encodeURIComponent(q)}`)) as Finding[])
      .filter(({ kind }) => kind === 'family')
      .map(({ title }) => title)
  const listed = async (q: string) =>
    (found(await joanna('GET', `/api/cases?wanted=${encodeURIComponent(q)}`)) as { label: string }[]).map(
      ({ label }) => label,
    )
  for (const asked of [families, listed]) {
    expect(await asked('oksa')).toEqual(expect.arrayContaining(['Udawani', 'Zmyśleni']))
    expect(await asked('węgleszyn')).toEqual(['Próbni'])
    expect(await asked('Zmyśleni Oksa')).toEqual(['Zmyśleni'])
  }
})

test('whatever is found leads to a page', async () => {
  const doors = await Promise.all(
    globSync('../*/doors.ts', { cwd: import.meta.dirname }).map(
      (file) => import(join(import.meta.dirname, file)),
    ),
  )
  const pages = doors.flatMap(({ doors: { pages = [] } }) => pages as { path: string }[])
  const leads = (to: string) =>
    pages.some(({ path }) => new RegExp(`^${path.replaceAll(/\$\w+/g, '[^/]+')}$`).test(to))
  const kinds = new Set<string>()
  for (const typed of [
    'Próbni',
    'Karolina',
    'Przykładna',
    'Wanda',
    'szkoła',
    'poradnia',
    'ośrodek',
    'pokój 4',
  ])
    for (const { kind, title, to } of found(
      await joanna('GET', `/api/search?q=${encodeURIComponent(typed)}`),
    ) as Finding[]) {
      kinds.add(kind)
      expect(leads(to), `${title}: ${to}`).toBe(true)
    }
  expect([...kinds].sort()).toEqual([
    'family',
    'institution',
    'matter',
    'meeting',
    'person',
    'service',
    'worker',
  ])
})

test('a case is found by its code however it is typed, and by how it begins', async () => {
  const [probni] = await app.rows<{ code: string }>(`select code from cases."case" where id = $1`, [
    idOf('probni/case'),
  ])
  const { code } = probni!
  const bare = code.replace('-', '')
  for (const typed of [
    code,
    code.toLowerCase(),
    bare,
    bare.toLowerCase(),
    code.replace('-', ' '),
    ` ${bare.slice(0, 4)}`,
  ])
    for (const [, search] of [searches[0]!, searches[2]!]) {
      const answered = await search(typed)
      expect(JSON.stringify(answered.json), typed).toContain(idOf('probni/case'))
    }
})

test('a family of which somebody knows no more than that they are asked is found by its code, and by nothing else', async () => {
  const { ask } = await app.as('wanda')
  const family = idOf('probni/case')
  const { items } = (await joanna('GET', `/api/cases/${family}/basket`)).json as {
    items: { goalId: string }[]
  }
  const asked = await joanna('POST', `/api/cases/${family}/items`, {
    body: {
      id: randomUUID(),
      goalId: items[0]!.goalId,
      serviceKind: 'culture_activity',
      what: 'Ceramika',
      providerId: institutionId('culture'),
      request: 'Zajęcia raz w tygodniu.',
      ask: true,
    },
  })
  expect(asked.status, asked.text).toBe(200)
  const { code } = (await ask('GET', `/api/cases/${family}`)).json as { code: string }
  const answered = await ask('GET', `/api/search?q=${code}`)
  expect(answered.status, answered.text).toBe(200)
  expect(found(answered)).toMatchObject([{ id: family, title: code, sub: null }])
  const named = found(await ask('GET', '/api/search?q=Próbni')) as Finding[]
  expect(named.filter(({ kind }) => kind !== 'service')).toEqual([])
})
