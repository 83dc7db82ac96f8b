import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { z } from 'zod'
import { idOf, workerId } from '../../../practice/act.ts'
import { allRoutes } from '../../app.ts'
import { type Ask, aPracticeApp, type PracticeApp } from '../../proof/app.ts'

// A deed that is repeated with its key: nothing of content was kept for that, and the guard is asked again.

const family = idOf('probni/case')
let app: PracticeApp
let joanna: Ask
let danuta: Ask
beforeAll(async () => {
  app = await aPracticeApp({ postgres: inject('postgres'), template: inject('template') })
  joanna = (await app.as('joanna')).ask
  danuta = (await app.as('danuta')).ask
  // Nobody is on duty, so the head takes in.
  await danuta('POST', `/api/delegations/${idOf('delegation/joanna/duty')}/end`, { body: {} })
})
afterAll(() => app.stop())

const key = () => ({ 'idempotency-key': randomUUID() })
const kept = () => app.rows<Record<string, unknown>>('select * from http.answered')

const exclude = (who: string) =>
  joanna('POST', `/api/cases/${family}/exclusions`, {
    body: { id: randomUUID(), workerId: workerId(who), kind: 'kin' },
  })

async function aConcern(): Promise<string> {
  const id = randomUUID()
  const sent = await joanna('POST', '/api/concerns', {
    body: {
      id,
      partnershipId: idOf('partnership/oksa'),
      who: 'Rodzina z naprzeciwka',
      worries: ['school_absence'],
      what: 'Od tygodnia nie widać dzieci.',
      urgency: 'within_days',
      familyKnows: 'no',
    },
  })
  expect(sent.status, sent.text).toBe(200)
  return id
}

describe('a search of people', () => {
  test('keeps nothing and answers a second time what may be seen then', async () => {
    const concern = await aConcern()
    const headers = key()
    const search = () =>
      danuta('POST', `/api/concerns/${concern}/people-search`, { body: { name: 'Karolina Próbna' }, headers })
    const before = await search()
    expect(before.text).toContain('Karolina')
    expect(await kept()).toEqual([])
    expect((await exclude('danuta')).status).toBe(200)
    expect((await search()).json, 'with the same key, after the exclusion').toEqual([])
  })
})

describe('a deed in a family', () => {
  const contacts = `/api/cases/${family}/contacts`
  const aContact = (what: string) => ({
    id: randomUUID(),
    kind: 'phone',
    happenedAt: new Date().toISOString(),
    what,
    class: 'file',
  })

  test('is repeated to who may still be there, and is not there for who was excluded', async () => {
    const magda = (await app.as('magda')).ask
    const sent = { body: aContact('Rozmowa o szkole.'), headers: key() }
    const first = await magda('POST', contacts, sent)
    expect(first.status, first.text).toBe(200)
    expect((await magda('POST', contacts, sent)).json).toEqual(first.json)
    expect((await exclude('magda')).status).toBe(200)
    expect((await magda('POST', contacts, sent)).status).toBe(404)
  })

  test('is not repeated to who lost the class that the endpoint asks for', async () => {
    const nina = (await app.as('nina')).ask
    const sent = { body: { id: randomUUID(), what: 'Zadzwonić.', due: '2027-01-10' }, headers: key() }
    const tasks = `/api/cases/${family}/tasks`
    const first = await nina('POST', tasks, sent)
    expect(first.status, first.text).toBe(200)
    const [part] = await app.rows<{ id: string }>(
      'select id from cases.team_member where case_id = $1 and worker_id = $2',
      [family, workerId('nina')],
    )
    expect(
      (
        await joanna('POST', `/api/cases/${family}/team/${part!.id}/end`, {
          body: { because: 'Inna praca.' },
        })
      ).status,
    ).toBe(200)
    expect((await nina('POST', tasks, sent)).status).toBe(404)
  })
})

