import { randomUUID } from 'node:crypto'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest'
import { idOf } from '../../practice/act.ts'
import { type Ask, aPracticeApp, type PracticeApp } from './app.ts'

const family = idOf('probni/case')
const household = idOf('probni/household')

let app: PracticeApp
let joanna: { ask: Ask; cookie: string }
let danuta: { ask: Ask; cookie: string }
beforeAll(async () => {
  app = await aPracticeApp({ postgres: inject('postgres'), template: inject('template') })
  joanna = await app.as('joanna')
  danuta = await app.as('danuta')
})
afterAll(() => app.stop())

const aContact = (what: string) => ({
  id: randomUUID(),
  kind: 'phone',
  happenedAt: new Date().toISOString(),
  what,
  class: 'file',
})
const contacts = `/api/cases/${family}/contacts`
const written = async (what: string) =>
  (await app.rows('select id from contacts.contact where what = $1', [what])).length
const inJournal = async (subject: string) =>
  (await app.rows('select id from journal.entry where subject_id = $1', [subject])).length

describe('the same deed with the same key', () => {
  const key = { 'idempotency-key': 'klucz-jednego-czynu' }
  const body = aContact('Zadzwoniłam raz.')

  test('is done once, and answers the second time as the first', async () => {
    const [first, second] = [
      await joanna.ask('POST', contacts, { body, headers: key }),
      await joanna.ask('POST', contacts, { body, headers: key }),
    ]
    expect(first.status, first.text).toBe(200)
    expect([second.status, second.json]).toEqual([first.status, first.json])
    expect(await written(body.what)).toBe(1)
    expect(await inJournal(body.id)).toBe(1)
  })

  test('is done once when it arrives many times at the same moment', async () => {
    const many = aContact('Zadzwoniłam na dwa telefony.')
    const answers = await Promise.all(
      Array.from({ length: 8 }, () =>
        joanna.ask('POST', contacts, { body: many, headers: { 'idempotency-key': 'klucz-wielu-naraz' } }),
      ),
    )
    expect(answers.map(({ status, json }) => ({ status, json }))).toEqual(
      answers.map(() => ({ status: 200, json: { id: many.id } })),
    )
    expect(await written(many.what)).toBe(1)
    expect(await inJournal(many.id)).toBe(1)
  })

  test('but with another body is refused, and nothing is done', async () => {
    const other = aContact('Zadzwoniłam do kogoś innego.')
    const answered = await joanna.ask('POST', contacts, { body: other, headers: key })
    expect([answered.status, answered.json]).toMatchObject([409, { code: 'key-used-otherwise' }])
    expect(await written(other.what)).toBe(0)
  })

  test("is another deed in another worker's hands", async () => {
    const hers = aContact('Zadzwoniłam ja też.')
    const magda = await app.as('magda')
    expect((await magda.ask('POST', contacts, { body: hers, headers: key })).status).toBe(200)
    expect(await written(hers.what)).toBe(1)
  })

  test('after a refusal may be tried again: a refusal keeps no key', async () => {
    const again = { 'idempotency-key': 'klucz-po-odmowie' }
    const whole = aContact('Dopisałam, czego brakowało.')
    const refused = await joanna.ask('POST', contacts, {
      body: { ...whole, kind: 'unheard_of' },
      headers: again,
    })
    expect(refused.status).toBeGreaterThanOrEqual(400)
    const done = await joanna.ask('POST', contacts, { body: whole, headers: again })
    expect(done.status, done.text).toBe(200)
  })

  test('without a key, the id of what is made tells the second from the first', async () => {
    const once = aContact('Zadzwoniłam bez klucza.')
    expect((await joanna.ask('POST', contacts, { body: once })).status).toBe(200)
    expect((await joanna.ask('POST', contacts, { body: once })).status).toBe(409)
    expect(await written(once.what)).toBe(1)
  })
})

