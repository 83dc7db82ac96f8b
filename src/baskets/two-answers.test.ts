import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { idOf, institutionId } from '../../practice/act.ts'
import { addDays, today } from '../platform/texts/dates.ts'
import { type Ask, aPracticeApp, type PracticeApp } from '../proof/app.ts'
import { pointOf } from '../proof/asked-item.ts'

// Each service has two answers, of the institution and of the family; what has both is frozen.

const family = idOf('zmysleni/case')
const nextMonth = addDays(today(), 30)
const goal = randomUUID()
let app: PracticeApp
let coordinator: Ask
let school: Ask
let foundation: Ask
beforeAll(async () => {
  app = await aPracticeApp({ postgres: inject('postgres'), template: inject('template') })
  coordinator = (await app.as('joanna')).ask
  school = (await app.as('kamil')).ask
  foundation = (await app.as('ola')).ask
  const set = await coordinator('POST', `/api/cases/${family}/goals`, {
    body: {
      id: goal,
      domain: 'education',
      words: 'Żeby chłopcy nie marzli w szkole',
      levelNow: 2,
      target: 4,
    },
  })
  expect(set.status, set.text).toBe(200)
})
afterAll(() => app.stop())

type Item = {
  id: string
  what: string
  institutionAnswer: string | null
  familyAnswer: string
  refusalReason: string | null
  ready: boolean
  agreed: boolean
  version: number
  familyVersion: number
}
const item = async (id: string) => {
  const { items } = (await coordinator('GET', `/api/cases/${family}/basket`)).json as { items: Item[] }
  return items.find((each) => each.id === id)!
}
async function asked(what: string, more: { frequency?: string } = {}): Promise<string> {
  const id = randomUUID()
  const put = await coordinator('POST', `/api/cases/${family}/items`, {
    body: {
      id,
      goalId: goal,
      serviceKind: 'pedagogical_help',
      what,
      ...more,
      providerId: institutionId('schools'),
      request: 'Dwóch chłopców, 10 i 12 lat. Czy jest miejsce na świetlicy?',
      ask: true,
    },
  })
  expect(put.status, put.text).toBe(200)
  return id
}
const answers = async (ask: Ask, id: string, body: Record<string, unknown>) =>
  ask('POST', `/api/referral-points/${await pointOf(app.rows, id)}/answer`, { body })
const read = async (ask: Ask, id: string) => ask('GET', `/api/referrals/${await pointOf(app.rows, id)}`)
const familySays = async (id: string, answer: string, { on = today(), version = 0, by = coordinator } = {}) =>
  by('POST', `/api/cases/${family}/items/${id}/family-answer`, {
    body: { answer, how: 'in_person', on },
    headers: { 'if-match': String(version || (await item(id)).familyVersion) },
  })
const freeze = (ask = coordinator) =>
  ask('POST', `/api/cases/${family}/basket/freeze`, { body: { id: randomUUID() } })

test('a change stands beside what was asked, until it is asked anew', async () => {
  const id = await asked('Zajęcia wyrównawcze', { frequency: 'co tydzień' })
  expect(await item(id)).toMatchObject({ ours: false, askedFor: null })
  await answers(school, id, { answer: 'changed', frequency: 'co dwa tygodnie' })
  expect(await item(id)).toMatchObject({
    frequency: 'co dwa tygodnie',
    askedFor: { what: 'Zajęcia wyrównawcze', frequency: 'co tydzień', starts: null, ends: null },
  })
  expect((await coordinator('POST', `/api/cases/${family}/items/${id}/ask`)).status).toBe(200)
  expect(await item(id)).toMatchObject({ institutionAnswer: null, askedFor: null })
})

test('who of the family answered is named, if anybody says, and is somebody of it', async () => {
  const id = await asked('Obóz zimowy')
  const igor = idOf('zmysleni/person/igor')
  const version = (await item(id)).familyVersion
  const says = (saidBy: string[]) =>
    coordinator('POST', `/api/cases/${family}/items/${id}/family-answer`, {
      body: { answer: 'yes', how: 'phone', on: today(), saidBy },
      headers: { 'if-match': String(version) },
    })
  expect((await says([idOf('probni/person/karolina')])).json).toMatchObject({ code: 'said-by-somebody-else' })
  expect((await says([igor])).status).toBe(200)
  expect(await item(id)).toMatchObject({
    familyAnswer: 'yes',
    familyAnsweredHow: 'phone',
    familySaidBy: [{ id: igor, name: 'Igor' }],
  })
})

