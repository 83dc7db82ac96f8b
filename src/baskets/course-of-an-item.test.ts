import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { idOf, institutionId } from '../../practice/act.ts'
import { addDays, today } from '../platform/texts/dates.ts'
import { type Ask, aPracticeApp, type PracticeApp } from '../proof/app.ts'
import { pointOf } from '../proof/asked-item.ts'

// What an institution was asked for goes on after its answer: it waits on a list, begins, is told of, ends.

const family = idOf('zmysleni/case')
const goal = randomUUID()
let app: PracticeApp
let coordinator: Ask
let school: Ask
let foundation: Ask
/** Answers for the culture centre, which is not on the team. */
let wanda: Ask
beforeAll(async () => {
  app = await aPracticeApp({ postgres: inject('postgres'), template: inject('template') })
  coordinator = (await app.as('joanna')).ask
  school = (await app.as('kamil')).ask
  foundation = (await app.as('ola')).ask
  wanda = (await app.as('wanda')).ask
  const body = { id: goal, domain: 'education', words: 'Żeby chłopcy nie marzli w szkole' }
  expect((await coordinator('POST', `/api/cases/${family}/goals`, { body })).status).toBe(200)
})
afterAll(() => app.stop())

type Point = {
  id: string
  state: string
  expectedOn: string | null
  place: number | null
  outcome: string | null
  withdrawnBecause: string | null
  said: { step: string; words: string | null; by: string }[]
}
type Item = {
  id: string
  version: number
  familyVersion: number
  ready: boolean
  pointId: string | null
  earlier: { pointId: string; institution: string }[]
}
async function basket(item: string) {
  const { items, points } = (await coordinator('GET', `/api/cases/${family}/basket`)).json as {
    items: Item[]
    points: Point[]
  }
  const found = items.find(({ id }) => id === item)!
  return { ...found, point: points.find(({ id }) => id === found.pointId), points }
}
async function asked(what: string, of = 'schools'): Promise<string> {
  const id = randomUUID()
  const put = await coordinator('POST', `/api/cases/${family}/items`, {
    body: {
      id,
      goalId: goal,
      serviceKind: of === 'schools' ? 'pedagogical_help' : 'culture_activity',
      what,
      providerId: institutionId(of),
      request: 'Dwóch chłopców, 10 i 12 lat. Czy jest miejsce na świetlicy?',
      ask: true,
      agreed: true,
    },
  })
  expect(put.status, put.text).toBe(200)
  return id
}
const says = async (item: string, deed: string, body: object, by = school) => {
  const point = await pointOf(app.rows, item)
  return by('POST', `/api/referral-points/${point}/${deed}`, { body })
}
const said = async (item: string, deed: string, body: object, by = school) => {
  const { status, text } = await says(item, deed, body, by)
  expect(status, text).toBe(200)
}
const change = async (item: string, what: string) =>
  coordinator('PATCH', `/api/cases/${family}/items/${item}`, {
    body: { serviceKind: 'pedagogical_help', what, providerId: institutionId('schools'), ask: true },
    headers: { 'if-match': String((await basket(item)).version) },
  })

test('what waits on a list is agreed to once it begins, and whoever coordinates reads each step in its words', async () => {
  const item = await asked('Świetlica po lekcjach')
  const expectedOn = addDays(today(), 20)
  await said(item, 'answer', { answer: 'waiting', expectedOn, words: 'Miejsce będzie za trzy tygodnie.' })
  expect(await basket(item)).toMatchObject({
    ready: false,
    point: { state: 'waiting', expectedOn, place: 1 },
  })
  await said(item, 'begin', { on: today() })
  expect(await basket(item)).toMatchObject({ ready: true, point: { state: 'begun' } })
  await said(item, 'tell', { words: 'Chłopcy przychodzą.' })
  await said(item, 'finish', { on: today(), outcome: 'reached', words: 'Radzą sobie sami.' })
  const { point } = await basket(item)
  expect(point).toMatchObject({ state: 'done', outcome: 'reached' })
  expect(point!.said.map(({ step, words }) => [step, words])).toEqual([
    ['waiting', 'Miejsce będzie za trzy tygodnie.'],
    ['begun', null],
    ['told', 'Chłopcy przychodzą.'],
    ['ended', 'Radzą sobie sami.'],
  ])
  const { text } = await coordinator('GET', `/api/cases/${family}/timeline?limit=100`)
  expect(text).toContain('Chłopcy przychodzą.')
})

