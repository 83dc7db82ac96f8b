import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest'
import { idOf } from '../../practice/act.ts'
import { type Answered, type Ask, aPracticeApp, type PracticeApp } from './app.ts'
import {
  addressOf,
  atLeast,
  endpointsTold,
  idsOfFamily,
  idsOfPartnership,
  openNames,
  type Told,
  withQuery,
} from './endpoints.ts'
import { exampleOf, type Schema } from './examples.ts'

vi.setConfig({ testTimeout: 120_000 })

let app: PracticeApp
let endpoints: Told[]
let joanna: Ask
const real: Record<string, string> = { ...openNames }

beforeAll(async () => {
  app = await aPracticeApp({ postgres: inject('postgres'), template: inject('template') })
  endpoints = endpointsTold(app.server)
  joanna = (await app.as('joanna')).ask
  for (const [of, sql] of [...Object.entries(idsOfFamily), ...Object.entries(idsOfPartnership)]) {
    const scope = of in idsOfFamily ? idOf('probni/case') : idOf('partnership/oksa')
    const [row] = await app.rows<{ id: string }>(`${sql} limit 1`, [scope])
    real[of] = row?.id ?? idOf(`no ${of}`)
  }
})
afterAll(() => app.stop())

const addressOfReal = (endpoint: Told) =>
  withQuery(
    endpoint,
    addressOf(endpoint, Object.fromEntries(endpoint.ids.map(({ name, of }) => [name, real[of]!]))),
  )

/** A refusal as we promise it: a 4xx problem with a code and a sentence, and nothing of what is inside. */
function mustRefuse(answered: Answered, what: string) {
  expect.soft(answered.status, `${what}: ${answered.text.slice(0, 300)}`).toBeGreaterThanOrEqual(400)
  mustNotFail(answered, what)
}

/** Whatever it is, never our fault: no 5xx, and each refusal has the promised form. */
function mustNotFail(answered: Answered, what: string) {
  expect.soft(answered.status, `${what}: ${answered.text.slice(0, 300)}`).toBeLessThan(500)
  if (answered.status < 400) return
  expect.soft(answered.type, what).toMatch(/^application\/problem\+json/)
  expect.soft(answered.json, what).toMatchObject({
    status: answered.status,
    code: expect.stringMatching(/^[a-z0-9-]+$/),
    title: expect.stringMatching(/^(?!\w+:problems)./),
  })
  expect.soft(answered.text, what).not.toMatch(/node_modules|\n\s+at |select |insert /)
}

