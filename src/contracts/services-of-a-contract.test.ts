import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest'
import { idOf, institutionId, workerId } from '../../practice/act.ts'
import { addDays, today } from '../platform/texts/dates.ts'
import { type Ask, aPracticeApp, type PracticeApp } from '../proof/app.ts'
import { pointOf } from '../proof/asked-item.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

// A contract that the head sent back because of a service, not of its words: the service is changed in the basket, agreed
// anew, and the same contract takes it. Then who does one of its services, and is on no team, says how it goes.

const family = idOf('probni/case')
const path = `/api/cases/${family}`
const budget = idOf('probni/item/budget')
const contractId = randomUUID()
const pottery = randomUUID()
let app: PracticeApp
let joanna: Ask
let danuta: Ask
let wanda: Ask

beforeAll(async () => {
  app = await aPracticeApp({ postgres: inject('postgres'), template: inject('template') })
  joanna = (await app.as('joanna')).ask
  danuta = (await app.as('danuta')).ask
  wanda = (await app.as('wanda')).ask
})
afterAll(() => app.stop())

type Contract = {
  id: string
  state: string
  version: number
  number: string
  causes: string
  sentBack: { reason: string } | null
  signatures: { id: string; part: string; signedOn: string | null }[]
  actions: { itemId: string; what: string }[]
}
const overview = async () =>
  (await joanna('GET', `${path}/contracts`)).json as {
    contracts: Contract[]
    freshVersion: { id: string; no: number } | null
  }
const contract = async () => (await overview()).contracts.find(({ id }) => id === contractId)!
const deed = async (what: string, body: object = {}) =>
  joanna('POST', `${path}/contracts/${contractId}/${what}`, {
    body,
    headers: { 'if-match': String((await contract()).version) },
  })
async function done(answer: ReturnType<Ask>) {
  const { status, text } = await answer
  expect(status, text).toBe(200)
}
async function printedAndSigned() {
  await done(deed('print', { fileId: randomUUID() }))
  for (const { id, part } of (await contract()).signatures)
    await done(
      joanna('POST', `${path}/contracts/${contractId}/signatures/${id}`, {
        body: { on: today(), how: part === 'social_worker' ? 'in_app' : 'paper' },
      }),
    )
  expect((await contract()).state).toBe('signed')
}
const ours = (ask: Ask) => ask('GET', `${path}/our-services`)
const said = async () => (await contract()).actions.find(({ itemId }) => itemId === budget)!.what

