import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { idOf, workerId } from '../../practice/act.ts'
import { type Ask, aPracticeApp, type PracticeApp } from '../proof/app.ts'

// What somebody began to write about a family is theirs while they know of it, and not after they were excluded.

const family = idOf('probni/case')
let app: PracticeApp
let joanna: Ask
let magda: Ask
beforeAll(async () => {
  app = await aPracticeApp({ postgres: inject('postgres'), template: inject('template') })
  joanna = (await app.as('joanna')).ask
  magda = (await app.as('magda')).ask
})
afterAll(() => app.stop())

const path = (form: string) => `/api/drafts/${encodeURIComponent(form)}`
const keeps = async (ask: Ask, form: string, content: object = { what: 'Zaczęte' }) =>
  (await ask('PUT', path(form), { body: { content } })).status
const served = async (ask: Ask, form: string) =>
  ((await ask('GET', path(form))).json as { content: unknown }).content
const one = async (sql: string) => (await app.rows<{ id: string }>(`${sql} limit 1`, [family]))[0]!.id

test('a draft about a family is neither served nor kept after its writer was excluded; others stay', async () => {
  const about = [
    `case/${family}/opinion`,
    `household/${idOf('probni/household')}/place`,
    `person/${idOf('probni/person/kacper')}`,
    `item/${await one('select id from baskets.item where scope_id = $1')}/answer/accepted`,
    `goal/${await one('select id from baskets.goal where scope_id = $1')}/gap`,
    `assessment/${await one('select id from assessments.assessment where scope_id = $1')}/fix`,
    `contract/${await one('select id from contracts.social_contract where scope_id = $1')}/end`,
    `contact/${await one('select id from contacts.contact where scope_id = $1')}`,
    `contact/${family}`,
    `invitation/${await one('select id from cases.team_member where case_id = $1')}/decline`,
    `entry/${await one('select id from journal.entry where scope_id = $1')}/ask`,
  ]
  const elsewhere = ['concern/new', `worker/${workerId('magda')}`]
  for (const form of [...about, ...elsewhere]) expect(await keeps(magda, form), form).toBe(200)
  expect(await keeps(magda, 'contact/new', { caseId: family, what: 'Rozmowa' })).toBe(200)
  expect(await served(magda, about[0]!)).toEqual({ what: 'Zaczęte' })

  const excluded = await joanna('POST', `/api/cases/${family}/exclusions`, {
    body: { workerId: workerId('magda'), kind: 'kin', id: crypto.randomUUID() },
  })
  expect(excluded.status, excluded.text).toBe(200)
  for (const form of [...about, 'contact/new']) expect(await served(magda, form), form).toBeNull()
  for (const form of elsewhere) expect(await served(magda, form), form).not.toBeNull()
  for (const form of about) {
    const nobodys = form.replace(/[0-9a-f-]{36}/, crypto.randomUUID())
    expect([await keeps(magda, form), await keeps(magda, nobodys)], form).toEqual([404, 404])
  }

  await app.rows('select drafts.forget_old()')
  const left = await app.rows<{ form: string }>(
    'select form from drafts.draft where worker_id = $1 order by 1',
    [workerId('magda')],
  )
  expect(left.map(({ form }) => form)).toEqual(elsewhere)
})

test('what was kept about one family does not stand in the way of what is written about another', async () => {
  const halina = (await app.as('halina')).ask
  const other = idOf('niebylscy/case')
  expect(await keeps(halina, 'contact/new', { caseId: family, what: 'O jednej' })).toBe(200)
  const excluded = await joanna('POST', `/api/cases/${family}/exclusions`, {
    body: { workerId: workerId('halina'), kind: 'kin', id: crypto.randomUUID() },
  })
  expect(excluded.status, excluded.text).toBe(200)
  expect(await keeps(halina, 'contact/new', { caseId: other, what: 'O drugiej' })).toBe(200)
  expect(await served(halina, 'contact/new')).toMatchObject({ what: 'O drugiej' })

  await keeps(halina, 'contact/new', { caseId: other, what: 'O drugiej' })
  await app.rows(`update drafts.draft set scope_ids = array[$2::uuid] where worker_id = $1`, [
    workerId('halina'),
    family,
  ])
  expect((await halina('DELETE', path('contact/new'))).status).toBe(200)
  const left = await app.rows('select from drafts.draft where worker_id = $1', [workerId('halina')])
  expect(left, 'thrown away is thrown away').toEqual([])
})

test('what was begun about a concern is served as long as its writer may read the concern', async () => {
  const concern = crypto.randomUUID()
  const sent = await (await app.as('kamil')).ask('POST', '/api/concerns', {
    body: {
      id: concern,
      partnershipId: idOf('partnership/oksa'),
      who: 'Rodzina Mglistych',
      worries: ['poverty'],
      what: 'Nie mają opału.',
      urgency: 'can_wait',
      familyKnows: 'unknown',
    },
  })
  expect(sent.status, sent.text).toBe(200)
  const form = `concern/${concern}/take-up`
  expect(await keeps(joanna, form)).toBe(200)
  const roman = (await app.as('roman')).ask
  expect(await keeps(roman, form)).toBe(404)
  expect(await keeps(roman, `concern/${crypto.randomUUID()}/take-up`)).toBe(404)
  await app.rows('insert into asks.kept_from (subject_id, worker_id) values ($1, $2)', [
    concern,
    workerId('joanna'),
  ])
  expect(await served(joanna, form)).toBeNull()
  await app.rows('delete from asks.kept_from where subject_id = $1', [concern])
  expect(await served(joanna, form)).not.toBeNull()
  await app.rows('insert into asks.kept_from (subject_id, worker_id) values ($1, $2)', [
    concern,
    workerId('joanna'),
  ])
  await app.rows('select drafts.forget_old()')
  const left = await app.rows('select from drafts.draft where worker_id = $1 and form = $2', [
    workerId('joanna'),
    form,
  ])
  expect(left).toEqual([])
})

test('every form that keeps a draft names what it is about in a word that is known', async () => {
  const src = join(import.meta.dirname, '..')
  const kinds = new Set(
    globSync('*/pages/*.tsx', { cwd: src }).flatMap((file) =>
      [...readFileSync(join(src, file), 'utf8').matchAll(/draft: [`']([\w-]+)\//g)].map((found) => found[1]!),
    ),
  )
  const known = await app.rows<{ kind: string }>('select distinct kind from drafts.source')
  for (const { kind } of known) kinds.delete(kind)
  // About no family.
  expect([...kinds].sort()).toEqual([
    'agreement',
    'departure',
    'institution',
    'membership',
    'oversight',
    'partnership',
    'service',
    'worker',
  ])
})
