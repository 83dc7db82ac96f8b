import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { idOf, workerId } from '../../practice/act.ts'
import { type Ask, aPracticeApp, type PracticeApp } from '../proof/app.ts'

// A case opened by mistake is voided; a note written by mistake too.

let app: PracticeApp
let joanna: Ask
let danuta: Ask
let magda: Ask
beforeAll(async () => {
  app = await aPracticeApp({ postgres: inject('postgres'), template: inject('template') })
  for (const key of ['joanna', 'danuta', 'magda'] as const) {
    const { ask } = await app.as(key)
    if (key === 'joanna') joanna = ask
    else if (key === 'danuta') danuta = ask
    else magda = ask
  }
})
afterAll(() => app.stop())

async function aConcern(worries = ['poverty']): Promise<string> {
  const { json } = await magda('POST', '/api/concerns', {
    body: {
      id: randomUUID(),
      partnershipId: idOf('partnership/oksa'),
      who: 'Rodzina Omyłkowa',
      worries,
      what: 'Nie starcza do końca miesiąca.',
      urgency: 'can_wait',
      familyKnows: 'yes',
    },
  })
  return (json as { id: string }).id
}

/** Taken up by Joanna, who is on duty, about a household of its own. */
async function takenUp(concernId: string): Promise<string> {
  const caseId = randomUUID()
  const { status, text } = await joanna('POST', `/api/concerns/${concernId}/take-up`, {
    body: {
      caseId,
      household: { id: randomUUID(), label: 'Omyłkowi' },
      people: [
        {
          memberId: randomUUID(),
          personId: randomUUID(),
          givenName: 'Olga',
          familyName: 'Omyłkowa',
          birthYear: 1980,
        },
      ],
    },
  })
  expect(status, text).toBe(200)
  return caseId
}

const voids = (ask: Ask, caseId: string) =>
  ask('POST', `/api/cases/${caseId}/void`, { body: { because: 'To zgłoszenie o innej rodzinie.' } })
const stateFor = async (ask: Ask, concernId: string) =>
  ((await ask('GET', `/api/concerns/${concernId}`)).json as { state?: string }).state

test('who opened a case by mistake voids it: it is gone for everybody, and its concern waits for an answer again', async () => {
  const concernId = await aConcern()
  const caseId = await takenUp(concernId)
  await danuta('POST', `/api/cases/${caseId}/coordinator`, {
    body: { id: randomUUID(), workerId: workerId('pawel') },
  })
  expect(await stateFor(magda, concernId)).toBe('taken_up')
  expect((await joanna('GET', `/api/cases/${caseId}`)).json).toMatchObject({
    may: expect.arrayContaining(['void']),
  })

  expect((await voids(joanna, caseId)).status).toBe(200)

  for (const key of ['joanna', 'danuta', 'pawel']) {
    const { ask } = await app.as(key)
    expect((await ask('GET', `/api/cases/${caseId}`)).status, key).toBe(404)
    expect((await ask('GET', '/api/cases?show=all&limit=100')).text, key).not.toContain(caseId)
    expect((await ask('GET', '/api/search?q=Omyłkow')).text, key).not.toContain('Omyłkowi')
  }
  expect(await stateFor(magda, concernId)).toBe('new')
  expect((await joanna('GET', '/api/concerns/intake')).text).toContain(concernId)
  const deeds = (await joanna('GET', '/api/my-looks/deeds')).json as { items: { verb: string }[] }
  expect(deeds.items[0]).toMatchObject({ verb: 'case.voided', caseId: null })
})