test('marks that were typed around a family’s words are not doubled', async () => {
  const id = randomUUID()
  await coordinator('POST', `/api/cases/${family}/goals`, {
    body: { id, domain: 'housing', words: '„Na opał zabraknie w grudniu.”' },
  })
  const { goals } = (await coordinator('GET', `/api/cases/${family}/basket`)).json as {
    goals: { id: string; words: string }[]
  }
  expect(goals.find((each) => each.id === id)!.words).toBe('Na opał zabraknie w grudniu.')
})

test('whoever reads the family’s file is told whose question it is, and nobody else', async () => {
  const id = await asked('Dojazd')
  const [{ household }, { inCase }] = (
    await Promise.all([school('GET', `/api/cases/${family}`), read(school, id)])
  ).map(({ json }) => json) as [
    { household: { label: string } | null },
    { inCase: { family: string | null } },
  ]
  expect(household?.label ?? null).toBe(inCase.family)
  // The foundation is on the team, and the father took its consent back.
  const theirs = randomUUID()
  await coordinator('POST', `/api/cases/${family}/items`, {
    body: {
      id: theirs,
      goalId: goal,
      serviceKind: 'homework_help',
      what: 'Odrabianie lekcji',
      providerId: institutionId('foundation'),
      ask: true,
    },
  })
  expect((await read(foundation, theirs)).json).toMatchObject({ inCase: { family: null } })
})

test('the asked institution reads the request alone, and answers it once', async () => {
  const id = await asked('Świetlica')
  const { text } = await read(school, id)
  expect(text).toContain('Dwóch chłopców, 10 i 12 lat.')
  expect(text).not.toMatch(/Zmyślon|Igor|Oksa/)
  expect((await answers(school, id, { answer: 'accepted', words: 'Od poniedziałku.' })).status).toBe(200)
  expect((await answers(school, id, { answer: 'accepted' })).json).toMatchObject({
    code: 'point-already-answered',
  })
  expect(await item(id)).toMatchObject({ institutionAnswer: 'accepted', ready: false })
})

test('who was not asked does not answer, and is not told that there is something to answer', async () => {
  const id = await asked('Ciepły posiłek')
  for (const ask of [foundation, coordinator])
    expect((await answers(ask, id, { answer: 'accepted' })).status).toBe(404)
  expect((await read(foundation, id)).status).toBe(404)
})

test('a refusal has a reason, in words where the reason needs them, and the coordinator reads it', async () => {
  const id = await asked('Korepetycje')
  expect((await answers(school, id, { answer: 'declined' })).status).toBe(400)
  expect((await answers(school, id, { answer: 'declined', reason: 'made_up' })).json).toMatchObject({
    code: 'unknown-reason',
  })
  expect((await answers(school, id, { answer: 'declined', reason: 'no_capacity' })).status).toBe(200)
  expect(await item(id)).toMatchObject({ institutionAnswer: 'declined', refusalReason: 'no_capacity' })
})

test('the family’s answer is recorded with how and when it was given, from the version that was seen', async () => {
  const id = await asked('Wycieczka')
  const seen = (await item(id)).familyVersion
  expect((await familySays(id, 'later')).status).toBe(200)
  expect((await familySays(id, 'yes', { version: seen })).json).toMatchObject({ code: 'changed-meanwhile' })
  expect((await familySays(id, 'yes', { on: nextMonth })).json).toMatchObject({ code: 'in-the-future' })
  expect((await familySays(id, 'yes', { by: foundation })).status).toBe(404)
  expect(await item(id)).toMatchObject({ familyAnswer: 'later' })
})

test('a provider does not say yes to its own offer in the family’s name', async () => {
  const id = await asked('Zajęcia sportowe')
  expect((await familySays(id, 'yes', { by: school })).status).toBe(404)
})