test('a service that the head named is changed in the basket, and the contract that came back takes it', async () => {
  await done(
    joanna('POST', `${path}/contracts`, {
      body: {
        id: contractId,
        planId: randomUUID(),
        versionId: idOf('probni/version/v1'),
        type: 'A',
        amendsId: idOf('probni/contract'),
        socialWorkerId: workerId('joanna'),
        from: today(),
        to: addDays(today(), 120),
        reviewOn: addDays(today(), 60),
        causes: 'Trzy pożyczki.',
        possibilities: 'Rodzice są zgodni.',
        mainGoal: 'Spokojny dom.',
        saidNothing: ['limits', 'barriers', 'effects'],
        signatories: [{ id: randomUUID(), personId: idOf('probni/person/karolina'), part: 'person' }],
      },
    }),
  )
  await printedAndSigned()
  const reason = 'Asystent ma przychodzić dwa razy w tygodniu.'
  await done(
    danuta('POST', `/api/contracts/${contractId}/send-back`, {
      body: { id: randomUUID(), reason },
      headers: { 'if-match': String((await contract()).version) },
    }),
  )

  // In the basket: changed, so that everybody is asked anew; agreed, and frozen as the next version.
  const { items } = (await joanna('GET', `${path}/basket`)).json as {
    items: { id: string; goalId: string; serviceKind: string; provider: { id: string }; version: number }[]
  }
  const { serviceKind, provider, version } = items.find(({ id }) => id === budget)!
  const what = 'Budżet domowy dwa razy w tygodniu'
  await done(
    joanna('PATCH', `${path}/items/${budget}`, {
      body: { serviceKind, providerId: provider.id, what, ask: true },
      headers: { 'if-match': String(version) },
    }),
  )
  await done(
    joanna('POST', `${path}/items`, {
      body: {
        id: pottery,
        goalId: items.find(({ id }) => id === budget)!.goalId,
        serviceKind: 'culture_activity',
        what: 'Ceramika dla Oliwii, żeby odpoczęła od domu',
        providerId: institutionId('culture'),
        request: 'Dziewczynka, 14 lat: zajęcia raz w tygodniu.',
        ask: true,
      },
    }),
  )
  const point = await pointOf(app.rows, pottery)
  await done(wanda('POST', `/api/referral-points/${point}/answer`, { body: { answer: 'accepted' } }))
  for (const id of [budget, pottery]) {
    const { items } = (await joanna('GET', `${path}/basket`)).json as {
      items: { id: string; familyVersion: number }[]
    }
    await done(
      joanna('POST', `${path}/items/${id}/family-answer`, {
        body: { answer: 'yes', how: 'in_person', on: today() },
        headers: { 'if-match': String(items.find((each) => each.id === id)!.familyVersion) },
      }),
    )
  }
  expect((await ours(wanda)).json, 'she took it on, and no contract stands yet').toMatchObject({
    services: [],
  })
  await done(joanna('POST', `${path}/basket/freeze`, { body: { id: randomUUID() } }))

  expect(await said()).not.toBe(what)
  const { freshVersion } = await overview()
  await done(deed('take-basket', { planId: randomUUID(), versionId: freshVersion!.id }))
  expect(await said()).toBe(what)
  expect(await contract(), 'its words stay, and why it came back until it is printed anew').toMatchObject({
    causes: 'Trzy pożyczki.',
    sentBack: { reason },
    state: 'draft',
  })
  expect((await overview()).freshVersion).toBeNull()
  await printedAndSigned()
  await done(
    danuta('POST', `/api/contracts/${contractId}/approve`, {
      headers: { 'if-match': String((await contract()).version) },
    }),
  )
  expect(await contract()).toMatchObject({ state: 'approved', sentBack: null })
})

test('what was printed takes no other basket', async () => {
  const { json } = await deed('take-basket', { planId: randomUUID(), versionId: idOf('probni/version/v1') })
  expect(json).toMatchObject({ code: 'contract-already-printed' })
})