test('afterwards the concern is answered rightly, and a new case about the same people may be opened', async () => {
  const concernId = await aConcern()
  const mistaken = await takenUp(concernId)
  const [{ household, person }] = (await app.rows<{ household: string; person: string }>(
    'select c.household_id as household, m.person_id as person from cases."case" c join households.member m using (household_id) where c.id = $1',
    [mistaken],
  )) as [{ household: string; person: string }]
  await voids(joanna, mistaken)
  const found = await joanna('POST', `/api/concerns/${concernId}/people-search`, {
    body: { name: 'Olga Omyłkowa' },
  })
  expect(found.json).toContainEqual(expect.objectContaining({ personId: person, openCase: null }))
  const { status } = await joanna('POST', `/api/concerns/${concernId}/take-up`, {
    body: { caseId: randomUUID(), household: { id: household, label: 'Omyłkowi', known: true }, people: [] },
  })
  expect(status).toBe(200)
  expect(await stateFor(magda, concernId)).toBe('taken_up')
})

test('a case that somebody of another institution works in is not voided, and its page does not offer it', async () => {
  const caseId = await takenUp(await aConcern())
  await danuta('POST', `/api/cases/${caseId}/coordinator`, {
    body: { id: randomUUID(), workerId: workerId('joanna') },
  })
  const invitation = randomUUID()
  await joanna('POST', `/api/cases/${caseId}/team`, {
    body: { people: [{ id: invitation, workerId: workerId('magda') }] },
  })
  await magda('POST', `/api/invitations/${invitation}/answer`, { body: { answer: 'accepted' } })
  expect(await voids(joanna, caseId)).toMatchObject({ status: 409, json: { code: 'others-rely-on-it' } })
  const { may } = (await joanna('GET', `/api/cases/${caseId}`)).json as { may: string[] }
  expect(may).not.toContain('void')
})

test('an invitation that nobody has answered goes with the case', async () => {
  const caseId = await takenUp(await aConcern())
  await danuta('POST', `/api/cases/${caseId}/coordinator`, {
    body: { id: randomUUID(), workerId: workerId('joanna') },
  })
  const invitation = randomUUID()
  await joanna('POST', `/api/cases/${caseId}/team`, {
    body: { people: [{ id: invitation, workerId: workerId('magda') }] },
  })
  expect((await magda('GET', '/api/day')).text).toContain(invitation)
  expect((await voids(joanna, caseId)).status).toBe(200)
  expect((await magda('GET', '/api/day')).text).not.toContain(invitation)
})

test('a case whose basket was answered is closed, not voided', async () => {
  const family = idOf('fikcyjni/case')
  expect((await voids(joanna, family)).json).toMatchObject({ code: 'others-rely-on-it' })
})

test('whoever neither opened nor coordinates a case voids nothing', async () => {
  const caseId = await takenUp(await aConcern())
  for (const ask of [danuta, magda, app.nobody])
    expect((await voids(ask, caseId)).status).toBeGreaterThanOrEqual(400)
  expect((await joanna('GET', `/api/cases/${caseId}`)).status).toBe(200)
})

test('a note in the wrong file is voided by its author: nobody reads it any more, the timeline says that it went', async () => {
  const caseId = await takenUp(await aConcern())
  const id = randomUUID()
  await joanna('POST', `/api/cases/${caseId}/contacts`, {
    body: {
      id,
      kind: 'phone',
      happenedAt: new Date(Date.now() - 60_000).toISOString(),
      what: 'O innej rodzinie.',
      open: true,
    },
  })
  const { status } = await joanna('POST', `/api/cases/${caseId}/contacts/${id}/void`, {
    body: { because: 'Wpisano do złej sprawy.' },
  })
  expect(status).toBe(200)
  expect((await joanna('GET', `/api/cases/${caseId}/contacts`)).json).toMatchObject({ items: [] })
  const timeline = await joanna('GET', `/api/cases/${caseId}/timeline`)
  expect(timeline.json).toMatchObject({
    items: expect.arrayContaining([
      expect.objectContaining({
        verb: 'contact.voided',
        values: { kind: 'phone', because: 'Wpisano do złej sprawy.' },
      }),
    ]),
  })
  expect(timeline.text).not.toContain('O innej rodzinie')
})
