import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { z } from 'zod'
import { idOf } from '../../practice/act.ts'
import { type Ask, aPracticeApp, type PracticeApp } from '../proof/app.ts'
import type { basketsContract } from './contract.ts'

// Splot proposes, the person drops and changes, and takes; what is put aside stays aside until facts change.

type Suggestion = z.output<typeof basketsContract.suggestion.answer>
type Basket = z.output<typeof basketsContract.basket.answer>

const family = idOf('probni/case')
const path = `/api/cases/${family}`
const kacper = idOf('probni/person/kacper')
let app: PracticeApp
let joanna: Ask
beforeAll(async () => {
  app = await aPracticeApp({ postgres: inject('postgres'), template: inject('template') })
  joanna = (await app.as('joanna')).ask
  // Begins with a family of whom nothing was said yet.
  await app.rows('update baskets.need set dropped_at = now() where scope_id = $1', [family])
  await app.rows('update baskets.family_limit set ended_at = now() where scope_id = $1', [family])
})
afterAll(() => app.stop())

const done = async (method: string, where: string, body?: object) => {
  const answered = await joanna(method, `${path}${where}`, body ? { body } : {})
  expect(answered.status, answered.text).toBe(200)
  return answered
}
const suggestion = async () => (await done('GET', '/basket/suggestion')).json as Suggestion
const basket = async () => (await done('GET', '/basket')).json as Basket
const limit = (kind: string, more: object = {}) =>
  done('POST', '/limits', { id: randomUUID(), kind, ...more })
const need = async (goal: string, serviceKind: string, more: object = {}) => {
  const id = randomUUID()
  await done('POST', '/needs', { id, goalId: idOf(`probni/goal/${goal}`), serviceKind, ...more })
  return id
}