describe('two people change one record', () => {
  const address = `/api/households/${household}`
  const version = async () =>
    (
      await app.rows<{ version: number }>('select version from households.household where id = $1', [
        household,
      ])
    )[0]!.version
  const label = async () =>
    (
      await app.rows<{ label: string }>('select label from households.household where id = $1', [household])
    )[0]!.label

  test('the second is told both values, and may still decide: nothing is lost', async () => {
    const marta = await app.as('marta')
    expect((await marta.ask('GET', address)).status, 'a colleague outside the team').toBe(404)
    const start = await version()
    const first = await joanna.ask('PATCH', address, {
      body: { label: 'Próbni z Węgleszyna' },
      headers: { 'if-match': `"${start}"` },
    })
    expect(first.status, first.text).toBe(200)
    const second = await joanna.ask('PATCH', address, {
      body: { label: 'Próbni zza remizy' },
      headers: { 'if-match': `"${start}"` },
    })
    expect([second.status, second.json]).toMatchObject([
      409,
      { code: 'changed-meanwhile', current: { label: 'Próbni z Węgleszyna', version: start + 1 } },
    ])
    expect(await label()).toBe('Próbni z Węgleszyna')
    const decided = await joanna.ask('PATCH', address, {
      body: { label: 'Próbni zza remizy' },
      headers: { 'if-match': String(start + 1) },
    })
    expect(decided.status).toBe(200)
    expect(await label()).toBe('Próbni zza remizy')
  })

  test('at the same moment: exactly one is done', async () => {
    const start = await version()
    const labels = ['Próbni A', 'Próbni B', 'Próbni C', 'Próbni D']
    const answers = await Promise.all(
      labels.map((each) =>
        joanna.ask('PATCH', address, { body: { label: each }, headers: { 'if-match': String(start) } }),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409])
    expect(await version()).toBe(start + 1)
    expect(await label()).toBe(labels[answers.findIndex(({ status }) => status === 200)])
  })

  test('a change that does not say where it starts is asked to', async () => {
    const answered = await joanna.ask('PATCH', address, { body: { label: 'Byle jak' } })
    expect([answered.status, answered.json]).toMatchObject([428, { code: 'version-needed' }])
  })

  test.each(['siedem', '*', '1, 2', '99999999999', '-1', ''])(
    'nor is a version that cannot be read left out, where one may be: %j',
    async (version) => {
      const answered = await joanna.ask('PUT', `/api/cases/${family}/registry-number`, {
        body: { number: 'DPS.1' },
        headers: { 'if-match': version },
      })
      expect([answered.status, answered.json]).toMatchObject([400, { code: 'unreadable' }])
    },
  )
})