test('its institution reads on what it took on, without the family; what it declined it reads no more', async () => {
  const [taken, declined] = [await asked('Zajęcia plastyczne', 'culture'), await asked('Ceramika', 'culture')]
  await said(taken, 'answer', { answer: 'accepted' }, wanda)
  await said(declined, 'answer', { answer: 'declined', reason: 'no_capacity' }, wanda)
  const read = async (item: string) => wanda('GET', `/api/referrals/${await pointOf(app.rows, item)}`)
  const { status, text, json } = await read(taken)
  expect(status).toBe(200)
  expect(json).toMatchObject({ side: 'receiver', basis: 'case', particulars: null })
  expect(text).not.toMatch(/Zmyśleni|Igor|Zajęcia plastyczne/)
  expect((await read(declined)).status).toBe(404)
  const list = await wanda('GET', '/api/referrals?which=received')
  expect((list.json as { items: { id: string }[] }).items.map(({ id }) => id)).toContain(
    await pointOf(app.rows, taken),
  )
})

test('asked anew it is another question: what was said to the earlier one stands beside it', async () => {
  const item = await asked('Korepetycje')
  await said(item, 'answer', { answer: 'returned', reason: 'unclear_goal', words: 'Z którego przedmiotu?' })
  expect(await basket(item)).toMatchObject({ ready: false, point: { state: 'returned' }, earlier: [] })
  const first = (await basket(item)).pointId
  expect((await change(item, 'Korepetycje z matematyki')).status).toBe(200)
  const { earlier, point, points } = await basket(item)
  expect(point).toMatchObject({ state: 'asked', said: [] })
  expect(earlier).toMatchObject([{ pointId: first }])
  expect(points.find(({ id }) => id === first)).toMatchObject({
    state: 'withdrawn',
    withdrawnBecause: 'plan_changed',
    said: [{ step: 'returned', words: 'Z którego przedmiotu?' }],
  })
  // The earlier question is over for the institution, whoever still has its page open.
  const late = await school('POST', `/api/referral-points/${first}/answer`, { body: { answer: 'accepted' } })
  expect(late.json).toMatchObject({ code: 'point-already-answered' })
})

test('a step is the receiver’s alone, and goes by its order', async () => {
  const item = await asked('Basen')
  expect((await says(item, 'begin', { on: today() })).status).toBe(404)
  await said(item, 'answer', { answer: 'accepted' })
  for (const other of [coordinator, foundation])
    expect((await says(item, 'begin', { on: today() }, other)).status).toBe(404)
  expect((await says(item, 'finish', { on: today(), outcome: 'reached' })).json).toMatchObject({
    code: 'step-out-of-order',
  })
  expect((await coordinator('DELETE', `/api/cases/${family}/items/${item}`)).status).toBe(200)
  expect((await says(item, 'begin', { on: today() })).status).toBe(404)
})

/** The foundation refers somebody to the school, outside a case. */
async function referOutside(asked: object = {}, more: object = {}) {
  const point = randomUUID()
  const where = (await foundation('GET', '/api/referrals/where')).json as { partnershipId: string }[]
  const sent = await foundation('POST', '/api/referrals', {
    body: {
      id: randomUUID(),
      partnershipId: where[0]!.partnershipId,
      to: institutionId('schools'),
      aboutAs: 'boy',
      who: 'Jan Zmyślony',
      words: 'Prosimy o rozmowę.',
      points: [{ id: point, what: 'Rozmowa', ...asked }],
      basis: 'person',
      agreedForm: 'paper_signed',
      agreedOn: today(),
      until: addDays(today(), 30),
      ...more,
    },
  })
  return { sent, point }
}

test('outside a case nobody accepts with a change', async () => {
  const { sent, point } = await referOutside()
  expect(sent.status, sent.text).toBe(200)
  const changed = await school('POST', `/api/referral-points/${point}/answer`, {
    body: { answer: 'changed', frequency: 'raz w miesiącu' },
  })
  expect(changed.status).toBe(404)
})

test('outside a case a refusal for lack of places is counted by kind and commune, where its sender named them', async () => {
  const counted = () =>
    app.rows<object>(
      `select commune, service_kind as kind, count(*)::int as n from directory.unmet_need where why = 'no_places' and service_kind = 'speech_therapy' group by 1, 2`,
    )
  const refused = async (asked: object, more: object) => {
    const { sent, point } = await referOutside(asked, more)
    expect(sent.status, sent.text).toBe(200)
    const no = await school('POST', `/api/referral-points/${point}/answer`, {
      body: { answer: 'declined', reason: 'no_capacity' },
    })
    expect(no.status, no.text).toBe(200)
  }
  expect(await counted()).toEqual([])
  await refused({}, { commune: '2602052' })
  await refused({ serviceKind: 'speech_therapy' }, {})
  expect(await counted(), 'without a kind, or a commune, nothing is').toEqual([])
  await refused({ serviceKind: 'speech_therapy' }, { commune: '2602052' })
  expect(await counted()).toEqual([{ commune: '2602052', kind: 'speech_therapy', n: 1 }])
})

test('outside a case nobody asks for help against violence', async () => {
  const [kind] = await app.rows<{ code: string }>(
    "select code from directory.service_kind where class = 'violence' limit 1",
  )
  const { sent } = await referOutside({ serviceKind: kind!.code })
  expect(sent).toMatchObject({ status: 400, json: { code: 'kind-of-violence' } })
})