/** How many rows each table of ours holds; sessions and who looked where are not deeds. */
async function rowsWritten(): Promise<string> {
  const tables = await app.rows<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c where relkind in ('r', 'p') and not relispartition
     and relowner = 'splot_owner'::regrole and c.oid::regclass::text not in ('journal.look', 'identity."rateLimit"', 'identity.attempt')`,
  )
  const counts = await app.rows(
    `${tables.map(({ name }) => `select '${name}' as name, count(*) from ${name}`).join(' union all ')} order by 1`,
  )
  return JSON.stringify(counts)
}

/** Does all of it, and says that no table has a row more or less. */
async function writingNothing(deed: () => Promise<void>) {
  const before = await rowsWritten()
  await deed()
  expect(await rowsWritten()).toBe(before)
}

const withBody = () => endpoints.filter((endpoint) => endpoint.body)
const changing = () => endpoints.filter((endpoint) => endpoint.method !== 'GET')
const asked = (
  { method }: Told,
  address: string,
  payload: string | Buffer,
  headers: Record<string, string> = {},
) =>
  joanna(method, address, {
    payload,
    headers: { 'content-type': 'application/json', 'if-match': '1', ...headers },
  })

test('the document tells of every endpoint, and we know where the ids in each address lie', () => {
  expect(endpoints.length).toBeGreaterThanOrEqual(atLeast(151))
  const unknown = endpoints.flatMap(({ ids }) => ids.map(({ of }) => of)).filter((of) => !(of in real))
  expect(unknown).toEqual([])
})

test('an address with a torn id leads nowhere, and speaks of no field', async () => {
  for (const path of ['/api/cases/123', '/api/invitation/uciety'])
    expect((await joanna('GET', path)).json).toMatchObject({ status: 404, code: 'not-found' })
})

describe('a body that is not what was asked for', () => {
  const broken: [string, string | Buffer][] = [
    ['torn JSON', '{"id": "'],
    ['no JSON at all', 'Dzień dobry'],
    ['nothing', ''],
    ['a list', '[]'],
    ['a list of objects', '[{}]'],
    ['null', 'null'],
    ['a number', '1e400'],
    ['a word', '"słowo"'],
    ['not UTF-8', Buffer.from('7b22c328223a2231227d', 'hex')],
    ['a null byte', Buffer.from('{"id":"\0"}')],
    ['a prototype', '{"__proto__":{"administrator":true}}'],
    ['a constructor', '{"constructor":{"prototype":{"administrator":true}}}'],
    ['a very deep list', `${'['.repeat(200_000)}${']'.repeat(200_000)}`],
    ['a very deep object', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`],
    ['more than we take', JSON.stringify({ id: 'x'.repeat(1_100_000) })],
  ]
  test('is refused with a sentence, and nothing is written', () =>
    writingNothing(async () => {
      for (const endpoint of withBody())
        for (const [what, payload] of broken)
          mustRefuse(await asked(endpoint, addressOfReal(endpoint), payload), `${endpoint.name}: ${what}`)
    }))

  test('whose free part is very deep is refused', () =>
    writingNothing(async () => {
      for (const endpoint of withBody())
        for (const name of Object.keys(endpoint.body!.properties ?? {}))
          mustRefuse(
            await asked(
              endpoint,
              addressOfReal(endpoint),
              `{"${name}":${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}}`,
            ),
            `${endpoint.name}: deep ${name}`,
          )
    }))

  test('of another kind is refused, and so is a compressed one', () =>
    writingNothing(async () => {
      for (const endpoint of withBody()) {
        const address = addressOfReal(endpoint)
        const good = JSON.stringify(exampleOf(endpoint.body!))
        for (const type of [
          'text/plain',
          'text/xml',
          'application/x-www-form-urlencoded',
          'multipart/form-data',
          'x',
          'application/json; charset=utf-16',
        ])
          mustRefuse(
            await asked(endpoint, address, type.includes('utf-16') ? Buffer.from(good, 'utf16le') : good, {
              'content-type': type,
            }),
            `${endpoint.name}: ${type}`,
          )
        mustRefuse(
          await asked(endpoint, address, Buffer.from([0x1f, 0x8b, 8, 0]), { 'content-encoding': 'gzip' }),
          `${endpoint.name}: gzip`,
        )
      }
    }))

  test('of the right shape but for one value is refused', () =>
    writingNothing(async () => {
      for (const endpoint of withBody())
        for (const { what, body } of spoiled(endpoint.body!))
          mustRefuse(
            await asked(endpoint, addressOfReal(endpoint), JSON.stringify(body)),
            `${endpoint.name}: ${what}`,
          )
    }))
})

/** A good body with one value spoiled, for each value of the schema and each way in which its kind can be wrong. */
function spoiled(schema: Schema): { what: string; body: unknown }[] {
  const good = exampleOf(schema, true)
  return valuesIn(schema, []).flatMap(({ at, schema: each, mayBeNull }) =>
    wrongFor(each, mayBeNull).map((wrong) => ({
      what: `${at.join('.')} = ${JSON.stringify(wrong)?.slice(0, 40)}`,
      body: replaced(good, at, wrong),
    })),
  )
}

type Value = { at: string[]; schema: Schema; mayBeNull: boolean }

