import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { idOf } from '../../practice/act.ts'
import { type Ask, aPracticeApp, type PracticeApp } from '../proof/app.ts'

// Where a family lives is never written over unseen.

const household = idOf('zmysleni/household')
let app: PracticeApp
let joanna: Ask
beforeAll(async () => {
  app = await aPracticeApp({ postgres: inject('postgres'), template: inject('template') })
  joanna = (await app.as('joanna')).ask
})
afterAll(() => app.stop())

const sets = (line: string, version?: number) =>
  joanna('PUT', `/api/households/${household}/address`, {
    body: { line, howToGetThere: 'Za mostem.', protected: true },
    ...(version !== undefined && { headers: { 'if-match': String(version) } }),
  })
const address = async () => {
  const [row] = await app.rows<{ line: string; version: number }>(
    'select line, version from households.address where household_id = $1',
    [household],
  )
  return row!
}

test('whoever saw none, or an earlier one, is told all of the present one, and may decide', async () => {
  const before = await address()
  for (const seen of [undefined, 77]) {
    const refused = await sets('Gdziekolwiek 1', seen)
    expect(refused).toMatchObject({
      status: 409,
      json: { current: { ...before, howToGetThere: null, protected: expect.any(Boolean) } },
    })
  }
  expect(await address()).toEqual(before)
  expect((await sets('Gdziekolwiek 1', before.version)).status).toBe(200)
  expect(await address()).toMatchObject({ line: 'Gdziekolwiek 1' })
})
