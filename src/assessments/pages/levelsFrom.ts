import { newId } from '../../platform/web/newId.ts'
import type { Standing } from './levelsBefore.ts'

/** What was chosen for a domain: a level as a digit or why there is none; untouched ones stay as they last were. */
export type LevelsGiven = { [domain: string]: { seen?: string | null; today?: string } | undefined }

type Domain = { code: string; needsTodayAtOne?: unknown }

/** What stands for a domain now: what was chosen, else what was agreed last. */
export const seenOf = (
  standing: Map<string, Standing>,
  given: LevelsGiven,
  domain: string,
): string | null => {
  const chosen = given[domain]?.seen
  return chosen === undefined ? (standing.get(domain)?.last ?? null) : chosen
}

/** Whether this domain in crisis asks what is done today, whether it was touched or stands from before. */
export const needsToday = (standing: Map<string, Standing>, given: LevelsGiven, domain: Domain): boolean =>
  seenOf(standing, given, domain.code) === '1' && domain.needsTodayAtOne === true

/** The levels to keep at the end; `lacksToday` while a domain in crisis does not say what is done today. */
export function levelsFrom(domains: Domain[], standing: Map<string, Standing>, given: LevelsGiven) {
  const levels = domains.flatMap((domain) => {
    const seen = seenOf(standing, given, domain.code)
    if (!seen) return []
    return {
      id: newId(),
      domain: domain.code,
      ...(/^\d$/.test(seen)
        ? { level: Number(seen) }
        : { withoutLevel: seen as 'does_not_concern' | 'unknown' }),
      ...(needsToday(standing, given, domain) && { today: given[domain.code]?.today?.trim() ?? '' }),
    }
  })
  return { lacksToday: levels.some(({ today }) => today !== undefined && today.length < 2), domains: levels }
}
