import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest'
import { idOf, institutionId } from '../../practice/act.ts'
import { type Ask, aPracticeApp, type PracticeApp } from '../proof/app.ts'
import type { Meeting } from './pages/api.ts'

vi.setConfig({ hookTimeout: 300_000 })

// In the practice world a team met at a review: what it settled is there where each of it belongs.

let app: PracticeApp
let joanna: Ask
beforeAll(async () => {
  app = await aPracticeApp({ postgres: inject('postgres'), template: inject('template') })
  joanna = (await app.as('joanna')).ask
})
afterAll(() => app.stop())

const family = `/api/cases/${idOf('domyslni/case')}`
const read = async <T>(path: string) => (await joanna('GET', path)).json as T

test('the minutes hold a task that was done, help that an institution was asked for and gives, and a level that was agreed', async () => {
  const { points } = await read<Meeting>(`/api/meetings/${idOf('domyslni/meeting/first')}`)
  const settled = points.flatMap(({ decisions }) => decisions)
  expect(settled.map(({ became }) => became).toSorted()).toEqual(['level', 'referral', 'task'])

  const tasks = await read<{ what: string; state: string }[]>(`${family}/tasks?show=all`)
  const task = settled.find(({ became }) => became === 'task')!.what
  expect(tasks.find(({ what }) => what === task)).toMatchObject({ state: 'done' })

  const { items } = await read<{ items: object[] }>(`${family}/basket`)
  expect(items).toContainEqual(
    expect.objectContaining({
      what: settled.find(({ became }) => became === 'referral')!.what,
      provider: expect.objectContaining({ id: institutionId('culture') }),
      institutionAnswer: 'accepted',
      familyAnswer: 'yes',
    }),
  )

  const assessments = await read<{ kind: string; agreed: { domain: string; level: number }[] }[]>(
    `${family}/assessments`,
  )
  const { level } = settled.find(({ became }) => became === 'level')!
  expect(assessments.find(({ kind }) => kind === 'review')!.agreed).toContainEqual(
    expect.objectContaining({ domain: level!.domain, level: level!.level }),
  )
})
