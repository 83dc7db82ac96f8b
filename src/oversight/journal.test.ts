import { randomUUID } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { idOf, workerId } from '../../practice/act.ts'
import { dayOf } from '../platform/texts/dates.ts'
import { type Ask, aPracticeApp, type PracticeApp } from '../proof/app.ts'

let app: PracticeApp
beforeAll(async () => {
  app = await aPracticeApp({ postgres: inject('postgres'), template: inject('template') })
})
afterAll(() => app.stop())

type Page = { items: { id: string; at: string; verb: string; worker: string }[]; next: string | null }
const list = async (ask: Ask, query = '') =>
  (await ask('GET', `/api/oversight/journal?${query}`)).json as Page

test('an officer reads the journal of the institution page by page, each entry once', async () => {
  const { ask } = await app.as('iza')
  const found: string[] = []
  for (let after = ''; ; ) {
    const { items, next } = await list(ask, `limit=50${after && `&after=${encodeURIComponent(after)}`}`)
    found.push(...items.map(({ id }) => id))
    if (!next) break
    after = next
  }
  const written = await app.rows<{ id: string }>(
    `select e.id from journal.entry e join institutions.worker w on w.id = $1 and w.institution_id = e.institution_id order by e.at desc, e.id desc`,
    [workerId('iza')],
  )
  expect(found).toEqual(written.map(({ id }) => id))
})

test('it is filtered by the worker, the day and what it is about', async () => {
  const { ask } = await app.as('iza')
  const joannas = await list(ask, `limit=100&worker=${workerId('joanna')}`)
  expect(new Set(joannas.items.map(({ worker }) => worker))).toEqual(new Set(['Joanna Przykładna']))
  const contacts = await list(ask, 'limit=100&verb=contact')
  expect(contacts.items.length).toBeGreaterThan(0)
  expect(contacts.items.every(({ verb }) => verb.startsWith('contact.'))).toBe(true)
  expect((await list(ask, 'limit=100&day=2020-01-01')).items).toEqual([])
  const day = dayOf(contacts.items[0]!.at)
  const thatDay = (await list(ask, `limit=100&day=${day}`)).items
  expect(thatDay.map(({ id }) => id)).toContain(contacts.items[0]!.id)
  expect(new Set(thatDay.map(({ at }) => dayOf(at)))).toEqual(new Set([day]))
  expect((await ask('GET', `/api/oversight/looks?worker=${workerId('joanna')}`)).status).toBe(200)
})

test('a family that asks is found by the code on its paper, or by the number in the centre’s register, without a name', async () => {
  const { ask } = await app.as('iza')
  const family = idOf('probni/case')
  const [{ code }] = (await app.rows<{ code: string }>('select code from cases."case" where id = $1', [
    family,
  ])) as [{ code: string }]
  const by = async (asked: string, of = 'journal') =>
    (await ask('GET', `/api/oversight/${of}?limit=100&code=${encodeURIComponent(asked)}`)).json as {
      items: { scopeId: string; code: string | null }[]
    }
  const { items } = await by(` ${code.toLowerCase()} `)
  expect(items.filter(({ scopeId }) => scopeId === family).length).toBeGreaterThan(0)
  expect(new Set(items.map((entry) => entry.code))).toContain(code)
  expect(JSON.stringify(items)).not.toMatch(/Prób|Karolin/)
  await (await app.as('joanna')).ask('GET', `/api/cases/${family}`)
  expect((await by(code, 'looks')).items[0]).toMatchObject({ scopeId: family, code })
  expect((await by('ZZZ-ZZZ')).items).toEqual([])

  await app.rows(
    `insert into cases.registry_number (case_id, institution_id, number) select $1, institution_id, 'KS/7/2026' from institutions.worker where id = $2`,
    [family, workerId('iza')],
  )
  expect((await by('ks/7/2026')).items.length).toBe(items.length)
  const elsewhere = await (await app.as('danuta')).ask('GET', `/api/oversight/journal?code=${code}`)
  expect(elsewhere.status, 'a head is no officer').toBe(404)
})

test('the head finds in their day that a record was opened, until they say that they know', async () => {
  const [iza, danuta] = [await app.as('iza'), await app.as('danuta')]
  const id = idOf('a record')
  const opened = await iza.ask('POST', '/api/oversight/records', {
    body: { id, scopeId: idOf('probni/case'), purpose: 'request', reason: 'Kto czytał te dane?' },
  })
  expect(opened.status, opened.text).toBe(200)
  const waiting = async () =>
    ((await danuta.ask('GET', '/api/day')).json as { waitingForMe: { kind: string }[] }).waitingForMe.filter(
      ({ kind }) => kind === 'record',
    )
  expect(await waiting()).toMatchObject([{ what: 'request', from: 'Izabela Strzegąca' }])
  expect((await iza.ask('GET', `/api/oversight/records/${id}`)).json).toMatchObject({
    name: expect.stringContaining('Próbni'),
  })
  await danuta.ask('POST', `/api/oversight/records/${id}/acknowledgement`, { body: {} })
  expect(await waiting()).toEqual([])
})

test('every verb that is written has plain words in the texts of its slice, in both languages', () => {
  const source = join(import.meta.dirname, '..')
  const verbs = globSync('{*,platform/*}/*.ts', { cwd: source })
    .filter((file) => !file.includes('test') && !file.startsWith('proof'))
    .flatMap((file) =>
      readFileSync(join(source, file), 'utf8')
        .split('\n')
        .filter((line) => /verb: |recordIn\(/.test(line))
        .flatMap((line) => [...line.matchAll(/'([a-z-]+)\.([a-z-]+)'/g)])
        .map(([verb, thing, deed]) => ({ slice: dirname(file), verb, thing: thing!, deed: deed! })),
    )
  expect(verbs.length).toBeGreaterThan(70)
  for (const language of ['pl', 'en']) {
    const wordless = verbs.filter(({ slice, thing, deed }) => {
      const { plain } = JSON.parse(readFileSync(join(source, slice, `texts/${language}.json`), 'utf8'))
      return !(thing in (plain?.thing ?? {})) || !(deed in (plain?.deed ?? {}))
    })
    expect(wordless.map(({ slice, verb }) => `${slice}: ${verb}`)).toEqual([])
  }
})

test('who is excluded from a family does not read that a record of it was opened: neither the head nor another officer', async () => {
  const [joanna, iza, danuta] = [await app.as('joanna'), await app.as('iza'), await app.as('danuta')]
  const family = idOf('domyslni/case')
  const id = randomUUID()
  const opened = await iza.ask('POST', '/api/oversight/records', {
    body: { id, scopeId: family, purpose: 'complaint', reason: 'Skarga pana Krzysztofa.' },
  })
  expect(opened.status, opened.text).toBe(200)
  for (const { ask, workerId } of [danuta, iza]) {
    expect((await ask('GET', '/api/oversight/records')).text).toContain(id)
    const excluded = await joanna.ask('POST', `/api/cases/${family}/exclusions`, {
      body: { id: randomUUID(), workerId, kind: 'kin' },
    })
    expect(excluded.status, excluded.text).toBe(200)
    for (const address of ['/api/oversight/records', '/api/day'])
      expect((await ask('GET', address)).text, address).not.toMatch(new RegExp(`${id}|${family}|Krzysztof`))
  }
  const known = await danuta.ask('POST', `/api/oversight/records/${id}/acknowledgement`, { body: {} })
  expect(known.status).toBe(404)
})
