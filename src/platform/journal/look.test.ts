import { afterEach, expect, test, vi } from 'vitest'
import { notedLooks } from './look.ts'

const actor = { workerId: 'worker', institutionId: 'institution' }
afterEach(() => void vi.useRealTimers())

test('a look is remembered for its quarter of an hour, and until the database went away', () => {
  vi.useFakeTimers({ now: new Date('2026-11-28T12:01:00Z') })
  const looks = notedLooks()
  expect(looks.has(actor, 'case', 'timeline')).toBe(false)
  looks.add(actor, 'case', 'timeline')
  expect(looks.has(actor, 'case', 'timeline')).toBe(true)
  expect(looks.has(actor, 'case', 'basket')).toBe(false)
  expect(looks.has({ ...actor, workerId: 'another' }, 'case', 'timeline')).toBe(false)
  vi.setSystemTime(new Date('2026-11-28T12:15:00Z'))
  expect(looks.has(actor, 'case', 'timeline')).toBe(false)
  looks.add(actor, 'case', 'timeline')
  looks.forget()
  expect(looks.has(actor, 'case', 'timeline')).toBe(false)
})
