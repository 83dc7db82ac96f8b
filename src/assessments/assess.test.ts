import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { idOf } from '../../practice/act.ts'
import { addDays, dayOf, today } from '../platform/texts/dates.ts'
import { type Ask, aPracticeApp, type PracticeApp } from '../proof/app.ts'

// The joint assessment: each institution for itself, the family in its own words, then what is agreed together.

const family = idOf('zmysleni/case')
const nextMonth = addDays(today(), 30)
const assessment = randomUUID()
let app: PracticeApp
let coordinator: Ask
/** Of the schools, to whom the father consented for himself and his sons; and of the foundation, for which he took it back. */
let school: Ask
let foundation: Ask
beforeAll(async () => {
  app = await aPracticeApp({ postgres: inject('postgres'), template: inject('template') })
  coordinator = (await app.as('joanna')).ask
  school = (await app.as('kamil')).ask
  foundation = (await app.as('ola')).ask
})
afterAll(() => app.stop())

type View = {
  id: string
  domain: string
  byFamily: boolean
  level: number | null
  mine: boolean
  version: number
}
type Seen = {
  id: string
  kind: string
  fixedAt: string | null
  views: View[]
  agreed: { domain: string; level: number }[]
}
const path = `/api/cases/${family}/assessments`
const seen = async (ask: Ask) =>
  ((await ask('GET', path)).json as Seen[]).find(({ id }) => id === assessment)!
const viewsOf = async (ask: Ask, domain: string) =>
  (await seen(ask)).views.filter((view) => view.domain === domain)
const enter = (
  ask: Ask,
  view: { domain: string; byFamily?: boolean } & Record<string, unknown>,
  id = randomUUID(),
) => ask('PUT', `${path}/${assessment}/views/${id}`, { body: { byFamily: false, ...view } })
const agree = (level: Record<string, unknown>) =>
  coordinator('PUT', `${path}/${assessment}/agreed/${randomUUID()}`, { body: level })
const fix = (agreedOn = dayOf(Date.now())) =>
  coordinator('POST', `${path}/${assessment}/fix`, { body: { agreedOn, present: ['Igor Zmyślony'] } })

const locked = async () =>
  (
    (await coordinator('GET', `/api/cases/${family}/timeline?limit=100`)).json as {
      items: { id: string; at: string; locked: boolean; askable: boolean }[]
    }
  ).items.filter((entry) => entry.locked)

test('the coordinator opens it, one at a time; the whole team knows that it is under way', async () => {
  expect((await school('POST', path, { body: { id: randomUUID(), kind: 'first' } })).status).toBe(404)
  expect((await coordinator('POST', path, { body: { id: assessment, kind: 'first' } })).status).toBe(200)
  expect(await coordinator('POST', path, { body: { id: randomUUID(), kind: 'review' } })).toMatchObject({
    status: 409,
    json: { code: 'assessment-already-open' },
  })
  for (const ask of [school, foundation]) expect(await seen(ask)).toMatchObject({ fixedAt: null, views: [] })
})

test('an institution that has said nothing yet has it in the day of its people; who coordinates is told by the step', async () => {
  const dueTo = async (ask: Ask) =>
    ((await ask('GET', '/api/day')).json as { due: { kind: string; id: string }[] }).due
      .filter(({ kind }) => kind === 'view')
      .map(({ id }) => id)
  for (const ask of [school, foundation]) expect(await dueTo(ask)).toEqual([assessment])
  expect(await dueTo(coordinator)).not.toContain(assessment)
  expect((await enter(foundation, { domain: 'rights', withoutLevel: 'unknown' })).status).toBe(200)
  expect(await dueTo(foundation)).toEqual([])
  expect(await dueTo(school)).toEqual([assessment])
})

test('how an institution sees a domain is its own until it opens it to the team', async () => {
  const id = randomUUID()
  expect((await enter(school, { domain: 'education', level: 2, barriers: 'Mokre buty.' }, id)).status).toBe(
    200,
  )
  expect(await viewsOf(school, 'education')).toMatchObject([{ id, mine: true, level: 2 }])
  expect(await viewsOf(coordinator, 'education')).toEqual([])

  const opened = await school('POST', `${path}/${assessment}/open-views`, { body: { views: [id] } })
  expect(opened.status, opened.text).toBe(200)
  expect(await viewsOf(coordinator, 'education')).toMatchObject([{ id, mine: false, level: 2 }])
  expect(await viewsOf(foundation, 'education'), 'for whom there is no consent').toEqual([])
})

