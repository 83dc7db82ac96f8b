import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest'
import { idOf } from '../../practice/act.ts'
import { addDays, today } from '../platform/texts/dates.ts'
import { type Ask, aPracticeApp, type PracticeApp } from '../proof/app.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

// What happens with an approved contract: actions are evaluated, reviews are held, it ends. The practice family Próbni
// has one; Joanna coordinates, Magda (school) and Paweł (the centre's assistant) are on the team.

const family = idOf('probni/case')
const contractId = idOf('probni/contract')
const path = `/api/cases/${family}`
let app: PracticeApp
let joanna: Ask
let pawel: Ask
let magda: Ask

beforeAll(async () => {
  app = await aPracticeApp({ postgres: inject('postgres'), template: inject('template') })
  joanna = (await app.as('joanna')).ask
  pawel = (await app.as('pawel')).ask
  magda = (await app.as('magda')).ask
})
afterAll(() => app.stop())

type Seen = {
  contracts: {
    id: string
    state: string
    endedBecause: string | null
    actions: { itemId: string; evaluations: { result: string; what: string | null }[] }[]
  }[]
  reviews: { id: string; due: string; heldOn: string | null }[]
}
const seen = async () => (await joanna('GET', `${path}/contracts`)).json as Seen
const contract = async () => (await seen()).contracts.find(({ id }) => id === contractId)!
const phase = async () => ((await joanna('GET', `${path}/standing`)).json as { phase: string }).phase
const budget = idOf('probni/item/budget')
const evaluate = (ask: Ask, more: object = {}) =>
  ask('POST', `${path}/contracts/${contractId}/evaluations`, {
    body: { id: randomUUID(), itemId: budget, result: 'partly_done', on: today(), ...more },
  })
const hold = (ask: Ask, review: string, more: object = {}) =>
  ask('POST', `${path}/reviews/${review}`, {
    body: { heldOn: today(), summary: 'Jest spokojniej.', ...more },
  })

describe('an action is evaluated', () => {
  test('once a day, and what came of it goes back into the contract', async () => {
    const said = await evaluate(joanna, { what: 'Zeszyt wydatków jest prowadzony.' })
    expect(said.status, said.text).toBe(200)
    expect((await evaluate(joanna)).json).toMatchObject({ code: 'evaluated-that-day' })
    const { actions } = await contract()
    expect(actions.find(({ itemId }) => itemId === budget)!.evaluations).toMatchObject([
      { result: 'partly_done', what: 'Zeszyt wydatków jest prowadzony.' },
    ])
  })
  test('not on a day that has not come', async () => {
    expect((await evaluate(joanna, { on: addDays(today(), 1) })).json).toMatchObject({
      code: 'in-the-future',
    })
  })
})

describe('a service of a partner', () => {
  type Ours = {
    services: { itemId: string; starts: string; state: string | null; words: string | null }[]
    standing: { from: string }
  }
  const ours = async (ask: Ask) => (await ask('GET', `${path}/our-services`)).json as Ours
  const report = (ask: Ask, itemId: string, body: object) =>
    ask('POST', `${path}/our-services/${itemId}/progress`, { body: { id: randomUUID(), ...body } })

  test('is told of by its institution alone; the last word counts, and the coordinator reads it', async () => {
    const { services, standing } = await ours(magda)
    const [service] = services
    // It was to begin earlier, when there was no contract yet.
    expect(service!.starts).toBe(standing.from)
    for (const said of [{ state: 'begun' }, { state: 'not_happened', words: 'Tymek był chory.' }]) {
      const told = await report(magda, service!.itemId, said)
      expect(told.status, told.text).toBe(200)
    }
    expect((await ours(magda)).services[0]).toMatchObject({
      itemId: service!.itemId,
      state: 'not_happened',
      words: 'Tymek był chory.',
    })
    expect((await report(joanna, service!.itemId, { state: 'finished' })).status).toBe(404)
    const told = await joanna('GET', `${path}/timeline`)
    expect(told.text).toContain('service.not-happened')
  })
})