describe("another site's page", () => {
  const foreign: Record<string, string>[] = [
    { origin: 'https://zla-strona.example' },
    { origin: 'null' },
    { origin: 'file://' },
    { origin: 'http://127.0.0.1:1' },
    { origin: 'https://127.0.0.1.zla-strona.example' },
    { origin: 'nonsense' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'cross-site', origin: 'http://127.0.0.1:4300' },
    { 'sec-fetch-site': 'same-site' },
  ]
  test.each(foreign)('does no deed in the name of whoever is signed in here: %j', async (headers) => {
    const body = aContact('Z obcej strony.')
    const answered = await joanna.ask('POST', contacts, { body, headers })
    expect([answered.status, answered.json]).toMatchObject([403, { code: 'foreign-origin' }])
    expect(await written(body.what)).toBe(0)
  })

  test('nor does anybody who carries a session and says nothing of where the deed comes from', async () => {
    const cookie = joanna.cookie
    const body = aContact('Skądinąd.')
    const send = (headers: Record<string, string>) =>
      app.server.inject({ method: 'POST', url: contacts, payload: body, headers: { cookie, ...headers } })
    expect((await send({})).json()).toMatchObject({ status: 403, code: 'foreign-origin' })
    expect(await written(body.what)).toBe(0)
    for (const method of ['PUT', 'PATCH', 'DELETE'] as const)
      expect(
        (await app.server.inject({ method, url: '/api/drafts/x', headers: { cookie } })).statusCode,
      ).toBe(403)
    expect((await send({ origin: app.settings.url })).statusCode, 'a program says whom it asks').toBe(200)
  })

  test('nor reads anything in practice mode under a name that was pointed here', async () => {
    for (const path of ['/api/cases', '/api/openapi.json'])
      expect((await joanna.ask('GET', path, { headers: { host: 'zla-strona.example' } })).status).toBe(403)
    expect((await joanna.ask('GET', '/api/cases', { headers: { host: 'localhost:4300' } })).status).toBe(200)
  })

  test.each(['POST', 'PUT', 'PATCH', 'DELETE'])('nor by %s, nor signs anybody in', async (method) => {
    for (const path of [
      contacts,
      '/api/auth/practice/choose',
      '/api/auth/sign-out',
      '/api/drafts/zgloszenie',
    ])
      expect(
        (await joanna.ask(method, path, { headers: { origin: 'https://zla-strona.example' } })).status,
        path,
      ).toBe(403)
  })

  test('nor sends a form that a browser would send without asking', async () => {
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
    ]) {
      const answered = await joanna.ask('POST', contacts, {
        payload: JSON.stringify(aContact('Z formularza.')),
        headers: { 'content-type': type },
      })
      expect(answered.status, type).toBeGreaterThanOrEqual(400)
    }
    expect(await written('Z formularza.')).toBe(0)
  })

  test('our own page does its deeds', async () => {
    const headers = { origin: app.settings.url, 'sec-fetch-site': 'same-origin' }
    expect((await joanna.ask('POST', contacts, { body: aContact('Z naszej strony.'), headers })).status).toBe(
      200,
    )
  })
})

describe('every answer', () => {
  test.each([
    ['an answer', '/api/session', 200],
    ['a refusal', `/api/cases/${randomUUID()}`, 404],
    ['an unknown address', '/api/nothing-here', 404],
    ['the document of the API', '/api/openapi.json', 200],
    ['a PDF', `/api/cases/${family}/family-sheet.pdf`, 200],
  ])('has a strict policy and is kept by nobody: %s', async (_, path, status) => {
    const answered = await joanna.ask('GET', path)
    expect(answered.status, answered.text.slice(0, 300)).toBe(status)
    const policy = String(answered.headers['content-security-policy'])
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toMatch(/unsafe-|\*|https?:/)
    expect(answered.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
    })
    expect(answered.headers['x-powered-by']).toBeUndefined()
    if (path !== '/api/openapi.json') expect(answered.headers['cache-control']).toContain('no-store')
  })

  test('sets a cookie that no script reads and no other site sends', async () => {
    const chosen = await app.nobody('POST', '/api/auth/practice/choose', {
      body: { accountId: idOf('account/joanna') },
    })
    const cookies = [chosen.headers['set-cookie']].flat().map(String)
    expect(cookies.length).toBeGreaterThan(0)
    for (const each of cookies) expect(each).toMatch(/HttpOnly.*SameSite=Lax/i)
  })
})

test('the log tells of a fault without the cookie, the body or a name', async () => {
  const log = app.server.log as unknown as Record<symbol, { write(line: string): void }>
  const lines: string[] = []
  const listening = vi
    .spyOn(log[pino.symbols.streamSym]!, 'write')
    .mockImplementation((line) => void lines.push(line))
  const broken = vi.spyOn(app.database.app, 'connect').mockImplementation(() => {
    throw new Error('the pool is gone')
  })
  const answered = await danuta.ask('GET', '/api/cases?wanted=Sekretna')
  broken.mockRestore()
  listening.mockRestore()
  expect(answered.status).toBe(500)
  expect(answered.text).not.toContain('the pool is gone')
  const told = lines.join('')
  expect(told).toContain('the pool is gone')
  const secret = decodeURIComponent(danuta.cookie.split('=')[1]!).split('.')[0]!
  expect(told).not.toContain(secret)
  expect(told).not.toContain('Sekretna')
})
