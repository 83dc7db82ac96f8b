import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest'
import { idOf } from '../../practice/act.ts'
import { type Ask, aPracticeApp, type PracticeApp } from '../proof/app.ts'

// Whoever waits for a suggestion holds nothing that others need.

const gate = vi.hoisted(() => ({ open: () => {}, waiting: 0, opened: Promise.resolve() }))
vi.mock('./suggestion/beside.ts', async (original) => {
  const { suggestBeside, ...rest } = await original<typeof import('./suggestion/beside.ts')>()
  return {
    ...rest,
    suggestBeside: async (gathered: Parameters<typeof suggestBeside>[0]) => {
      gate.waiting++
      await gate.opened
      return suggestBeside(gathered)
    },
  }
})

let app: PracticeApp
let joanna: Ask
let celina: Ask
beforeAll(async () => {
  app = await aPracticeApp({ postgres: inject('postgres'), template: inject('template') })
  joanna = (await app.as('joanna')).ask
  celina = (await app.as('celina')).ask
})
afterAll(() => app.stop())

const suggestionFor = (who: Ask, key: string) => who('GET', `/api/cases/${idOf(key)}/basket/suggestion`)
const hers = () => suggestionFor(joanna, 'probni/case')
const another = () => suggestionFor(celina, 'umowni/case')

test('three wait for a suggestion, two of one person, without a connection of the database; who comes then tries again', async () => {
  gate.opened = new Promise((open) => {
    gate.open = open
  })
  const waiting = [hers(), hers()]
  await vi.waitFor(() => expect(gate.waiting).toBe(2), { timeout: 20_000 })
  expect((await hers()).json, 'the third place stays for others').toMatchObject({
    code: 'suggestions-wait',
  })
  waiting.push(another())
  await vi.waitFor(() => expect(gate.waiting).toBe(3), { timeout: 20_000 })
  const { app: pool } = app.database
  await vi.waitFor(() => expect(pool.totalCount - pool.idleCount, 'connections in use').toBe(0))
  const fourth = await another()
  expect(fourth).toMatchObject({ status: 503, json: { code: 'suggestions-wait' } })
  gate.open()
  expect((await Promise.all(waiting)).map(({ status }) => status)).toEqual([200, 200, 200])
  expect((await hers()).status, 'places are free again').toBe(200)
})
