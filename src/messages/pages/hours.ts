import { addDays, type Day, dayOf, instantAt, today } from '../../platform/texts/dates.ts'

const quarter = 15 * 60_000

/** Instants that a person may mean by "urgent": an hour, two and four from now to the next quarter, tomorrow at 9:00 and 14:00. */
export function hoursAhead(now: number): { at: string; day: Day }[] {
  const soon = [1, 2, 4].map((hours) =>
    new Date(Math.ceil((now + hours * 3_600_000) / quarter) * quarter).toISOString(),
  )
  const tomorrow = addDays(today(), 1)
  return [...soon, instantAt(tomorrow, '9:00'), instantAt(tomorrow, '14:00')].map((at) => ({
    at,
    day: dayOf(at),
  }))
}
