import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { serviceId } from '../../practice/services.ts'
import { type Ask, aPracticeApp, type PracticeApp } from '../proof/app.ts'

// Anybody reads what is public of a service, and says by a tap what holds no longer. Nothing of them is kept.

type Row = Record<string, unknown>

const assistant = serviceId('Asystent rodziny')
const hidden = serviceId('Dom „Przystań na niby”')
let app: PracticeApp
let nobody: Ask
/** Keeps the entries of the centre. */
let danuta: Ask
/** Works there, and keeps none. */
let pawel: Ask
beforeAll(async () => {
  app = await aPracticeApp({ postgres: inject('postgres'), template: inject('template') })
  nobody = app.nobody
  danuta = (await app.as('danuta')).ask
  pawel = (await app.as('pawel')).ask
})
afterAll(() => app.stop())

const page = (id: string) => nobody('GET', `/api/public/services/${id}`)
let from = 1
/** Says it from an address of its own, unless one is given. */
const say = async (id: string, body: object, address = `10.0.0.${from++}`) => {
  const answered = await app.server.inject({
    method: 'POST',
    url: `/api/public/services/${id}/doubts`,
    headers: { 'content-type': 'application/json' },
    remoteAddress: address,
    payload: JSON.stringify(body),
  })
  return { status: answered.statusCode, json: answered.json() as Row }
}
const doubtsOf = async (ask: Ask) =>
  ((await ask('GET', `/api/services/${assistant}`)).json as { doubts: Row[] }).doubts.map(
    ({ what, public: open, mine, settledOn }) => ({ what, open, mine, settled: settledOn !== null }),
  )

describe('the public page of a service', () => {
  test('tells what it is and when it was checked, without a name of who said so', async () => {
    const { status, json } = await page(assistant)
    expect(status).toBe(200)
    const service = json as Row & { places: Row | null; labels: Row[] }
    expect(service).toMatchObject({ name: 'Asystent rodziny', checkedOn: expect.stringMatching(/^\d{4}-/) })
    expect(service.labels).toContainEqual(
      expect.objectContaining({ list: 'directory.service_kind', code: service.kind }),
    )
    for (const key of ['keeper', 'partnershipId', 'doubts', 'iKeep', 'confidential', 'version'])
      expect(service).not.toHaveProperty(key)
    expect(service.places ?? {}).not.toHaveProperty('by')
  })

  test('is the same for who is signed in', async () => {
    expect((await danuta('GET', `/api/public/services/${assistant}`)).json).toEqual(
      (await page(assistant)).json,
    )
  })

  test('is not there for one that must not be found, not even for who keeps it', async () => {
    const [{ institution }] = (await app.rows<{ institution: string }>(
      'select institution_id as institution from directory.service where id = $1',
      [hidden],
    )) as [{ institution: string }]
    expect(institution).toBeTruthy()
    const keeper = (await app.as('lidia')).ask
    expect((await keeper('GET', `/api/services/${hidden}`)).status).toBe(200)
    const none = await page(randomUUID())
    expect(none.status).toBe(404)
    expect(await page(hidden)).toMatchObject({ status: 404, text: none.text })
    expect((await keeper('GET', `/api/public/services/${hidden}`)).text).toBe(none.text)
    const said = await say(hidden, { what: 'phone' })
    expect(said).toEqual(await say(randomUUID(), { what: 'phone' }))
    expect(said.status).toBe(404)
  })
})

describe('the public list', () => {
  const list = async (query: Record<string, string> = {}) => {
    const { status, json, text } = await nobody('GET', `/api/public/services?${new URLSearchParams(query)}`)
    expect(status, text).toBe(200)
    return json as {
      items: (Row & { name: string })[]
      more: number
      communes: { terc: string; name: string }[]
    }
  }

  test('holds what is given now, and nothing that must not be found', async () => {
    const { items, more, communes } = await list()
    const [{ n }] = (await app.rows<{ n: number }>(
      'select count(*)::int as n from directory.service where not confidential and closed_at is null',
    )) as [{ n: number }]
    expect(items.length + more).toBe(n)
    expect(JSON.stringify(items)).not.toMatch(/Przystań na niby|Hostel „Na próbę”/)
    expect(communes).toContainEqual({ terc: '2602052', name: 'Oksa' })
    for (const { places } of items) expect(places ?? {}).not.toHaveProperty('by')
  })

  test('is searched by words in any form, and by commune', async () => {
    expect((await list({ wanted: 'asystenta rodziny' })).items.map(({ name }) => name)).toContain(
      'Asystent rodziny',
    )
    expect((await list({ wanted: 'przystań' })).items).toEqual([])
    const all = await list()
    const here = await list({ commune: '2602052' })
    expect(here.items.length).toBeGreaterThan(0)
    expect(here.items.length + here.more).toBeLessThan(all.items.length + all.more)
  })
})

