import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Session } from './session.ts'

const job = (id: string) => ({ id, institutionName: id })
const [school, centre] = [job('szkoła'), job('ośrodek')]
const now = { worker: school, workers: [school, centre] } as unknown as Session

const tab = new Map<string, string>()
beforeEach(() => {
  vi.resetModules()
  tab.clear()
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => tab.get(key) ?? null,
    setItem: (key: string, value: string) => tab.set(key, value),
    removeItem: (key: string) => tab.delete(key),
  })
})
afterEach(() => vi.unstubAllGlobals())

/** A page is opened at an address. */
async function opened(search: string) {
  vi.stubGlobal('location', { search })
  vi.resetModules()
  const { openedFor, leftFor } = await import('./session.ts')
  return { here: openedFor(now)?.id, left: leftFor()?.id }
}

test('a link that names another job opens it, and the page knows which was left', async () => {
  expect(await opened('')).toEqual({ here: 'szkoła', left: undefined })
  expect(await opened('?as=ośrodek')).toEqual({ here: 'ośrodek', left: 'szkoła' })
})

test('nothing is left where the link names the job that the tab stands for, or one that is none of theirs', async () => {
  expect(await opened('?as=szkoła')).toEqual({ here: 'szkoła', left: undefined })
  expect(await opened('?as=komenda')).toEqual({ here: 'szkoła', left: undefined })
})
