import { expect, test } from 'vitest'
import type { Entry } from './api.ts'
import { byDays, byMonths } from './byDays.ts'

const entry = (at: string, verb: string, subjectId: string, words?: string) =>
  ({ id: `${verb} ${at}`, at, verb, subjectId, kind: 'meeting', readOut: words ? { words } : null }) as Entry

test('days are days in Poland, the newest first', () => {
  const days = byDays([
    entry('2026-11-29T23:30:00Z', 'task.done', 'a'),
    entry('2026-11-29T08:00:00Z', 'task.given', 'a'),
  ])
  expect(days.map(({ day }) => day)).toEqual(['2026-11-30', '2026-11-29'])
})

test('a note is read out once, where it was written; where only its opening is known, there', () => {
  const both = byDays([
    entry('2026-11-29T10:00:00Z', 'contact.opened', 'note', 'Rozmowa.'),
    entry('2026-11-29T09:00:00Z', 'contact.written', 'note', 'Rozmowa.'),
  ])
  expect(both[0]!.entries.map(({ kind, readOut }) => [kind, readOut?.words])).toEqual([
    ['change', undefined],
    ['meeting', 'Rozmowa.'],
  ])
  const [alone] = byDays([entry('2026-11-29T10:00:00Z', 'contact.opened', 'note', 'Rozmowa.')])
  expect(alone!.entries[0]!.readOut?.words).toBe('Rozmowa.')
})

test('months are months in Poland; each says how much happened in it', () => {
  const months = byMonths([
    entry('2026-11-30T23:30:00Z', 'task.done', 'a'),
    entry('2026-11-30T08:00:00Z', 'task.given', 'a'),
    entry('2026-11-02T08:00:00Z', 'task.given', 'b'),
    entry('2026-09-02T08:00:00Z', 'task.given', 'c'),
  ])
  expect(months[1]!.kinds).toEqual([{ kind: 'meeting', count: 2 }])
  expect(months.map(({ month, count, days }) => [month, count, days.length])).toEqual([
    ['2026-12', 1, 1],
    ['2026-11', 2, 2],
    ['2026-09', 1, 1],
  ])
})
