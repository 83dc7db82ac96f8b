import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { idOf } from '../../practice/act.ts'
import { aPracticeApp, type PracticeApp } from './app.ts'
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

// How often an answer asks the database. What grows with the rows, or a page that asks for each of its parts, shows
// here long before anybody waits for it.

let app: PracticeApp
let asked: string[] = []
const query = pg.Client.prototype.query

beforeAll(async () => {
  app = await aPracticeApp({ postgres: inject('postgres'), template: inject('template') })
  pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
    const [first] = given as [string | { text: string; statements?: string[] }]
    asked.push(...(typeof first === 'string' ? [first] : (first.statements ?? [first.text])))
    return query.apply(this, given as never)
  } as typeof query
})
afterAll(async () => {
  pg.Client.prototype.query = query
  await app.stop()
})

/** The transaction around the work: begun, as whom, about what; ended, in one packet with the look that it leaves. */
const around =
  /^\s*(begin|commit|rollback|set local role)|set_config\('(role|synchronous_commit)'|access\.enter|institutions\.begin_request|^insert into journal\.look/

async function statementsOf(key: string, address: string) {
  const { ask } = await app.as(key)
  await ask('GET', address)
  asked = []
  const answered = await ask('GET', address)
  return { answered, asked: asked.filter((text) => !around.test(text)) }
}

/** The address of an endpoint about this family and its partnership; nothing where it has no such thing. */
async function addressFor(endpoint: Told, family: string, partnership: string): Promise<string | undefined> {
  const values: Record<string, string> = {}
  for (const { name, of } of endpoint.ids) {
    const [sql, scope] = idsOfFamily[of] ? [idsOfFamily[of], family] : [idsOfPartnership[of], partnership]
    const id = openNames[of] ?? (sql && (await app.rows<{ id: string }>(sql, [scope]))[0]?.id)
    if (!id) return undefined
    values[name] = id
  }
  return withQuery(endpoint, addressOf(endpoint, values))
}

test('a list asks the database up to three times, a page up to eight, however many rows there are', async () => {
  const gets = endpointsTold(app.server).filter(
    ({ method, path }) => method === 'GET' && !path.startsWith('/api/auth'),
  )
  const answeredAt: string[] = []
  for (const endpoint of gets) {
    const address = await addressFor(endpoint, idOf('probni/case'), idOf('partnership/oksa'))
    if (!address) continue
    for (const who of ['joanna', 'danuta']) {
      const { answered, asked } = await statementsOf(who, address)
      if (answered.status !== 200 || !answered.type.includes('json')) continue
      const isList = Array.isArray(answered.json) || 'next' in (answered.json as object)
      answeredAt.push(endpoint.name)
      expect
        .soft(asked.length, `${endpoint.name} for ${who}:\n${asked.join('\n')}`)
        .toBeLessThanOrEqual(isList ? 3 : 8)
    }
  }
  expect(new Set(answeredAt).size).toBeGreaterThanOrEqual(atLeast(51))
})

test.each(['/api/cases', '/api/cases/ID/timeline', '/api/cases/ID/contacts', '/api/my-looks'])(
  '%s asks as often for one row as for a page full of them',
  async (path) => {
    const address = path.replace('ID', idOf('probni/case'))
    for (const family of ['probni', 'zmysleni'])
      await statementsOf('joanna', `/api/cases/${idOf(`${family}/case`)}/team`)
    const few = await statementsOf('joanna', `${address}?limit=1`)
    const many = await statementsOf('joanna', `${address}?limit=50`)
    const rows = ({ json }: { json: unknown }) => (json as { items: unknown[] }).items.length
    expect(rows(few.answered)).toBe(1)
    expect(rows(many.answered)).toBeGreaterThan(1)
    expect(many.asked.length).toBe(few.asked.length)
  },
)