test('a changed part is a new offer: what the family said to the earlier one does not bind it', async () => {
  const id = await asked('Świetlica, 5 popołudni')
  await familySays(id, 'yes')
  const changed = await answers(school, id, { answer: 'changed', what: 'Świetlica, 3 popołudnia' })
  expect(changed.status, changed.text).toBe(200)
  expect(await item(id)).toMatchObject({
    what: 'Świetlica, 3 popołudnia',
    familyAnswer: 'not_yet',
    ready: false,
  })
})

test('what both said yes to is frozen by the coordinator; the rest goes on', async () => {
  expect((await freeze()).json).toMatchObject({ code: 'nothing-ready' })
  const id = await asked('Opał do pieca')
  await answers(school, id, { answer: 'accepted' })
  await familySays(id, 'yes')
  expect(await item(id)).toMatchObject({ ready: true, agreed: false })
  expect((await freeze(school)).status).toBe(404)
  expect((await freeze()).status).toBe(200)
  expect(await item(id), 'nothing of it is left to be agreed').toMatchObject({ agreed: true })
  const { versions, items } = (await coordinator('GET', `/api/cases/${family}/basket`)).json as {
    versions: { no: number; items: number }[]
    items: Item[]
  }
  expect(versions).toMatchObject([{ no: 1, items: 1 }])
  expect(items.length).toBeGreaterThan(1)
})

test('a frozen version does not change when its item is worded anew; the new wording is asked anew', async () => {
  const { items } = (await coordinator('GET', `/api/cases/${family}/basket`)).json as { items: Item[] }
  const frozen = items.find(({ what }) => what === 'Opał do pieca')!
  const changed = await coordinator('PATCH', `/api/cases/${family}/items/${frozen.id}`, {
    body: {
      serviceKind: 'pedagogical_help',
      what: 'Opał na całą zimę',
      providerId: institutionId('schools'),
    },
    headers: { 'if-match': String(frozen.version) },
  })
  expect(changed.status, changed.text).toBe(200)
  expect(await item(frozen.id)).toMatchObject({
    institutionAnswer: null,
    familyAnswer: 'not_yet',
    agreed: false,
  })
  const [kept] = await app.rows<{ what: string }>('select what from baskets.frozen_item where item_id = $1', [
    frozen.id,
  ])
  expect(kept).toEqual({ what: 'Opał do pieca' })
})

test('what the family says in one talk is written down for each service, or for none when one changed meanwhile', async () => {
  const [first, second] = [await asked('Świetlica'), await asked('Obiady')]
  const inOneTalk = (versions: number[]) =>
    coordinator('POST', `/api/cases/${family}/family-answers`, {
      body: {
        how: 'meeting',
        on: today(),
        answers: [
          { itemId: first, version: versions[0], answer: 'yes' },
          { itemId: second, version: versions[1], answer: 'no' },
        ],
      },
    })
  const versions = [(await item(first)).familyVersion, (await item(second)).familyVersion]
  expect((await inOneTalk([versions[0]!, versions[1]! + 1])).status).toBe(409)
  expect((await item(first)).familyVersion).toBe(versions[0])
  expect((await inOneTalk(versions)).status).toBe(200)
  const said = await app.rows(
    'select family_answer as said from baskets.item where id = any ($1::uuid[]) order by 1',
    [[first, second]],
  )
  expect(said).toEqual([{ said: 'no' }, { said: 'yes' }])
})

test('an institution that says yes meanwhile does not send the family’s answer back; one that changes the offer does', async () => {
  const id = await asked('Zajęcia z robotyki')
  const heard = (await item(id)).familyVersion
  expect((await answers(school, id, { answer: 'accepted' })).status).toBe(200)
  expect((await familySays(id, 'yes', { version: heard })).status).toBe(200)

  const other = await asked('Zajęcia plastyczne')
  const heardFirst = (await item(other)).familyVersion
  await answers(school, other, { answer: 'changed', what: 'Zajęcia muzyczne' })
  expect((await familySays(other, 'yes', { version: heardFirst })).json).toMatchObject({
    code: 'changed-meanwhile',
  })
})