describe('a suggestion', () => {
  test('is empty where nothing is needed, and names no service', async () => {
    expect(await suggestion()).toMatchObject({ composed: [{ items: [], lacking: [] }], described: [] })
  })

  test('answers what is needed by services around, with days, hours and the way', async () => {
    const homework = await need('school', 'homework_help', { personId: kacper, minutes: 60 })
    const club = await need('school', 'day_support_place', { personId: kacper, times: 2, minutes: 120 })
    await limit('no_car')
    await limit('days', { weekdays: [3], words: 'Nie w środy' })
    const { composed, described, proven, homeKnown } = await suggestion()
    expect({ proven, homeKnown }).toEqual({ proven: true, homeKnown: true })
    const [best] = composed
    expect(best!.kind).toBe('goals')
    for (const item of best!.items) {
      expect(described.map(({ id }) => id)).toContain(item.serviceId)
      for (const { weekday, begins, ends, back, locality } of item.visits) {
        expect(weekday).not.toBe(3)
        expect(ends! > begins).toBe(true)
        if (locality !== 'Węgleszyn') expect(back! >= ends!, 'there is a way back').toBe(true)
      }
    }
    const told = [...best!.items, ...best!.lacking].map(({ needId }) => needId)
    expect(told.sort()).toEqual([homework, club].sort())
  })

  test('is the same for the same facts, and another digest for other facts', async () => {
    const [first, again] = [await suggestion(), await suggestion()]
    expect(again).toEqual(first)
    await limit('journeys', { number: 1 })
    const fewer = await suggestion()
    expect(fewer.facts).not.toBe(first.facts)
    for (const { journeys } of fewer.composed) expect(journeys).toBeLessThanOrEqual(1)
    await limit('journeys', { number: 6 })
  })

  test('that was put aside does not come again until facts change', async () => {
    const { facts, composed } = await suggestion()
    const [first] = composed
    await done('POST', '/suggestion/aside', { facts, services: [first!.services] })
    const after = await suggestion()
    expect(after.putAside).toBe(1)
    expect(after.composed.map(({ services }) => services)).not.toContain(first!.services)
    await limit('journeys', { number: 5 })
    expect((await suggestion()).composed.map(({ services }) => services)).toContain(first!.services)
  })

  test('becomes items as it was changed; nobody is asked, and what is met is suggested no more', async () => {
    const { composed, described } = await suggestion()
    const [item] = composed[0]!.items
    const id = randomUUID()
    const weekly = item!.visits.map(({ weekday, begins, ends }) => ({ weekday, begins, ends }))
    await done('POST', '/suggestion/take', {
      items: [{ id, needId: item!.needId, serviceId: item!.serviceId, weekly }],
    })
    const taken = (await basket()).items.find((each) => each.id === id)!
    expect(taken).toMatchObject({
      what: described.find((service) => service.id === item!.serviceId)!.name,
      serviceId: item!.serviceId,
      pointId: null,
      familyAnswer: 'not_yet',
      weekly,
      forWhom: [{ id: kacper }],
    })
    const after = await suggestion()
    expect(after.composed.flatMap(({ items }) => items.map(({ needId }) => needId))).not.toContain(
      item!.needId,
    )
    const twice = await joanna('POST', `${path}/suggestion/take`, {
      body: { items: [{ id: randomUUID(), needId: item!.needId, serviceId: item!.serviceId, weekly }] },
    })
    expect(twice.json).toMatchObject({ code: 'need-is-met' })
  })

  test('taken twice at one moment puts one service in', async () => {
    const needId = await need('money', 'benefit_application_help', {
      personId: idOf('probni/person/karolina'),
    })
    const [service] = await app.rows<{ id: string }>(
      `select s.id from directory.service s join directory.organization o on o.id = s.organization_id
       where s.kind = 'benefit_application_help' and o.institution_id is not null`,
    )
    const take = () =>
      joanna('POST', `${path}/suggestion/take`, {
        body: { items: [{ id: randomUUID(), needId, serviceId: service!.id, weekly: [] }] },
      })
    const answers = await Promise.all([take(), take(), take()])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
  })

  test('what does not go together in time is told beside the items, also of those that were put in by hand', async () => {
    await limit('back_by', { at: '18:00' })
    const put = async (weekly: object[], more: object = {}) => {
      const id: string = randomUUID()
      const body = {
        id,
        goalId: idOf('probni/goal/money'),
        what: 'Zapisuje wydatki',
        performers: [idOf('probni/person/karolina')],
        weekly,
        ...more,
      }
      await done('POST', '/items', body)
      return id
    }
    const one = await put([{ weekday: 1, begins: '15:00', ends: '16:00' }])
    const other = await put([{ weekday: 1, begins: '15:30', ends: '17:00' }])
    const wednesday = await put([{ weekday: 3, begins: '10:00', ends: null }])
    const late = await put([{ weekday: 5, begins: '17:30', ends: '19:00' }])
    const { conflicts } = (await done('GET', '/basket/composing')).json as z.output<
      typeof basketsContract.composing.answer
    >
    const ours = conflicts.filter(({ itemId }) => [one, other, wednesday, late].includes(itemId))
    expect(ours.map(({ itemId, kind, otherId }) => ({ itemId, kind, otherId }))).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'time', otherId: expect.any(String) }),
        { itemId: wednesday, kind: 'day', otherId: null },
        { itemId: late, kind: 'late', otherId: null },
      ]),
    )
    expect(ours).toHaveLength(3)
  })

  test('answers the goal first that the family puts first', async () => {
    await app.rows('update baskets.need set dropped_at = now() where scope_id = $1', [family])
    await app.rows('update baskets.family_limit set ended_at = now() where scope_id = $1', [family])
    await app.rows(
      'update baskets.item set removed_at = now() where scope_id = $1 and service_id is not null',
      [family],
    )
    const homework = await need('school', 'homework_help', { personId: kacper, minutes: 60 })
    const forms = await need('money', 'benefit_application_help', { minutes: 30 })
    // Time for one of them.
    await limit('hours', { number: 1 })
    const answered = async () => (await suggestion()).composed[0]!.items.map(({ needId }) => needId)
    expect(await answered()).toEqual([homework])
    const goals = (await basket()).goals.map(({ id }) => id)
    const [school, money] = [idOf('probni/goal/school'), idOf('probni/goal/money')]
    const turned = [money, school, ...goals.filter((id) => id !== money && id !== school)]
    await done('PUT', '/goals/order', { goals: turned })
    expect((await basket()).goals.map(({ id }) => id)).toEqual(turned)
    expect(await answered()).toEqual([forms])
    expect((await joanna('PUT', `${path}/goals/order`, { body: { goals: [money] } })).json).toMatchObject({
      code: 'goals-changed',
    })
  })

  test('keeps to what is left of the money for families', async () => {
    const [danuta, pawel] = [(await app.as('danuta')).ask, (await app.as('pawel')).ask]
    const [{ id: partnershipId } = { id: '' }] = await app.rows<{ id: string }>(
      'select partnership_id as id from cases."case" where id = $1',
      [family],
    )
    const body = {
      id: randomUUID(),
      partnershipId,
      amountGrosz: 200_000,
      from: '2026-01-01',
      until: '2036-01-01',
    }
    expect((await danuta('POST', '/api/family-budgets', { body })).status).toBe(200)
    expect((await pawel('POST', '/api/family-budgets', { body: { ...body, id: randomUUID() } })).status).toBe(
      403,
    )
    // Of it 1260 zł are committed to the respite care of this family.
    expect((await suggestion()).left).toBe(74_000)
    const item = idOf('probni/item/respite')
    const payment = randomUUID()
    await done('POST', `/items/${item}/payments`, { id: payment, amountGrosz: 100_000, paidOn: '2026-11-20' })
    expect((await suggestion()).left).toBe(37_000)
    await done('DELETE', `/items/${item}/payments/${payment}`)
    const told = (await danuta('GET', '/api/family-budgets')).json as z.output<
      typeof basketsContract.familyBudgets.answer
    >
    expect(told).toMatchObject([
      {
        maySet: true,
        budget: { leftGrosz: 74_000 },
        commitments: [{ name: 'Joanna Przykładna', committedGrosz: 126_000 }],
      },
    ])
    expect(JSON.stringify(told)).not.toMatch(/Próbn|respite|Opieka/)
    expect((await (await app.as('magda')).ask('GET', '/api/family-budgets')).json).toEqual([])
    // Who is kept from the family is told nothing of what it takes.
    const barred = await app.rows<{ worker_id: string }>(
      `insert into access.barred (scope_id, worker_id, valid) select $1, id, '{(,)}' from institutions.worker where given_name = 'Danuta' returning worker_id`,
      [family],
    )
    expect(barred).toHaveLength(1)
    expect((await danuta('GET', '/api/family-budgets')).json).toMatchObject([
      { budget: { leftGrosz: 200_000 }, commitments: [] },
    ])
    await app.rows('delete from access.barred where scope_id = $1 and worker_id = $2', [
      family,
      barred[0]!.worker_id,
    ])
  })

  test('knows of no service that must not be found', async () => {
    const hidden = await app.rows<{ id: string }>(`select id from directory.service where confidential`)
    expect(hidden.length).toBeGreaterThan(0)
    const { needId, serviceId } = (await suggestion()).composed[0]!.items[0] ?? { needId: '', serviceId: '' }
    const kind = await app.rows<{ kind: string }>('select kind from directory.service where id = $1', [
      serviceId,
    ])
    if (!kind.length) return
    await app.rows(`update directory.service set confidential = true where id = $1`, [serviceId])
    expect((await suggestion()).described.map(({ id }) => id)).not.toContain(serviceId)
    const taken = await joanna('POST', `${path}/suggestion/take`, {
      body: { items: [{ id: randomUUID(), needId, serviceId, weekly: [] }] },
    })
    expect(taken.json).toMatchObject({ code: 'service-is-gone' })
  })
})
