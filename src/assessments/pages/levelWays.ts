import { type Day, dayOf } from '../../platform/texts/dates.ts'
import type { Assessment } from './api.ts'

/** How a life domain went: the level agreed on each of several days, the first first. */
export type LevelWay = { domain: string; points: { day: Day; level: number }[] }

/** The ways of the domains that were agreed more than once, the ones that changed first. */
export function levelWays(assessments: Assessment[]): LevelWay[] {
  const ways = new Map<string, LevelWay>()
  const fixed = assessments
    .filter(({ fixedAt }) => fixedAt)
    .sort((a, b) => a.fixedAt!.localeCompare(b.fixedAt!))
  for (const { agreed, agreedOn, fixedAt } of fixed)
    for (const { domain, level } of agreed) {
      if (level === null) continue
      const day = agreedOn ?? dayOf(fixedAt!)
      const before = ways.get(domain)?.points ?? []
      // What was agreed again on a day is what that day tells.
      ways.set(domain, { domain, points: [...before.filter((point) => point.day !== day), { day, level }] })
    }
  const changed = ({ points }: LevelWay) => points.some(({ level }) => level !== points[0]!.level)
  return [...ways.values()]
    .filter(({ points }) => points.length > 1)
    .sort((a, b) => Number(changed(b)) - Number(changed(a)))
}
