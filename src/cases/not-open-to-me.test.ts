import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest'
import { idOf, institutionId } from '../../practice/act.ts'
import { addDays, today } from '../platform/texts/dates.ts'
import { type Ask, aPracticeApp, type PracticeApp } from '../proof/app.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 300_000 })

// What a partner learns of facts that they cannot read: in the practice family Próbni the school reads about Karolina alone.

const family = idOf('probni/case')
const person = (name: string) => idOf(`probni/person/${name}`)
const [karolina, miroslaw] = [person('karolina'), person('miroslaw')]
let app: PracticeApp
let joanna: Ask
let magda: Ask

beforeAll(async () => {
  app = await aPracticeApp({ postgres: inject('postgres'), template: inject('template') })
  joanna = (await app.as('joanna')).ask
  magda = (await app.as('magda')).ask
  await app.rows(
    `update consents.basis set withdrawn_at = greatest(now(), lower(period)) where scope_id = '${family}'`,
  )
  const sheet = { id: randomUUID(), personId: karolina, signerId: karolina }
  const boxes = [{ institutionId: institutionId('school'), classes: ['file'] }]
  await done('POST', 'sheets', { sheets: [{ ...sheet, boxes }] })
  await done('POST', 'sheets/answers', {
    form: 'paper_signed',
    signedOn: today(),
    until: addDays(today(), 300),
    answers: [{ sheetId: sheet.id, yes: boxes, earlier: [] }],
  })
})
afterAll(() => app.stop())

const path = (rest: string) => `/api/cases/${family}/${rest}`
const done = async (method: string, rest: string, body: object, headers: Record<string, string> = {}) => {
  const answered = await joanna(method, path(rest), { body, headers })
  expect(answered.status, answered.text).toBe(200)
}
const firstVersion = { 'if-match': '"1"' }
const happenedAt = '2026-11-20T10:00:00Z'
const note = async (what: string, about: string[]) => {
  const id = randomUUID()
  await done('POST', 'contacts', { id, kind: 'phone', happenedAt, what, open: true, about })
  return id
}
const goal = async (words: string, about: string[]) => {
  const id = randomUUID()
  await done('POST', 'goals', { id, domain: 'independence', words, about })
  return id
}
const item = async (goalId: string, what: string, forWhom: string[]) => {
  const id = randomUUID()
  const providerId = institutionId('gops')
  await done('POST', 'items', { id, goalId, serviceKind: 'social_work', what, providerId, forWhom })
  return id
}
const told = async (who: Ask) => (await who('GET', path('timeline?limit=100'))).text

test('earlier words are read by those alone who may read about whom they were', async () => {
  const noteId = await note('Oboje kłócą się o długi.', [karolina, miroslaw])
  await done(
    'PATCH',
    `contacts/${noteId}`,
    { what: 'Szuka pracy.', happenedAt, about: [karolina] },
    firstVersion,
  )
  const goalId = await goal('Żebyśmy wyszli z długów', [karolina, miroslaw])
  const change = { domain: 'independence', words: 'Żebym znalazła pracę', about: [karolina] }
  await done('PATCH', `goals/${goalId}`, change, firstVersion)
  const itemId = await item(goalId, 'Rozmowy z Mirosławem', [miroslaw])
  const reworded = { serviceKind: 'social_work', what: 'Pisanie życiorysu', forWhom: [karolina] }
  await done('PATCH', `items/${itemId}`, { ...reworded, providerId: institutionId('gops') }, firstVersion)

  const earlier = /Oboje kłócą|wyszli z długów|Rozmowy z Mirosławem/
  expect((await magda('GET', path('contacts'))).text).toContain('Szuka pracy.')
  expect((await magda('GET', path('basket'))).text).toContain('Pisanie życiorysu')
  expect(await told(joanna)).toMatch(earlier)
  expect(await told(magda)).not.toMatch(earlier)
})

test('what is said to be about somebody else too is told no more where they are not open, until it is taken back', async () => {
  const goalId = await goal('Żebym nie musiała spłacać', [karolina])
  await item(goalId, 'Porada o długach', [karolina])
  const older = /Żebym nie musiała spłacać|Porada o długach/g
  expect((await told(magda)).match(older)).toHaveLength(2)
  const change = (version: number, about: string[]) =>
    done(
      'PATCH',
      `goals/${goalId}`,
      { domain: 'independence', words: 'Bez długów', about },
      { 'if-match': `"${version}"` },
    )
  await change(1, [karolina, miroslaw])
  expect(await told(magda)).not.toMatch(older)
  expect((await told(joanna)).match(older)!.length).toBeGreaterThan(2)
  await change(2, [karolina])
  expect((await told(magda)).match(older)).toHaveLength(2)
})

