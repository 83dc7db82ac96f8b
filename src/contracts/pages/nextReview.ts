import { addDays, type Day, today } from '../../platform/texts/dates.ts'

const aQuarter = 13 * 7

/** The day that is suggested for the next review: a quarter later, on the same day of the week; none where the contract ends before. */
export function nextReview(contractEnds: Day, now: Day = today()): Day | null {
  const day = addDays(now, aQuarter)
  return day <= contractEnds ? day : null
}
