import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { idOf, institutionId } from '../../practice/act.ts'
import { type Ask, aPracticeApp, type PracticeApp } from '../proof/app.ts'

// Somebody of the family does it: no institution is asked, the family's yes is enough. And a cost is unsaid until it is said.

const family = idOf('probni/case')
const path = `/api/cases/${family}`
const person = (name: string) => idOf(`probni/person/${name}`)
const goal = randomUUID()
let app: PracticeApp
let joanna: Ask
beforeAll(async () => {
  app = await aPracticeApp({ postgres: inject('postgres'), template: inject('template') })
  joanna = (await app.as('joanna')).ask
  const set = await joanna('POST', `${path}/goals`, {
    body: { id: goal, domain: 'income', words: 'Spłacić prąd', about: [person('karolina')] },
  })
  expect(set.status, set.text).toBe(200)
})
afterAll(() => app.stop())

type Item = {
  id: string
  provider: object | null
  performers: { name: string }[]
  familyAnswer: string
  costGrosz: number | null
  familyCostGrosz: number | null
  funding: string | null
  ready: boolean
  version: number
}
const basket = async () =>
  (await joanna('GET', `${path}/basket`)).json as { items: Item[]; mayUndertake: { name: string }[] }
const item = async (id: string) => (await basket()).items.find((each) => each.id === id)!
const put = async (more: object) => {
  const id = randomUUID()
  const answered = await joanna('POST', `${path}/items`, {
    body: { id, goalId: goal, what: 'Zapisuje wydatki', ...more },
  })
  return { id, ...answered }
}
const about = async (id: string) =>
  (await app.rows('select about from baskets.item where id = $1', [id])) as { about: string[] }[]

describe('what the family does itself', () => {
  test('is ready with the family’s yes, which may be said as it is written; nobody is asked', async () => {
    const waits = await put({ performers: [person('karolina')], ask: true })
    expect(waits.status, waits.text).toBe(200)
    expect(await item(waits.id)).toMatchObject({
      provider: null,
      performers: [{ name: 'Karolina' }],
      familyAnswer: 'not_yet',
      ready: false,
    })
    const agreed = await put({ performers: [person('karolina')], agreed: true })
    expect(await item(agreed.id)).toMatchObject({ familyAnswer: 'yes', ready: true })
    const asked = await app.rows('select from asks.ask where subject_id = any ($1)', [[waits.id, agreed.id]])
    expect(asked).toEqual([])
  })

  test('is about who does it and whom its goal is about, not about everybody', async () => {
    const { id } = await put({ performers: [person('miroslaw')] })
    const both = [person('karolina'), person('miroslaw')].sort()
    expect((await about(id))[0]!.about).toEqual(both)
  })

  test('is asked anew when somebody else is to do it, or it is known by something else', async () => {
    for (const change of [
      { performers: [person('miroslaw')] },
      { performers: [person('karolina')], indicator: 'nie trzeba pożyczać' },
    ]) {
      const { id } = await put({ performers: [person('karolina')], agreed: true })
      const changed = await joanna('PATCH', `${path}/items/${id}`, {
        body: { what: 'Zapisuje wydatki', ...change },
        headers: { 'if-match': String((await item(id)).version) },
      })
      expect(changed.status, changed.text).toBe(200)
      expect(await item(id)).toMatchObject({ familyAnswer: 'not_yet', ready: false })
      expect((await about(id))[0]!.about).toEqual(
        [...new Set([person('karolina'), change.performers[0]!])].sort(),
      )
    }
  })

  test('is undertaken by whoever lives there and is at least seven', async () => {
    expect((await basket()).mayUndertake.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Karolina Próbna', 'Kacper Próbny']),
    )
    expect((await put({ performers: [person('kacper')] })).status).toBe(200)
    const small = await put({ performers: [person('ola')] })
    expect(small.status).toBe(409)
    expect(small.text).toContain('siedem lat')
    const stranger = await put({ performers: [idOf('fikcyjni/person/sylwia')] })
    expect(stranger.status).toBe(409)
  })

  test('somebody does it: nobody at all is refused, and so is an institution without a kind of service', async () => {
    expect((await put({})).json).toMatchObject({ code: 'nobody-does-it' })
    expect((await put({ providerId: institutionId('school') })).json).toMatchObject({
      code: 'nobody-does-it',
    })
  })

  test('stands in the frozen version beside the services', async () => {
    const { id } = await put({ performers: [person('karolina')], agreed: true, indicator: 'jest spokojniej' })
    expect((await joanna('POST', `${path}/basket/freeze`, { body: { id: randomUUID() } })).status).toBe(200)
    const frozen = await app.rows(
      'select provider_id, performer_ids, indicator from baskets.frozen_item where item_id = $1',
      [id],
    )
    expect(frozen).toEqual([
      { provider_id: null, performer_ids: [person('karolina')], indicator: 'jest spokojniej' },
    ])
  })
})

describe('a cost', () => {
  const service = (more: object) =>
    put({ serviceKind: 'pedagogical_help', providerId: institutionId('school'), ...more })

  test('is unsaid until somebody says it', async () => {
    const { id } = await service({})
    expect(await item(id)).toMatchObject({ costGrosz: null, familyCostGrosz: null, funding: null })
  })

  test('is nothing only where that was said', async () => {
    const { id } = await service({ costGrosz: 0 })
    expect(await item(id)).toMatchObject({ costGrosz: 0, familyCostGrosz: 0, funding: 'free' })
  })

  test('has the family’s part, which may be unsaid, and is never more than the whole', async () => {
    const { id } = await service({ costGrosz: 12_000, funding: 'own_budget' })
    expect(await item(id)).toMatchObject({ costGrosz: 12_000, familyCostGrosz: null, funding: 'own_budget' })
    expect((await service({ costGrosz: 100, familyCostGrosz: 200 })).json).toMatchObject({
      code: 'family-pays-too-much',
    })
  })
})