describe('of what was asked and answered', () => {
  test('only ids are kept, and a digest that cannot be tried out', async () => {
    const words = 'Ciągle pożycza na życie.'
    const headers = key()
    const body = { id: randomUUID(), what: words, ofFamily: false }
    expect((await joanna('POST', `/api/cases/${family}/opinions`, { body, headers })).status).toBe(200)
    const draft = { content: { what: words } }
    // Also of a form that is about two people of a case.
    const form = `/api/drafts/${encodeURIComponent(`case/${randomUUID()}/without/${randomUUID()}/${randomUUID()}`)}`
    expect((await joanna('GET', form)).status).toBe(200)
    expect((await joanna('PUT', '/api/drafts/probny', { body: draft, headers: key() })).status).toBe(200)
    const rows = await kept()
    expect(rows.length).toBeGreaterThan(1)
    for (const { worker_id, key, at, digest, ids, ...rest } of rows) {
      expect(rest, 'nothing else').toEqual({})
      expect(digest).toHaveLength(32)
      expect(Object.values(ids as object).every((id) => z.uuid().safeParse(id).success)).toBe(true)
    }
    const again = await app.rows<{ ids: unknown }>('select ids from http.answered where key = $1', [
      headers['idempotency-key'],
    ])
    expect(again).toEqual([{ ids: { id: body.id } }])
  })

  test('the database itself takes no word beside an id', async () => {
    for (const ids of [{ name: 'Karolina' }, { id: [randomUUID()] }, { id: { a: 1 } }, ['x'], { n: 3 }])
      await expect(
        app.rows(`insert into http.answered (worker_id, key, digest, ids) values ($1, $2, sha256('x'), $3)`, [
          workerId('joanna'),
          randomUUID(),
          JSON.stringify(ids),
        ]),
        JSON.stringify(ids),
      ).rejects.toThrow('ids_only')
  })

  test('every deed of the contract answers with ids or nothing', async () => {
    const deeds = (await allRoutes({ database: app.database, identity: {} as never })).filter(
      ({ endpoint }) => endpoint.method !== 'GET' && !endpoint.question,
    )
    expect(deeds.length).toBeGreaterThan(80)
    const tellsMore = deeds.filter(({ endpoint: { answer } }) => {
      const { type, properties = {} } = z.toJSONSchema(answer)
      const ids = Object.values(properties).every(
        (each) => typeof each === 'object' && each.format === 'uuid',
      )
      return type !== 'object' || !ids
    })
    expect(tellsMore.map(({ name }) => name)).toEqual([])
  })
})

describe('a file', () => {
  const edge = 'brzeg'
  const form = (name: string, bytes: string) => ({
    payload: Buffer.from(
      `--${edge}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.4 ${bytes}\r\n--${edge}--\r\n`,
    ),
    headers: { 'content-type': `multipart/form-data; boundary=${edge}` },
  })

  test.each([
    ['of other bytes', form('pierwszy.pdf', 'drugie')],
    ['of another name', form('drugi.pdf', 'pierwsze')],
    ['of both', form('drugi.pdf', 'drugie')],
  ])('%s under a used key is refused, not dropped in silence', async (_, second) => {
    const [id, used] = [randomUUID(), key()]
    const send = ({ payload, headers }: typeof second) =>
      joanna('POST', `/api/scopes/${family}/files?id=${id}`, { payload, headers: { ...headers, ...used } })
    const first = await send(form('pierwszy.pdf', 'pierwsze'))
    expect(first.status, first.text).toBe(200)
    const same = await send(form('pierwszy.pdf', 'pierwsze'))
    expect([same.status, same.json]).toEqual([200, first.json])
    expect(await send(second)).toMatchObject({ status: 409, json: { code: 'key-used-otherwise' } })
    expect(await app.rows('select name from files.file where id = $1', [id])).toEqual([
      { name: 'pierwszy.pdf' },
    ])
  })
})