test('of a fixed assessment, names of those present are told to those alone who read about everybody', async () => {
  const fixed = (text: string) => /"present":\["Karolina Próbna"/.test(text)
  expect(fixed((await joanna('GET', path('assessments'))).text)).toBe(true)
  expect((await magda('GET', path('assessments'))).text).not.toContain('Mirosław')
})

test('of a review that was held, the team is told the day, and what was said by those alone who read about everybody', async () => {
  const [review] = await app.rows<{ id: string }>(
    'select id from contracts.review where scope_id = $1 and held_on is null',
    [family],
  )
  const held = { heldOn: today(), summary: 'Mirosław spłaca raty.' }
  await done('POST', `reviews/${review!.id}`, held, firstVersion)
  expect((await joanna('GET', path('contracts'))).text).toContain(held.summary)
  const { text } = await magda('GET', path('contracts'))
  expect(text).toContain(`"heldOn":"${held.heldOn}"`)
  expect(text).not.toContain(held.summary)
})

test('what a partner did for a shared fact is opened by who leads, as the fact is, and by no basis from that partner', async () => {
  const ppp = institutionId('ppp')
  await app.rows(
    `insert into consents.basis (id, scope_id, about_id, from_institution_id, to_institution_id, rule, classes, purpose, period, form, given_by, signed_by, recorded_by)
     select $1, scope_id, about_id, $2, to_institution_id, rule, classes, purpose, tstzrange(now(), now() + interval '30 days'), form, given_by, signed_by, recorded_by
     from consents.basis where scope_id = $3 and about_id = $4 and to_institution_id = $5 limit 1`,
    [randomUUID(), ppp, family, person('kacper'), institutionId('school')],
  )
  const id = randomUUID()
  const { ask: nina, workerId } = await app.as('nina')
  const task = { id, what: 'Zapytać Kacpra o autobus', about: [person('kacper')], workerId }
  await done('POST', 'tasks', task)
  const moved = await nina('POST', `/api/tasks/${id}/state`, { body: { state: 'in_progress' } })
  expect(moved.status, moved.text).toBe(200)
  const noted = { id: randomUUID(), kind: 'phone', happenedAt, what: 'Boi się autobusu.', open: true }
  await nina('POST', path('contacts'), { body: { ...noted, about: [person('kacper')] } })
  expect((await magda('GET', path('contacts'))).text).toContain(noted.what)
  expect((await magda('GET', path('tasks'))).text).not.toContain(task.what)
  expect(await told(joanna)).toContain(task.what)
  expect(await told(magda)).toContain(noted.id)
  expect(await told(magda)).not.toContain(task.what)
})

test('what another institution was asked, in words, is told to it and not to the team', async () => {
  expect((await magda('GET', path('team'))).text).not.toContain('przyjmie chłopca')
})

test('who gave a consent that was withdrawn is named no more to an institution that knows nobody of them', async () => {
  const withdrawn = (await joanna('GET', path('bases'))).text
  expect(withdrawn).toContain('"givenBy":"Mirosław Próbny')
  const { text } = await magda('GET', path('bases'))
  expect(text).toContain('"state":"withdrawn"')
  expect(text).not.toContain('Mirosław')
})

test('a service for everybody stays about who lived there, also when its goal is said to be about others', async () => {
  const goalId = await goal('Żebym miała spokój', [karolina])
  const id = await item(goalId, 'Wizyty u wszystkich', [])
  const people = async () =>
    (
      await app.rows('select distinct unnest(about) as id from baskets.item where id = $1 order by 1', [id])
    ).map((row) => (row as { id: string }).id)
  const before = await people()
  await app.rows(
    `update households.member set period = daterange(lower(period), splot.today_pl()) where household_id = $1 and person_id = $2`,
    [idOf('probni/household'), miroslaw],
  )
  const change = { domain: 'independence', words: 'Żebym miała spokój', about: [person('oliwia')] }
  await done('PATCH', `goals/${goalId}`, change, firstVersion)
  expect(await people()).toEqual(before)
})

test('how many others see the family tells a partner of nobody whom they do not see', async () => {
  const others = async (who: Ask) => ((await who('GET', path('why'))).json as { others: number }).others
  const [school, centre] = [await others(magda), await others(joanna)]
  const goalId = await goal('Chcę lepić z gliny.', [karolina])
  const asked = {
    id: randomUUID(),
    goalId,
    serviceKind: 'culture_activity',
    what: 'Ceramika',
    providerId: institutionId('culture'),
    request: 'Zajęcia raz w tygodniu.',
    ask: true,
  }
  await done('POST', 'items', asked)
  const danuta = (await app.as('danuta')).ask
  const offer = { id: randomUUID(), to: institutionId('pcpr'), reason: 'Przeprowadzka.' }
  expect((await danuta('POST', path('handover'), { body: offer })).status).toBe(200)
  expect(await others(magda)).toBe(school)
  expect(await others(joanna), 'who reads of both').toBe(centre + 2)
})