describe('an institution that is on no team and does a service of a contract in force', () => {
  const report = (ask: Ask, body: object) =>
    ask('POST', `${path}/our-services/${pottery}/progress`, { body: { id: randomUUID(), ...body } })

  test('reads what it was asked, and neither the exact words nor anything of the family', async () => {
    const { status, json, text } = await ours(wanda)
    expect(status, text).toBe(200)
    expect(json).toMatchObject({
      standing: null,
      services: [{ itemId: pottery, request: 'Dziewczynka, 14 lat: zajęcia raz w tygodniu.', state: null }],
    })
    expect(text).not.toContain('Oliwi')
    const page = await wanda('GET', path)
    expect(page.status).toBe(200)
    expect(page.text).not.toMatch(/Prób|Węgleszyn/)
    for (const closed of ['contracts', 'basket', 'household'])
      expect((await wanda('GET', `${path}/${closed}`)).text).not.toMatch(/Prób|Oliwi|Trzy pożyczki/)
    expect((await wanda('GET', '/api/day')).text).toContain(pottery)
  })
  test('says how it goes, and it stands beside the action of the contract and on the timeline', async () => {
    await done(report(wanda, { state: 'not_happened', words: 'Grupa jest pełna do stycznia.' }))
    expect((await ours(wanda)).json).toMatchObject({ services: [{ state: 'not_happened' }] })
    expect((await contract()).actions.find(({ itemId }) => itemId === pottery)).toMatchObject({
      progress: { state: 'not_happened', words: 'Grupa jest pełna do stycznia.', on: today() },
    })
    expect((await joanna('GET', `${path}/timeline`)).text).toContain('Grupa jest pełna do stycznia.')
  })
  test('cannot answer its question a second time by that', async () => {
    const again = await wanda('POST', `/api/referral-points/${await pointOf(app.rows, pottery)}/answer`, {
      body: { answer: 'declined', reason: 'no_capacity' },
    })
    expect(again.json).toMatchObject({ code: 'point-already-answered' })
  })
  test('does not learn from what it reported itself which family it is; who works with the family does', async () => {
    const magda = (await app.as('magda')).ask
    for (const [ask, caseId] of [
      [wanda, null],
      [magda, family],
    ] as const) {
      const id = randomUUID()
      await done(
        ask('POST', '/api/concerns', {
          body: {
            id,
            partnershipId: idOf('partnership/oksa'),
            who: 'Pani Karolina z Oksy',
            worries: ['debt'],
            what: 'Dziewczynka przychodzi bez kurtki.',
            urgency: 'within_days',
            familyKnows: 'no',
          },
        }),
      )
      await done(joanna('POST', `/api/concerns/${id}/attach`, { body: { caseId: family } }))
      const { items } = (await ask('GET', '/api/concerns/mine')).json as { items: { id: string }[] }
      expect(items.find((each) => each.id === id)).toMatchObject({ state: 'taken_up', caseId })
      expect((await ask('GET', `/api/concerns/${id}`)).json).toMatchObject({ caseId })
    }
  })
  test('does not learn since when the case is open: at that instant a report of its own was taken up', async () => {
    const told = async (ask: Ask) => {
      const { openedAt } = (await ask('GET', path)).json as { openedAt: string | null }
      const { items } = (await ask('GET', '/api/cases?limit=50')).json as {
        items: { id: string; openedAt: string | null }[]
      }
      const timeline = (await ask('GET', `${path}/timeline?limit=100`)).json as { items: { verb: string }[] }
      return {
        page: openedAt,
        list: items.find(({ id }) => id === family)!.openedAt,
        entries: timeline.items.filter(({ verb }) => /^(case|coordinator)\./.test(verb)).length,
      }
    }
    const nothing = { page: null, list: null, entries: 0 }
    expect(await told(wanda)).toEqual(nothing)
    const { next } = (await wanda('GET', '/api/cases?limit=1')).json as { next: string }
    expect(next, 'nor by the key of a page').toMatch(/^1970-/)
    const magda = await told((await app.as('magda')).ask)
    expect(magda).toMatchObject({ page: expect.any(String), list: magda.page })
    expect(magda.entries).toBeGreaterThan(0)
  })
  test('nobody of another one says anything, on the team or not', async () => {
    for (const other of ['zofia', 'magda']) {
      const { ask } = await app.as(other)
      expect((await report(ask, { state: 'begun' })).status).toBe(404)
    }
  })
  test('may say how it went for two weeks after the last day of the contract', async () => {
    const asOf = async (lastDay: string) => {
      // What was signed does not change; here time goes by.
      await app.rows('alter table contracts.social_contract disable trigger moves_on')
      await app.rows(
        `update contracts.social_contract set planned = daterange($2, $3, '[]'), approved_at = now() - interval '60 days' where id = $1`,
        [contractId, addDays(today(), -60), lastDay],
      )
      await app.rows('alter table contracts.social_contract enable trigger moves_on')
      await app.rows(
        `update referrals.point set asked_at = now() - interval '70 days', answered_at = now() - interval '65 days'
         where id = (select point_id from baskets.item where id = $1)`,
        [pottery],
      )
      return (await ours(wanda)).status
    }
    const planned = await app.rows<{ to: string }>(
      `select (upper(planned) - 1)::text as "to" from contracts.social_contract where id = $1`,
      [contractId],
    )
    expect(await asOf(addDays(today(), -15))).toBe(404)
    expect(await asOf(addDays(today(), -14))).toBe(200)
    expect(await asOf(planned[0]!.to)).toBe(200)
  })
  test('sees nothing any more once the contract has ended', async () => {
    await done(joanna('POST', `${path}/contracts/${contractId}/end`, { body: { because: 'Wyprowadzka.' } }))
    expect((await ours(wanda)).status).toBe(404)
    expect((await wanda('GET', path)).status).toBe(404)
    expect((await report(wanda, { state: 'finished' })).status).toBe(404)
  })
})