function valuesIn(schema: Schema, at: string[]): Value[] {
  const choices = schema.anyOf ?? schema.oneOf
  const chosen = choices?.find(({ type }) => type !== 'null') ?? schema
  const here = { at, schema: chosen, mayBeNull: Boolean(choices?.some(({ type }) => type === 'null')) }
  const several = (choices?.filter(({ type }) => type !== 'null').length ?? 1) > 1
  return [
    ...(at.length && !several ? [here] : []),
    ...Object.entries(chosen.properties ?? {}).flatMap(([name, each]) => valuesIn(each, [...at, name])),
    ...(chosen.type === 'array' && chosen.items && chosen.maxItems !== 0
      ? valuesIn(chosen.items, [...at, '0'])
      : []),
  ]
}

function wrongFor(
  { type, format, pattern, enum: choice, maxLength, minimum, maximum }: Schema,
  mayBeNull: boolean,
) {
  const always: unknown[] = mayBeNull ? [] : [null]
  switch (type) {
    case 'string': {
      const closed = format || choice || pattern?.startsWith('^[') || pattern?.startsWith('^\\d')
      const odd = ["' or 1=1 --", '../../etc/passwd', '', 'x'.repeat(300), '2026-02-30', '＜script＞']
      return [
        ...always,
        5,
        true,
        {},
        [],
        ['a'],
        'a\0b',
        '\ud800',
        'a\udc00b',
        ...(closed ? odd : []),
        ...(maxLength ? ['x'.repeat(maxLength + 1)] : ['x'.repeat(900_000)]),
      ]
    }
    case 'integer':
    case 'number':
      return [
        ...always,
        'x',
        {},
        [],
        true,
        '1',
        ...(type === 'integer' ? [1.5] : []),
        1e300,
        (minimum ?? -1e300) - 1,
        (maximum ?? 1e300) + 1,
      ]
    case 'boolean':
      return [...always, 'true', 1, {}, []]
    case 'array':
      return [...always, {}, 'x', 5, Array(2000).fill(null)]
    case 'object':
      return [...always, [], 'x', 5, true]
    default:
      return always
  }
}

function replaced(whole: unknown, [name, ...rest]: string[], value: unknown): unknown {
  if (name === undefined) return value
  if (Array.isArray(whole)) return [replaced(whole[0], rest, value)]
  return { ...(whole as object), [name]: replaced((whole as Record<string, unknown>)[name], rest, value) }
}

describe('an address that leads nowhere', () => {
  const nowhere = [
    'x',
    '00000000-0000-0000-0000-000000000000',
    'ffffffff-ffff-ffff-ffff-ffffffffffff',
    "'; drop table cases.case; --",
    '../../../etc/passwd',
    '%00',
    '%ED%A0%80',
    '%E0%A4%A',
    '-1',
    '9'.repeat(400),
    'é'.repeat(40),
    '{}',
    ' ',
    'null',
  ]
  test('is refused by every endpoint', () =>
    writingNothing(async () => {
      for (const endpoint of endpoints)
        for (const { name, of } of endpoint.ids)
          for (const wrong of nowhere) {
            if (of === 'drafts') continue
            const others = Object.fromEntries(endpoint.ids.map((each) => [each.name, real[each.of]!]))
            const marked = addressOf(endpoint, { ...others, [name]: 'HERE' })
            const address = withQuery(endpoint, marked).replace(
              'HERE',
              wrong.startsWith('%') ? wrong : encodeURIComponent(wrong),
            )
            const answered = await sent(endpoint, address)
            // A list of what lies in a thing that nobody knows is empty.
            if (answered.text === '[]') continue
            mustRefuse(answered, `${endpoint.name}: ${name} = ${wrong.slice(0, 40)}`)
          }
    }))
})

const sent = (endpoint: Told, address: string, headers: Record<string, string> = {}) =>
  joanna(endpoint.method, address, {
    headers: { 'if-match': '1', ...headers },
    ...(endpoint.body && { body: exampleOf(endpoint.body) }),
  })

