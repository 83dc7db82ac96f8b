import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest'
import { idOf, workerId } from '../../practice/act.ts'
import { type Answered, type Ask, aForm, aPracticeApp, type PracticeApp } from './app.ts'
import {
  addressOf,
  atLeast,
  bodies,
  endpointsTold,
  idsOfFamily,
  idsOfPartnership,
  openNames,
  putInWhatLacks,
  type Told,
  withQuery,
} from './endpoints.ts'
import { exampleOf } from './examples.ts'

vi.setConfig({ testTimeout: 120_000 })

const family = idOf('probni/case')
const partnership = idOf('partnership/oksa')

let app: PracticeApp
let endpoints: Told[]
/** The ids of everything of the family and of the partnership, by the segment before them in an address. */
const real = new Map<string, string[]>()
/** Any of these in an answer tells that the family is there. */
let traces: string[]

type Stranger = { who: string; ask: Ask; cookie: string; partnershipToo: boolean }
const strangers: Stranger[] = []

beforeAll(async () => {
  app = await aPracticeApp({ postgres: inject('postgres'), template: inject('template') })
  endpoints = endpointsTold(app.server)
  const [joanna, danuta, iga] = [await app.as('joanna'), await app.as('danuta'), await app.as('iga')]
  const add = async (who: string, key: string, partnershipToo = false) => {
    const { ask, cookie } = await app.as(key)
    strangers.push({ who, ask, cookie, partnershipToo })
    return ask
  }
  await add('a worker of another partnership', 'celina', true)
  const former = await add('a worker of a former member', 'magda')
  const excluded = await add('an excluded worker', 'nina')
  const gone = await add('a worker whose work has ended', 'pawel', true)
  strangers.push({ who: 'nobody', ask: app.nobody, cookie: '', partnershipToo: true })

  for (const ask of [former, excluded, gone])
    expect((await ask('GET', `/api/cases/${family}`)).status, 'they are on the team so far').toBe(200)
  for (const each of await putInWhatLacks(async (key) => (await app.as(key)).ask, { family, partnership }))
    expect(each.status, each.text).toBe(200)
  for (const deed of [
    await iga.ask('POST', `/api/memberships/${idOf('membership/oksa/school')}/end`, {
      body: { reason: 'Próba wyjścia.' },
      headers: { 'if-match': '1' },
    }),
    await joanna.ask('POST', `/api/cases/${family}/exclusions`, {
      body: { id: randomUUID(), workerId: workerId('nina'), kind: 'neighbour' },
    }),
    await danuta.ask('POST', `/api/workers/${workerId('pawel')}/end`, {
      body: {},
      headers: { 'if-match': '1' },
    }),
  ])
    expect(deed.status, deed.text).toBe(200)

  for (const [of, sql] of Object.entries(idsOfFamily)) await know(of, sql, family)
  for (const [of, sql] of Object.entries(idsOfPartnership)) await know(of, sql, partnership)
  const words = ['Próbna', 'Próbny', 'Próbni', 'za remizą', 'Trzy pożyczki', 'Kacper']
  traces = [...words, ...Object.keys(idsOfFamily).flatMap((of) => real.get(of)!)]
})
afterAll(() => app.stop())

async function know(of: string, sql: string, scope: string) {
  real.set(
    of,
    (await app.rows<{ id: string }>(sql, [scope])).map(({ id }) => id),
  )
}

/**
 * What stays one's own: a concern for whoever sent it, as they sent it (what they try to do with it is refused by its
 * name), and when one looked where, without a word of what is there.
 */
const ownConcern = [
  'concerns.concern',
  'concerns.findBeforeCreating',
  'concerns.passOn',
  'concerns.noAction',
  'concerns.myConcerns',
]
const isTheirOwn = (who: string, endpoint: Told) =>
  endpoint.name === 'looks.myLooks' ||
  (who === 'a worker of a former member' && ownConcern.includes(endpoint.name))

const isOfFamily = ({ ids }: Told) => ids.some(({ of }) => of in idsOfFamily)
const isOfPartnership = ({ ids }: Told) => ids.some(({ of }) => of in idsOfPartnership)

/** Every way to fill an endpoint's address: with things that are there, and with ids of nothing. */
function addresses(endpoint: Told): { there: Record<string, string>; nowhere: Record<string, string> }[] {
  const most = Math.max(...endpoint.ids.map(({ of }) => real.get(of)?.length ?? 1))
  return Array.from({ length: Math.min(most, 6) }, (_, i) => ({
    there: fill(endpoint, (of) => openNames[of] ?? real.get(of)!.at(i % real.get(of)!.length)!),
    nowhere: fill(endpoint, (of) => openNames[of] ?? randomUUID()),
  }))
}
const fill = (endpoint: Told, value: (of: string) => string) =>
  Object.fromEntries(endpoint.ids.map(({ name, of }) => [name, value(of)]))

/** An answer without the ids that were asked for. */
const said = ({ status, text }: Answered, ids: Record<string, string>) =>
  `${status} ${Object.values(ids).reduce((rest, id) => rest.replaceAll(id, '…'), text)}`

