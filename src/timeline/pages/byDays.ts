import { type Day, dayOf } from '../../platform/texts/dates.ts'
import type { Entry } from './api.ts'

/** Kinds of small things that a day tells in one line each. */
export const small = ['task', 'paper', 'change'] as const

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
