import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { idOf, institutionId } from '../../practice/act.ts'
import { addDays, today } from '../platform/texts/dates.ts'
import { type Ask, aPracticeApp, type PracticeApp } from '../proof/app.ts'

// The practice family Próbni: Magda of the school is on the team with consents of Karolina and of Kacper. What nobody
// wrote a name on may be about the others as well: it opens with the last consent, and closes when somebody moves in.

const family = `/api/cases/${idOf('probni/case')}`
const household = idOf('probni/household')
let app: PracticeApp
let joanna: Ask
let magda: Ask
const note = randomUUID()
beforeAll(async () => {
  app = await aPracticeApp({ postgres: inject('postgres'), template: inject('template') })
  joanna = (await app.as('joanna')).ask
  magda = (await app.as('magda')).ask
  const written = {
    id: note,
    kind: 'home_visit',
    happenedAt: '2026-11-20T10:00:00Z',
    what: 'Pan Mirosław szuka pracy.',
  }
  await joanna('POST', `${family}/contacts`, { body: { ...written, open: true } })
})
afterAll(() => app.stop())

const consent = async (personId: string, more: object = {}) => {
  const answered = await joanna('POST', `${family}/bases`, {
    body: {
      id: randomUUID(),
      personId,
      to: institutionId('school'),
      rule: 'consent',
      classes: ['file'],
      purpose: 'wspólna praca',
      since: today(),
      until: addDays(today(), 100),
      form: 'paper_signed',
      signedBy: [personId],
      ...more,
    },
  })
  expect(answered.status, answered.text).toBe(200)
}
const peopleSeen = async () =>
  (
    (await magda('GET', `/api/households/${household}`)).json as { people: { givenName: string }[] }
  ).people.map(({ givenName }) => givenName)
const seesNote = async () => (await magda('GET', `${family}/contacts`)).text.includes(note)
const seesGoals = async () =>
  ((await magda('GET', `${family}/basket`)).json as { goals: unknown[] }).goals.length > 0

test('the consents of two open these two, and nothing that may be about the others', async () => {
  expect((await peopleSeen()).sort()).toEqual(['Kacper', 'Karolina'])
  expect(await seesNote()).toBe(false)
  expect(await seesGoals()).toBe(false)
})

test('with a consent of everybody what is shared and what the centre opened is open too', async () => {
  await consent(idOf('probni/person/miroslaw'))
  expect(await seesNote()).toBe(false)
  const rest = await app.rows<{ id: string; child: boolean }>(
    `select p.id, consents.is_child(p.id) as child from households.member m join households.person p on p.id = m.person_id
     where m.household_id = $1 and p.given_name not in ('Karolina', 'Kacper', 'Mirosław')`,
    [household],
  )
  for (const { id, child } of rest)
    await consent(
      id,
      child ? { signedBy: [idOf('probni/person/karolina'), idOf('probni/person/miroslaw')] } : {},
    )
  expect(await seesNote()).toBe(true)
  expect(await seesGoals()).toBe(true)
})

test('whoever moves in changes no older fact; what is written from then on is about them too', async () => {
  const personId = randomUUID()
  const person = {
    memberId: randomUUID(),
    personId,
    givenName: 'Nowa',
    familyName: 'Próbna',
    birthYear: 1970,
  }
  expect((await joanna('POST', `/api/households/${household}/people`, { body: person })).status).toBe(200)
  expect(await seesNote()).toBe(true)
  expect(await seesGoals()).toBe(true)
  expect(await peopleSeen()).toContain('Karolina')
  const since = randomUUID()
  await joanna('POST', `${family}/contacts`, {
    body: {
      id: since,
      kind: 'home_visit',
      happenedAt: '2026-11-21T10:00:00Z',
      what: 'Nowa ciocia pomaga.',
      open: true,
    },
  })
  const seesSince = async () => (await magda('GET', `${family}/contacts`)).text.includes(since)
  expect(await seesSince()).toBe(false)
  await consent(personId)
  expect(await seesSince()).toBe(true)
})