test('of every kind of thing that an address can name there is one to try', () => {
  const kinds = [...Object.keys(idsOfFamily), ...Object.keys(idsOfPartnership)]
  expect(kinds.filter((of) => !real.get(of)?.length)).toEqual([])
  const named = new Set(endpoints.flatMap(({ ids }) => ids.map(({ of }) => of)))
  expect([...named].filter((of) => !real.has(of) && !(of in openNames))).toEqual([])
})

describe('what is there and what is not are answered alike', () => {
  test.each([
    'a worker of another partnership',
    'a worker of a former member',
    'an excluded worker',
    'a worker whose work has ended',
    'nobody',
  ])('to %s', async (who) => {
    const { ask, partnershipToo } = strangers.find((each) => each.who === who)!
    const checked: string[] = []
    for (const endpoint of endpoints) {
      if (!isOfFamily(endpoint) && !(partnershipToo && isOfPartnership(endpoint))) continue
      if (isTheirOwn(who, endpoint)) continue
      let reached = false
      let refused = ''
      for (const all of [false, true]) {
        const more = whatIsSent(endpoint, all)
        for (const { there, nowhere } of addresses(endpoint)) {
          const real = await ask(endpoint.method, withQuery(endpoint, addressOf(endpoint, there)), more)
          const none = await ask(endpoint.method, withQuery(endpoint, addressOf(endpoint, nowhere)), more)
          expect
            .soft(said(real, there), `${endpoint.name} for ${who} ${JSON.stringify(more)}`)
            .toBe(said(none, nowhere))
          expect.soft(real.status, `${endpoint.name} for ${who}: ${real.text}`).toBeGreaterThanOrEqual(400)
          if (real.status !== 400) reached = true
          else refused = real.text
        }
      }
      expect.soft(reached, `${endpoint.name}: our example is a good body; ${refused}`).toBe(true)
      checked.push(endpoint.name)
    }
    expect(checked.length).toBeGreaterThanOrEqual(atLeast(71))
  })
})

function whatIsSent(endpoint: Told, all: boolean) {
  if (['files.addFile', 'messages.attach'].includes(endpoint.name)) return aForm(Buffer.from('%PDF-1.4'))
  const headers = { 'if-match': '1' }
  return endpoint.body
    ? { body: { ...(exampleOf(endpoint.body, all) as object), ...bodies[endpoint.name] }, headers }
    : { headers }
}

describe('no list, count or suggestion tells of the family', () => {
  test('to anybody of them', async () => {
    const lists = endpoints.filter(({ method, ids }) => method === 'GET' && !ids.length)
    expect(lists.length).toBeGreaterThanOrEqual(atLeast(21))
    for (const { who, ask } of strangers)
      for (const endpoint of lists)
        for (const wanted of ['Próbna', 'Karolina', 'probn']) {
          const answered = await ask('GET', withQuery(endpoint, endpoint.path, wanted))
          if (isTheirOwn(who, endpoint)) continue
          const found = traces.filter((trace) => answered.text.includes(trace))
          expect.soft(found, `${endpoint.name} for ${who}: ${answered.text.slice(0, 600)}`).toEqual([])
        }
  })
})

describe('the live stream', () => {
  test('says "look again" to the coordinator, and nothing to any of them', async () => {
    const address = await app.server.listen({ port: 0, host: '127.0.0.1' })
    const ending = new AbortController()
    const heard = async (cookie: string) => {
      const lines: string[] = []
      const { status, body } = await fetch(`${address}/api/live`, {
        headers: { cookie },
        signal: ending.signal,
      })
      if (status === 200) void listen(body!, lines)
      return { status, lines }
    }
    const joanna = await app.as('joanna')
    const coordinator = await heard(joanna.cookie)
    const others = await Promise.all(
      strangers.map(async ({ who, cookie }) => ({ who, ...(await heard(cookie)) })),
    )
    await vi.waitFor(() => expect(coordinator.lines.join('')).toContain('look again'))
    const before = coordinator.lines.length

    const written = await joanna.ask('POST', `/api/cases/${family}/opinions`, {
      body: { id: randomUUID(), what: 'Kacper lubi szkołę.', ofFamily: false },
    })
    expect(written.status, written.text).toBe(200)
    await vi.waitFor(() => expect(coordinator.lines.length).toBeGreaterThan(before), { timeout: 5000 })
    await new Promise((done) => setTimeout(done, 300))
    ending.abort()

    expect(Object.fromEntries(others.map(({ who, status }) => [who, status]))).toEqual({
      'a worker of another partnership': 200,
      'a worker of a former member': 200,
      'an excluded worker': 200,
      'a worker whose work has ended': 401,
      nobody: 401,
    })
    // The first line greets whoever comes; a second one would tell that something happened.
    for (const { who, lines } of others)
      expect(lines.join('').match(/look again/g)?.length ?? 0, who).toBeLessThanOrEqual(1)
  })
})

async function listen(stream: ReadableStream<Uint8Array>, lines: string[]) {
  const words = new TextDecoder()
  try {
    for await (const piece of stream) lines.push(words.decode(piece))
  } catch {
    // We hung up.
  }
}
