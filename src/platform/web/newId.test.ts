import { afterEach, expect, test, vi } from 'vitest'
import { newId } from './newId.ts'

afterEach(() => void vi.useRealTimers())

// Whoever is asked namelessly reads the id of a case, and must not read in it when it was opened.
test('an id says nothing of when it was made', () => {
  const madeOn = (day: string) => {
    vi.setSystemTime(day)
    return Array.from({ length: 20 }, newId)
  }
  const [earlier, later] = [madeOn('2026-11-30T08:00:00Z'), madeOn('2036-11-30T08:00:00Z')]
  const beginnings = new Set([...earlier, ...later].map((id) => id.slice(0, 8)))
  expect(beginnings.size, 'each begins otherwise').toBe(40)
  for (const id of [...earlier, ...later])
    expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/)
})
