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

test('the locality of a protected address is hidden with it, also from whoever works with the family', async () => {
  const reads = async (ask: Ask) => (await ask('GET', `/api/cases/${idOf('zmysleni/case')}`)).text
  const partner = (await app.as('kamil')).ask
  const place = (protect: boolean) =>
    joanna('PUT', `/api/households/${household}/address`, {
      body: { line: 'Gdziekolwiek 1', protected: protect },
      headers: { 'if-match': version },
    })
  const locality = async () =>
    ((await joanna('GET', `/api/households/${household}`)).json as { locality: string | null }).locality
  let version = String((await address()).version)
  expect((await place(false)).status).toBe(200)
  expect(await locality()).toBe('Oksa')
  expect(await reads(partner)).toContain('"locality":"Oksa"')

  version = String((await address()).version)
  expect((await place(true)).status).toBe(200)
  expect(await locality(), 'whoever may know the address').toBe('Oksa')
  expect(await reads(partner)).toContain('"locality":null')

  const { label, version: seen } = (await joanna('GET', `/api/households/${household}`)).json as {
    label: string
    version: number
  }
  const moved = await joanna('PATCH', `/api/households/${household}`, {
    body: { label, locality: 'Wymyślice' },
    headers: { 'if-match': String(seen) },
  })
  expect(moved.status, moved.text).toBe(200)
  expect(await locality()).toBe('Wymyślice')
  expect(await reads(partner)).not.toContain('Wymyślice')

  version = String((await address()).version)
  expect((await place(false)).status).toBe(200)
  expect(await reads(partner)).toContain('"locality":"Wymyślice"')
})
