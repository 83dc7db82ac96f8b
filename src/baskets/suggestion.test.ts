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
