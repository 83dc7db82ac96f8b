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
beforeAll(async () => {
  app = await aPracticeApp({ postgres: inject('postgres'), template: inject('template') })
  joanna = (await app.as('joanna')).ask
})
afterAll(() => app.stop())

const suggestion = () => joanna('GET', `/api/cases/${idOf('probni/case')}/basket/suggestion`)

test('three wait for a suggestion without a connection of the database; a fourth is told to try again', async () => {
  gate.opened = new Promise((open) => {
    gate.open = open
  })
  const waiting = [suggestion(), suggestion(), suggestion()]
  await vi.waitFor(() => expect(gate.waiting).toBe(3), { timeout: 20_000 })
  const { app: pool } = app.database
  await vi.waitFor(() => expect(pool.totalCount - pool.idleCount, 'connections in use').toBe(0))
  const fourth = await suggestion()
  expect(fourth).toMatchObject({ status: 503, json: { code: 'suggestions-wait' } })
  gate.open()
  expect((await Promise.all(waiting)).map(({ status }) => status)).toEqual([200, 200, 200])
  expect((await suggestion()).status, 'places are free again').toBe(200)
})