describe('"this is out of date, said without signing in', () => {
  test('waits for who keeps the entry, apart from what workers ask, and is said once', async () => {
    expect(await doubtsOf(danuta)).toEqual([])
    for (let times = 0; times < 3; times++)
      expect(await say(assistant, { what: 'hours' })).toEqual({ status: 200, json: {} })
    const asked = await pawel('POST', `/api/services/${assistant}/doubts`, {
      body: { id: randomUUID(), what: 'hours' },
    })
    expect(asked.status, asked.text).toBe(200)
    expect(await doubtsOf(danuta)).toEqual([
      { what: 'hours', open: true, mine: false, settled: false },
      { what: 'hours', open: false, mine: false, settled: false },
    ])
    expect(await doubtsOf(pawel), 'others see their own').toEqual([
      { what: 'hours', open: false, mine: true, settled: false },
    ])
    const mine = (await danuta('GET', '/api/services/mine')).json as { id: string; doubted: boolean }[]
    expect(mine.find(({ id }) => id === assistant)!.doubted).toBe(true)
  })

  test('is answered by who confirms the entry, and may be said again', async () => {
    const confirmed = await danuta('POST', `/api/services/${assistant}/confirm`, {
      body: { id: randomUUID() },
    })
    expect(confirmed.status, confirmed.text).toBe(200)
    expect((await doubtsOf(danuta)).map(({ settled }) => settled)).toEqual([true, true])
    expect((await say(assistant, { what: 'hours' })).status).toBe(200)
    expect((await doubtsOf(danuta)).filter(({ settled }) => !settled)).toHaveLength(1)
  })

  test('is a word of the list and nothing else', async () => {
    for (const body of [{ what: 'other' }, { what: 'hours', words: 'Jan Zmyślony nie żyje' }, {}])
      expect((await say(assistant, body)).status, JSON.stringify(body)).toBe(400)
  })

  test('is taken ten times a day from one address, which is written down nowhere', async () => {
    const address = '203.0.113.77'
    const answers = []
    for (let times = 0; times < 11; times++) answers.push(await say(assistant, { what: 'phone' }, address))
    expect(answers.map(({ status }) => status)).toEqual([...Array(10).fill(200), 429])
    expect(answers.at(-1)!.json.code).toBe('enough-today')
    expect((await say(assistant, { what: 'phone' }, '203.0.113.78')).status, 'others are heard').toBe(200)
    // A household is given a whole network of them.
    const network = []
    for (let host = 1; host <= 11; host++)
      network.push(await say(assistant, { what: 'phone' }, `2001:db8:1:2::${host}`))
    expect(network.map(({ status }) => status)).toEqual([...Array(10).fill(200), 429])
    expect((await page(assistant)).status, 'the page is read on').toBe(200)
    const kept = await app.rows<{ row: Row }>(
      'select to_jsonb(d) as row from directory.doubt d where asked_by is null',
    )
    for (const { row } of kept) expect(row).toMatchObject({ asked_by: null, words: null })
    expect(JSON.stringify(kept)).not.toContain('203.0.113')
  })

  test('comes too late where the service is closed', async () => {
    await danuta('POST', `/api/services/${assistant}/close`)
    expect((await page(assistant)).json).toMatchObject({ closedOn: expect.any(String) })
    expect(await say(assistant, { what: 'closed' })).toMatchObject({
      status: 409,
      json: { code: 'service-is-closed' },
    })
  })
})
