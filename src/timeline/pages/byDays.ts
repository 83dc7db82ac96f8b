import { type Day, dayOf } from '../../platform/texts/dates.ts'
import type { Entry } from './api.ts'

/** Kinds of small things that a day tells in one line each. */
export const small = ['task', 'paper', 'change'] as const

/** Kinds of things that a month is told by. */
export const telling = ['voice', 'meeting', 'answer', 'agreed'] as const

/** A month, the newest first: how much happened in it, of which kinds that tell something how much, and its days. */
export type Month = {
  month: string
  count: number
  kinds: { kind: (typeof telling)[number]; count: number }[]
  days: ReturnType<typeof byDays>
}

/** Entries, the newest first, by the month in which they happened, and there by the day. */
export function byMonths(entries: Entry[]): Month[] {
  const months = new Map<string, Month>()
  for (const day of byDays(entries)) {
    const of = day.day.slice(0, 7)
    const month = months.get(of) ?? { month: of, count: 0, kinds: [], days: [] }
    month.days.push(day)
    month.count += day.entries.length
    months.set(of, month)
  }
  return [...months.values()].map((month) => ({
    ...month,
    kinds: telling.flatMap((kind) => {
      const count = month.days
        .flatMap(({ entries: its }) => its)
        .filter((entry) => entry.kind === kind).length
      return count > 0 ? [{ kind, count }] : []
    }),
  }))
}

/**
 * Entries, the newest first, by the day on which they happened. Where a note was written and then shown to the team, its
 * words stand with the writing; that it was shown is a small thing.
 */
export function byDays(entries: Entry[]): { day: Day; entries: Entry[] }[] {
  const written = new Set(
    entries.flatMap(({ verb, subjectId }) => (verb.endsWith('.written') ? [subjectId] : [])),
  )
  const days = new Map<Day, Entry[]>()
  for (const each of entries) {
    const again = each.readOut !== null && !each.verb.endsWith('.written') && written.has(each.subjectId)
    const entry = again ? { ...each, kind: 'change' as const, readOut: null } : each
    const day = dayOf(entry.at)
    days.set(day, [...(days.get(day) ?? []), entry])
  }
  return [...days].map(([day, its]) => ({ day, entries: its }))
}