/** Papers, and letters that were opened. */
const readsThatAreTold = [
  'messages.matter',
  'contracts.casePrint',
  'contracts.planForm',
  'contracts.familySheet',
  'consents.registerForm',
  'copies.paper',
]

test('a query that makes no sense is refused or ignored, and never our fault', () =>
  writingNothing(async () => {
    for (const endpoint of endpoints.filter(({ method, query }) => method === 'GET' && query.length)) {
      // That a paper was printed, or a matter read, is written down, also when the query has something over.
      if (readsThatAreTold.includes(endpoint.name)) continue
      const values = endpoint.ids.map(({ name, of }) => [name, real[of]!])
      const address = withQuery(endpoint, addressOf(endpoint, Object.fromEntries(values)))
      const and = address.includes('?') ? '&' : '?'
      for (const { name, schema } of endpoint.query)
        for (const wrong of [
          '',
          'x',
          '-1',
          '0',
          '1e99',
          '99999999999999999999',
          '%00',
          '%ED%A0%80',
          '%',
          '2026-02-30',
          'x'.repeat(3000),
          '(((',
          '%25%5F%5C',
          "'--",
          '1&LIMIT=2',
        ])
          for (const as of [name, `${name}[]`, `${name}=a&${name}`]) {
            const answered = await joanna('GET', `${address}${and}${as}=${wrong}`)
            const what = `${endpoint.name}: ${as}=${wrong.slice(0, 30)}`
            mustNotFail(answered, what)
            if (schema.type === 'integer' && as === name && wrong !== '')
              mustRefuseUnless(/^(1|20)$/, wrong, answered, what)
          }
    }
  }))

function mustRefuseUnless(fit: RegExp, value: string, answered: Answered, what: string) {
  if (!fit.test(value.replace(/&.*/, ''))) mustRefuse(answered, what)
}

test('a header that makes no sense is refused or ignored, and nothing is written by halves', async () => {
  const nonsense = [
    '',
    '*',
    '"',
    'x',
    '-1',
    '0',
    '1.5',
    '99999999999999',
    '"1", "2"',
    'W/',
    'ü'.repeat(20),
    'x'.repeat(4000),
  ]
  await writingNothing(async () => {
    for (const endpoint of changing()) {
      const nowhere = Object.fromEntries(
        endpoint.ids.map(({ name, of }) => [name, `${real[of]!.slice(0, -4)}0000`]),
      )
      if (!endpoint.ids.length || endpoint.ids.some(({ of }) => of in openNames)) continue
      const address = withQuery(endpoint, addressOf(endpoint, nowhere))
      for (const wrong of nonsense) {
        mustRefuse(
          await sent(endpoint, address, { 'if-match': wrong }),
          `${endpoint.name}: If-Match ${wrong.slice(0, 20)}`,
        )
        mustRefuse(
          await sent(endpoint, address, { 'idempotency-key': wrong }),
          `${endpoint.name}: Idempotency-Key ${wrong.slice(0, 20)}`,
        )
      }
    }
  })
})

test('any JSON at all is never our fault', async () => {
  const json = fc.jsonValue({ maxDepth: 4 })
  for (const endpoint of withBody()) {
    if (endpoint.name === 'drafts.keepDraft') continue
    const names = Object.keys(endpoint.body!.properties ?? {})
    const address = addressOfReal(endpoint)
    const anyBody = names.length
      ? fc.record(Object.fromEntries(names.map((name) => [name, json])), { requiredKeys: [] })
      : json
    await fc.assert(
      fc.asyncProperty(anyBody, async (body) => {
        mustNotFail(
          await joanna(endpoint.method, address, { body, headers: { 'if-match': '1' } }),
          `${endpoint.name}: ${JSON.stringify(body).slice(0, 200)}`,
        )
      }),
      { numRuns: 12, seed: 20261124 },
    )
  }
})
