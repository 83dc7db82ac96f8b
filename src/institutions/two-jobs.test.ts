import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { idOf, workerId } from '../../practice/act.ts'
import { type Ask, aForm, aPicture, aPracticeApp, type PracticeApp } from '../proof/app.ts'

// Somebody with two jobs has a page open for each: what a page asks and does is asked and done in the job that it stands
// for, whichever was chosen meanwhile.

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

test('a form that was begun in one job is sent in that one, whichever was chosen meanwhile', async () => {
  const body = aConcern()
  await choose('barbara2')
  const { status, text } = await ask('POST', '/api/concerns', { body, headers: pageOf('barbara') })
  expect(status, text).toBe(200)
  expect(await sent(body.id)).toEqual([{ worker: workerId('barbara') }])
  const journal = await app.rows<{ worker: string }>(
    'select worker_id as worker from journal.entry where subject_id = $1',
    [body.id],
  )
  expect(new Set(journal.map(({ worker }) => worker))).toEqual(new Set([workerId('barbara')]))
})

test('the same key in the other job is another deed', async () => {
  const [body, other] = [aConcern(), aConcern()]
  const key = { 'idempotency-key': randomUUID() }
  await ask('POST', '/api/concerns', { body, headers: { ...pageOf('barbara'), ...key } })
  await ask('POST', '/api/concerns', { body: other, headers: { ...pageOf('barbara2'), ...key } })
  expect(await sent(other.id)).toEqual([{ worker: workerId('barbara2') }])
})

test('no draft of the one is kept as the other’s', async () => {
  const path = '/api/drafts/two-jobs'
  const kept = { body: { content: { what: 'a' } }, headers: pageOf('barbara') }
  expect((await ask('PUT', path, kept)).status).toBe(200)
  expect((await ask('GET', path, { headers: pageOf('barbara') })).json).toMatchObject({
    content: { what: 'a' },
  })
  expect((await ask('GET', path, { headers: pageOf('barbara2') })).json).toMatchObject({ content: null })
})

test('side by side each job is shown its own', async () => {
  const [one, other] = await Promise.all(
    ['barbara', 'barbara2', 'barbara', 'barbara2'].map((key) =>
      ask('GET', '/api/institutions/mine', { headers: pageOf(key) }),
    ),
  )
  expect([one!.status, other!.status]).toEqual([200, 200])
  expect(one!.text).not.toBe(other!.text)
})

test('a link, which carries no header, says in its address in whose name it is opened', async () => {
  const mine = async (as: string) => (await ask('GET', `/api/institutions/mine?acting-as=${as}`)).text
  expect(await mine(workerId('barbara2'))).not.toBe(await mine(workerId('barbara')))
})

test.each([
  ['somebody else', () => workerId('joanna')],
  ['what is no worker', () => 'barbara'],
  ['nobody', () => ''],
])('in the name of %s nothing is asked and nothing done', async (_, whose) => {
  const headers = { 'acting-as': whose() }
  const body = aConcern()
  expect(await ask('POST', '/api/concerns', { body, headers })).toMatchObject({
    status: 409,
    json: { code: 'acting-as-another' },
  })
  expect((await ask('GET', '/api/day', { headers })).status).toBe(409)
  expect(await sent(body.id)).toEqual([])
})

test('a file is stored in the name of the job that its page stands for', async () => {
  await choose('barbara2')
  const { payload, headers } = aForm(aPicture)
  const id = randomUUID()
  const stored = await ask('POST', `/api/scopes/${idOf('partnership/oksa')}/files?id=${id}`, {
    payload,
    headers: { ...headers, ...pageOf('barbara') },
  })
  expect(stored.status, stored.text).toBe(200)
  expect(await app.rows('select added_by as worker from files.file where id = $1', [id])).toEqual([
    { worker: workerId('barbara') },
  ])
})

test('a paper that asks something of its own is opened in the name of the job that its page stands for', async () => {
  await choose('barbara')
  const family = idOf('umowni/case')
  const paper = `/api/cases/${family}/clause.pdf?person=${idOf('umowni/person/teresa')}`
  const opened = await ask('GET', `${paper}&acting-as=${workerId('barbara')}`)
  expect(opened.status, opened.text.slice(0, 200)).toBe(200)
  expect((await ask('GET', `${paper}&acting-as=${workerId('joanna')}`)).status).toBe(409)
  expect((await ask('GET', `${paper}&acting=${workerId('barbara')}`)).status).toBe(400)
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