test('a domain is described once by an institution; a correction says from which version it starts', async () => {
  expect(
    (await enter(school, { domain: 'education', level: 3 })).json,
    'who begins another is shown what stands there',
  ).toMatchObject({ code: 'changed-meanwhile', current: { level: 2, barriers: 'Mokre buty.' } })
  const [{ id, version }] = (await viewsOf(school, 'education')) as [View]
  const correct = (expected: number) =>
    school('PUT', `${path}/${assessment}/views/${id}`, {
      body: { domain: 'education', byFamily: false, level: 3 },
      headers: { 'if-match': String(expected) },
    })
  expect((await correct(version)).status).toBe(200)
  expect((await correct(version)).json).toMatchObject({ code: 'changed-meanwhile', current: { level: 3 } })
})

test('the family’s own view is read at once by those who may read of the family', async () => {
  await enter(coordinator, { domain: 'housing', byFamily: true, level: 2, words: 'Piec nie działa.' })
  for (const ask of [coordinator, school])
    expect(await viewsOf(ask, 'housing')).toMatchObject([{ byFamily: true, level: 2 }])
  expect(await viewsOf(foundation, 'housing')).toEqual([])
})

test('safety at home stays with who wrote it, opens to nobody and is not agreed on', async () => {
  const id = randomUUID()
  await enter(school, { domain: 'safety', level: 3 }, id)
  const opened = await school('POST', `${path}/${assessment}/open-views`, { body: { views: [id] } })
  expect(opened.status, opened.text).toBe(200)
  expect(await viewsOf(school, 'safety')).toMatchObject([{ opened: false }])
  expect(await viewsOf(coordinator, 'safety')).toEqual([])
  expect((await agree({ domain: 'safety', level: 3 })).json).toMatchObject({ code: 'safety-is-not-agreed' })
})

test('a level, or why there is none: not both, and not neither', async () => {
  for (const wrong of [{}, { level: 2, withoutLevel: 'unknown' }])
    expect((await enter(coordinator, { domain: 'income', ...wrong })).status).toBe(400)
  expect((await enter(coordinator, { domain: 'income', withoutLevel: 'unknown' })).status).toBe(200)
})

test('nothing is fixed before something was agreed; level 1 in parenting needs what is done today', async () => {
  expect((await fix()).json).toMatchObject({ code: 'nothing-agreed-yet' })
  expect((await agree({ domain: 'parenting', level: 1 })).json).toMatchObject({ code: 'needs-today' })
  const kept = await agree({ domain: 'parenting', level: 1, today: 'Paweł jedzie tam po południu.' })
  expect(kept.status, kept.text).toBe(200)
})

test('the family’s voice and what is agreed are about whom institutions wrote of, where nobody says otherwise', async () => {
  const son = await app.rows<{ id: string }>(
    `select p.id from households.member m join households.person p on p.id = m.person_id
     where m.household_id = $1 and households.is_child(p.birth_date, p.birth_year, p.expected, p.died_on) order by p.id limit 1`,
    [idOf('zmysleni/household')],
  )
  const about = [son[0]!.id]
  expect((await enter(coordinator, { domain: 'mental_health', level: 2, about })).status).toBe(200)
  expect((await enter(coordinator, { domain: 'mental_health', byFamily: true, level: 3 })).status).toBe(200)
  expect((await agree({ domain: 'mental_health', level: 2 })).status).toBe(200)
  const { views, agreed } = await seen(coordinator)
  for (const each of [...views, ...agreed].filter(({ domain }) => domain === 'mental_health'))
    expect(each).toMatchObject({ about })
})

test('fixed with its day and those present, it does not change any more', async () => {
  await enter(school, { domain: 'health', level: 4 })
  expect((await locked())[0], 'the school keeps it').toMatchObject({ askable: true })
  await agree({ domain: 'education', level: 2, dissent: 'Pan Igor: poziom 3.' })
  expect((await fix(nextMonth)).json).toMatchObject({ code: 'in-the-future' })
  expect((await fix()).status).toBe(200)
  expect((await fix()).json).toMatchObject({ code: 'assessment-already-fixed' })
  expect((await agree({ domain: 'work', level: 2 })).json).toMatchObject({ code: 'assessment-fixed' })
  expect((await enter(school, { domain: 'relations', level: 4 })).json).toMatchObject({
    code: 'assessment-fixed',
  })
  expect((await coordinator('GET', `/api/cases/${family}/standing`)).json).toMatchObject({ phase: 'basket' })
  expect((await seen(school)).agreed.map(({ domain }) => domain).sort()).toEqual(['education', 'parenting'])
})

test('what an institution kept to itself is not asked for once the assessment is fixed', async () => {
  const [kept] = await locked()
  const asked = () =>
    coordinator('POST', `/api/cases/${family}/entries/${kept!.id}/ask`, {
      body: { id: randomUUID(), why: 'Żeby plan był wspólny.' },
    })
  expect(kept).toMatchObject({ askable: false })
  expect((await asked()).json).toMatchObject({ code: 'nothing-to-open' })
})
