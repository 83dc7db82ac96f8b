import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { idOf } from '../../practice/act.ts'
import { today } from '../platform/texts/dates.ts'
import { type Ask, aPracticeApp, type PracticeApp } from '../proof/app.ts'

// Closing a case keeps where the family stands at the end, beside where it stood at the start.

const family = idOf('domyslni/case')
let app: PracticeApp
let coordinator: Ask
beforeAll(async () => {
  app = await aPracticeApp({ postgres: inject('postgres'), template: inject('template') })
  coordinator = (await app.as('joanna')).ask
})
afterAll(() => app.stop())

type Assessment = { kind: string; fixedAt: string | null; agreed: { domain: string; level: number | null }[] }
const assessments = async () =>
  (await coordinator('GET', `/api/cases/${family}/assessments`)).json as Assessment[]
const close = (levels?: { domain: string; level: number; today?: string }[]) =>
  coordinator('POST', `/api/cases/${family}/close`, {
    body: {
      reason: 'goals_reached',
      ...(levels && {
        levels: {
          assessmentId: randomUUID(),
          domains: levels.map((level) => ({ id: randomUUID(), ...level })),
        },
      }),
    },
  })

test('level 1 in parenting needs what is done today, also at the end; nothing is closed without it', async () => {
  expect(await close([{ domain: 'parenting', level: 1 }])).toMatchObject({
    status: 400,
    json: { code: 'needs-today' },
  })
  expect((await coordinator('GET', `/api/cases/${family}`)).json).toMatchObject({ closedAt: null })
  expect((await assessments()).some(({ kind }) => kind === 'closing')).toBe(false)
})

test('while an assessment is under way, levels at the end are not taken', async () => {
  const id = randomUUID()
  await coordinator('POST', `/api/cases/${family}/assessments`, { body: { id, kind: 'review' } })
  expect(await close([{ domain: 'work', level: 3 }])).toMatchObject({
    status: 409,
    json: { code: 'assessment-already-open' },
  })
  await coordinator('PUT', `/api/cases/${family}/assessments/${id}/agreed/${randomUUID()}`, {
    body: { domain: 'work', level: 3 },
  })
  await coordinator('POST', `/api/cases/${family}/assessments/${id}/fix`, {
    body: { agreedOn: today(), present: ['Krzysztof Domyślny'] },
  })
})

test('closed, the levels are facts of the case: an assessment of its own kind, fixed with the closing', async () => {
  const closed = await close([
    { domain: 'parenting', level: 4 },
    { domain: 'work', level: 5 },
  ])
  expect(closed.status, closed.text).toBe(200)
  expect((await coordinator('GET', `/api/cases/${family}`)).json).toMatchObject({
    closingReason: 'goals_reached',
  })
  expect((await coordinator('GET', `/api/cases/${family}/standing`)).json).toMatchObject({ phase: 'closed' })
  const [last, ...earlier] = await assessments()
  expect(last).toMatchObject({ kind: 'closing', fixedAt: expect.any(String) })
  expect(Object.fromEntries(last!.agreed.map(({ domain, level }) => [domain, level]))).toEqual({
    parenting: 4,
    work: 5,
  })
  expect(earlier.at(-1)).toMatchObject({ kind: 'first' })
})

test('the print for a court holds them, and the assessment before stays the one that the plan stands on', async () => {
  const print = await coordinator('GET', `/api/cases/${family}/print.pdf?requestedBy=S%C4%85d&basis=wezwanie`)
  expect(print).toMatchObject({ status: 200, type: 'application/pdf' })
})

test('nobody but the coordinator closes', async () => {
  for (const key of ['danuta', 'pawel', 'ewa']) {
    const { ask } = await app.as(key)
    const { status } = await ask('POST', `/api/cases/${family}/close`, { body: { reason: 'goals_reached' } })
    expect(status, key).toBe(404)
  }
})
