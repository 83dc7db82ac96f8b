import { addDays, type Day, today } from '../../platform/texts/dates.ts'
import type { Overview, SocialContract } from './api.ts'

const aQuarter = 13 * 7

/** The day that is suggested for the next review: a quarter later, on the same day of the week; none where the contract ends before. */
export function nextReview(contractEnds: Day, now: Day = today()): Day | null {
  const day = addDays(now, aQuarter)
  return day <= contractEnds ? day : null
}

/** When a contract is reviewed next: null where nothing is planned, undefined for one that is over. */
export function reviewOf(
  { id, state, reviewOn }: Pick<SocialContract, 'id' | 'state' | 'reviewOn'>,
  reviews: Pick<Overview['reviews'][number], 'contractId' | 'due' | 'heldOn'>[],
): Day | null | undefined {
  if (state === 'amended' || state === 'ended') return undefined
  if (state !== 'approved') return reviewOn
  const [next] = reviews.filter(({ contractId, heldOn }) => contractId === id && !heldOn)
  return next?.due ?? null
}
