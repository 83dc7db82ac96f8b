import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { idOf, workerId } from '../../practice/act.ts'
import { type Ask, aForm, aPicture, aPracticeApp, type PracticeApp } from '../proof/app.ts'

// Somebody with two jobs has a page open for each: what a page asks and does is asked and done in the job that it stands
// for, or not at all.

let app: PracticeApp
let ask: Ask
beforeAll(async () => {
  app = await aPracticeApp({ postgres: inject('postgres'), template: inject('template') })
  ask = (await app.as('barbara')).ask
})
afterAll(() => app.stop())
const choose = (key: string) => ask('POST', '/api/session/act-as', { body: { workerId: workerId(key) } })
beforeEach(() => choose('barbara'))

const pageOf = (key: string) => ({ 'acting-as': workerId(key) })
const aConcern = () => ({
  id: randomUUID() as string,
  partnershipId: idOf('partnership/oksa'),
  who: 'Rodzina Dwukartkowa',
  worries: ['poverty'],
  what: 'Zaczęte w jednej karcie.',
  urgency: 'can_wait',
  familyKnows: 'yes',
})
const sent = (id: string) =>
  app.rows<{ worker: string }>('select reporter_id as worker from concerns.concern where id = $1', [id])

test('a form that was begun in one job is not sent in the other', async () => {
  const body = aConcern()
  await choose('barbara2')
  const refused = await ask('POST', '/api/concerns', { body, headers: pageOf('barbara') })
  expect(refused).toMatchObject({ status: 409, json: { code: 'acting-as-another' } })
  expect(await sent(body.id)).toEqual([])
})

test('gone back to the job that it was begun in, it is sent, with the same key', async () => {
  const body = aConcern()
  const key = { 'idempotency-key': randomUUID() }
  await choose('barbara2')
  await ask('POST', '/api/concerns', { body, headers: { ...pageOf('barbara'), ...key } })
  await choose('barbara')
  const { status, text } = await ask('POST', '/api/concerns', {
    body,
    headers: { ...pageOf('barbara'), ...key },
  })
  expect(status, text).toBe(200)
  expect(await sent(body.id)).toEqual([{ worker: workerId('barbara') }])
})

test('no draft of the one is kept as the other’s', async () => {
  await choose('barbara2')
  const path = '/api/drafts/two-jobs'
  expect(
    await ask('PUT', path, { body: { content: { what: 'a' } }, headers: pageOf('barbara') }),
  ).toMatchObject({
    status: 409,
  })
  expect((await ask('GET', path)).json).toMatchObject({ content: null })
})

test('a page of the one is shown nothing of the other', async () => {
  expect((await ask('GET', '/api/day', { headers: pageOf('barbara') })).status).toBe(200)
  await choose('barbara2')
  expect(await ask('GET', '/api/day', { headers: pageOf('barbara') })).toMatchObject({
    status: 409,
    json: { code: 'acting-as-another' },
  })
  expect((await ask('GET', '/api/day', { headers: pageOf('barbara2') })).status).toBe(200)
})

test('no file is stored in the name of the other', async () => {
  await choose('barbara2')
  const { payload, headers } = aForm(aPicture)
  const refused = await ask('POST', `/api/scopes/${idOf('partnership/oksa')}/files?id=${randomUUID()}`, {
    payload,
    headers: { ...headers, ...pageOf('barbara') },
  })
  expect(refused).toMatchObject({ status: 409, json: { code: 'acting-as-another' } })
})

test('who a person is, and which job they choose, is asked of no page', async () => {
  await choose('barbara2')
  expect((await ask('GET', '/api/session', { headers: pageOf('barbara') })).json).toMatchObject({
    worker: { id: workerId('barbara2') },
  })
  const back = await ask('POST', '/api/session/act-as', {
    body: { workerId: workerId('barbara') },
    headers: pageOf('barbara'),
  })
  expect(back.status).toBe(200)
})
