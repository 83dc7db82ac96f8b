import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { idOf, workerId } from '../../practice/act.ts'
import { type Ask, aPracticeApp, type PracticeApp } from '../proof/app.ts'

// The head's day begins with families that nobody coordinates.

let app: PracticeApp
let head: Ask
let intake: Ask
const caseId = randomUUID()
beforeAll(async () => {
  app = await aPracticeApp({ postgres: inject('postgres'), template: inject('template') })
  head = (await app.as('danuta')).ask
  intake = (await app.as('joanna')).ask
  const concern = randomUUID()
  await intake('POST', '/api/concerns', {
    body: {
      id: concern,
      partnershipId: idOf('partnership/oksa'),
      who: 'Rodzina Czekająca',
      worries: ['poverty'],
      what: 'Nie starcza do końca miesiąca.',
      urgency: 'can_wait',
      familyKnows: 'yes',
    },
  })
  const taken = await intake('POST', `/api/concerns/${concern}/take-up`, {
    body: { caseId, household: { id: randomUUID(), label: 'Czekający' }, people: [] },
  })
  expect(taken.status, taken.text).toBe(200)
})
afterAll(() => app.stop())

type Day = {
  waitingForMe: { kind: string; scopeId: string | null; family: string | null; code: string | null }[]
}
const day = async (ask: Ask) => (await ask('GET', '/api/day')).json as Day
const appoint = (worker: string) =>
  head('POST', `/api/cases/${caseId}/coordinator`, { body: { id: randomUUID(), workerId: workerId(worker) } })

test('a family just taken up stands first in the head’s day, by its name, for their institution leads it', async () => {
  const [first] = (await day(head)).waitingForMe
  expect(first).toMatchObject({
    kind: 'coordinator',
    scopeId: caseId,
    family: 'Czekający',
    code: expect.any(String),
  })
})

test('nobody else is asked to appoint', async () => {
  for (const key of ['joanna', 'pawel', 'nina', 'celina']) {
    const { ask } = await app.as(key)
    expect(
      (await day(ask)).waitingForMe.filter(({ kind }) => kind === 'coordinator'),
      key,
    ).toEqual([])
  }
})

test('with a coordinator it is gone; when they are excluded, it is there again', async () => {
  await appoint('pawel')
  expect((await day(head)).waitingForMe.map((each) => each.scopeId)).not.toContain(caseId)
  await head('POST', `/api/cases/${caseId}/exclusions`, {
    body: { id: randomUUID(), workerId: workerId('pawel'), kind: 'kin' },
  })
  expect((await day(head)).waitingForMe[0]).toMatchObject({ kind: 'coordinator', scopeId: caseId })
})
