import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { idOf } from '../../practice/act.ts'
import { type Ask, aPracticeApp, type PracticeApp } from '../proof/app.ts'

// A concern about a family that somebody works with already is attached to its open case.

const family = idOf('probni/case')
let app: PracticeApp
let intake: Ask
let coordinator: Ask
let reporter: Ask
let partner: Ask
beforeAll(async () => {
  app = await aPracticeApp({ postgres: inject('postgres'), template: inject('template') })
  intake = (await app.as('danuta')).ask
  // Nobody is on duty: the head takes in. The case is Joanna's, and Nina of the counselling centre is on its team.
  const ended = await intake('POST', `/api/delegations/${idOf('delegation/joanna/duty')}/end`, { body: {} })
  expect(ended.status, ended.text).toBe(200)
  coordinator = (await app.as('joanna')).ask
  reporter = (await app.as('wanda')).ask
  partner = (await app.as('nina')).ask
})
afterAll(() => app.stop())

async function aConcern(worries: string[]): Promise<string> {
  const id = randomUUID()
  const { status, text } = await reporter('POST', '/api/concerns', {
    body: {
      id,
      partnershipId: idOf('partnership/oksa'),
      who: 'Pani Karolina z Oksy',
      worries,
      what: 'Od tygodnia nie widać dzieci.',
      urgency: 'within_days',
      familyKnows: 'no',
    },
  })
  expect(status, text).toBe(200)
  return id
}
const attach = (ask: Ask, concernId: string, caseId = family) =>
  ask('POST', `/api/concerns/${concernId}/attach`, { body: { caseId } })

test('intake finds the open case by its people and attaches the concern; the reporter hears "taken up"', async () => {
  const id = await aConcern(['school_absence'])
  const found = await intake('POST', `/api/concerns/${id}/people-search`, {
    body: { name: 'Karolina Probna' },
  })
  expect(found.json).toContainEqual(
    expect.objectContaining({ openCase: expect.objectContaining({ caseId: family, iCoordinate: false }) }),
  )
  expect((await attach(intake, id)).status).toBe(200)
  expect((await reporter('GET', `/api/concerns/${id}`)).json).toMatchObject({
    state: 'taken_up',
    caseId: null,
  })
  expect((await intake('GET', '/api/concerns/intake')).text).not.toContain(id)
  expect(await attach(intake, id)).toMatchObject({ status: 404 })
})

test('the coordinator finds it on the timeline and in the news, reads it, and its worry is among those of the case', async () => {
  const id = await aConcern(['debt'])
  await attach(intake, id)
  const timeline = (await coordinator('GET', `/api/cases/${family}/timeline`)).json as {
    items: { verb: string; subjectId: string }[]
  }
  expect(timeline.items[0]).toMatchObject({ verb: 'concern.attached', subjectId: id })
  expect((await coordinator('GET', '/api/day')).json).toMatchObject({
    sinceYesterday: expect.arrayContaining([
      expect.objectContaining({ verb: 'concern.attached', caseId: family }),
    ]),
  })
  expect((await coordinator('GET', `/api/concerns/${id}`)).json).toMatchObject({
    who: 'Pani Karolina z Oksy',
  })
  expect((await coordinator('GET', `/api/cases/${family}`)).json).toMatchObject({
    problems: expect.arrayContaining(['debt']),
  })
})

test('other institutions on the team do not learn that somebody reported the family once more', async () => {
  const id = await aConcern(['loneliness'])
  await attach(intake, id)
  expect((await partner('GET', `/api/cases/${family}`)).status).toBe(200)
  expect((await partner('GET', `/api/cases/${family}/timeline?limit=100`)).text).not.toContain(
    'concern.attached',
  )
  expect((await partner('GET', `/api/concerns/${id}`)).status).toBe(404)
})

test('a concern of violence is taken up and leaves no trace in the case', async () => {
  const before = await coordinator('GET', `/api/cases/${family}/timeline?limit=100`)
  const problems = (await coordinator('GET', `/api/cases/${family}`)).json
  const id = await aConcern(['domestic_violence'])
  expect((await attach(intake, id)).status).toBe(200)
  expect((await reporter('GET', `/api/concerns/${id}`)).json).toMatchObject({ state: 'taken_up' })
  expect((await coordinator('GET', `/api/cases/${family}/timeline?limit=100`)).text).toBe(before.text)
  expect((await coordinator('GET', `/api/cases/${family}`)).json).toMatchObject({
    problems: (problems as { problems: string[] }).problems,
  })
  expect((await coordinator('GET', `/api/concerns/${id}`)).status).toBe(404)
  expect((await intake('GET', `/api/concerns/${id}`)).json, 'intake keeps what it answered').toMatchObject({
    id,
  })
})

test('to a closed case nothing is attached, and nobody but intake attaches', async () => {
  const id = await aConcern(['poverty'])
  expect(await attach(intake, id, idOf('teoretyczni/case'))).toMatchObject({
    status: 409,
    json: { code: 'case-is-closed' },
  })
  for (const ask of [coordinator, reporter, partner]) expect((await attach(ask, id)).status).toBe(404)
})