describe('a service that did not happen', () => {
  const itemId = idOf('probni/item/psychologist')
  const says = async (words: string) => {
    const said = await magda('POST', `${path}/our-services/${itemId}/progress`, {
      body: { id: randomUUID(), state: 'not_happened', words },
    })
    expect(said.status, said.text).toBe(200)
  }
  const told = async (ask: Ask) => (await ask('GET', `${path}/timeline`)).text
  test('is told with the reason to who works with the family, and not to who may not read of it', async () => {
    await says('Psycholożka jest na zwolnieniu.')
    for (const ask of [joanna, pawel]) expect(await told(ask)).toContain('jest na zwolnieniu')
    expect(await told((await app.as('nina')).ask)).not.toContain('jest na zwolnieniu')
  })
  test('is told also while other words of it are prepared for the next contract', async () => {
    const { items } = (await joanna('GET', `${path}/basket`)).json as {
      items: { id: string; serviceKind: string; provider: { id: string }; version: number }[]
    }
    const { serviceKind, provider, version } = items.find(({ id }) => id === itemId)!
    const changed = await joanna('PATCH', `${path}/items/${itemId}`, {
      body: { serviceKind, providerId: provider.id, what: 'Rozmowy co dwa tygodnie' },
      headers: { 'if-match': `"${version}"` },
    })
    expect(changed.status, changed.text).toBe(200)
    await says('Nie ma zastępstwa.')
    expect(await told(joanna)).toContain('Nie ma zastępstwa.')
  })
})

describe('a review', () => {
  test('is held once, and the next one is planned with it', async () => {
    const [first] = (await seen()).reviews
    const nextId = randomUUID()
    expect(
      (await hold(joanna, first!.id, { heldOn: addDays(today(), 1) })).json,
      'not before it happened',
    ).toMatchObject({ code: 'in-the-future' })
    const held = await hold(joanna, first!.id, { nextId, nextOn: addDays(today(), 80) })
    expect(held.status, held.text).toBe(200)
    expect((await hold(joanna, first!.id)).json).toMatchObject({ code: 'review-already-held' })
    expect(
      (await seen()).reviews.toSorted((a, b) => Number(a.heldOn === null) - Number(b.heldOn === null)),
    ).toMatchObject([
      { id: first!.id, heldOn: today() },
      { id: nextId, heldOn: null, due: addDays(today(), 80) },
    ])
    const ours = (await magda('GET', `${path}/our-services`)).json
    expect(ours, 'to a partner the next one, not the one that was held').toMatchObject({
      standing: { reviewOn: addDays(today(), 80) },
    })
    expect(await phase()).toBe('realisation')
  })
  test('that is near turns the work to its evaluation', async () => {
    const [open] = (await seen()).reviews.filter(({ heldOn }) => heldOn === null)
    await hold(joanna, open!.id, { nextId: randomUUID(), nextOn: addDays(today(), 10) })
    expect(await phase()).toBe('evaluation')
  })
})

describe('a review that was left out', () => {
  const plan = (due: string, ask = joanna) =>
    ask('POST', `${path}/contracts/${contractId}/reviews`, { body: { id: randomUUID(), due } })
  test('is planned later, by the coordinator, while none waits', async () => {
    expect((await plan(addDays(today(), 20))).json).toMatchObject({ code: 'review-already-planned' })
    const [open] = (await seen()).reviews.filter(({ heldOn }) => heldOn === null)
    await hold(joanna, open!.id)
    expect((await plan(addDays(today(), -1))).json).toMatchObject({ code: 'in-the-past' })
    expect((await plan(addDays(today(), 900))).json).toMatchObject({ code: 'review-outside' })
    expect((await plan(addDays(today(), 20), pawel)).status).toBe(404)
    const due = addDays(today(), 20)
    const planned = await plan(due)
    expect(planned.status, planned.text).toBe(200)
    expect((await seen()).reviews.filter(({ heldOn }) => heldOn === null)).toMatchObject([{ due }])
    expect((await magda('GET', `${path}/our-services`)).json).toMatchObject({ standing: { reviewOn: due } })
  })
})

describe('a contract', () => {
  test('is read by a partner no further than consents reach, and is not theirs to end', async () => {
    expect((await magda('GET', `${path}/contracts`)).text).not.toContain('Trzy pożyczki')
    const ended = await magda('POST', `${path}/contracts/${contractId}/end`, { body: { because: 'Koniec.' } })
    expect(ended.status).toBe(404)
    expect((await contract()).state).toBe('approved')
  })
  test('ends before its time with the reason; then nothing in it is evaluated any more', async () => {
    expect(
      (await pawel('POST', `${path}/contracts/${contractId}/end`, { body: { because: 'Koniec.' } })).status,
      'by the coordinator alone',
    ).toBe(404)
    const because = 'Rodzina wyprowadza się do innej gminy.'
    expect((await joanna('POST', `${path}/contracts/${contractId}/end`, { body: { because } })).status).toBe(
      200,
    )
    expect(await contract()).toMatchObject({ state: 'ended', endedBecause: because })
    expect((await evaluate(joanna, { itemId: idOf('probni/item/respite') })).json).toMatchObject({
      code: 'contract-not-in-force',
    })
    expect(await phase()).toBe('evaluation')
  })
})
