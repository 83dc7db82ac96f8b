import type { Assessment } from './api.ts'

/** A domain at the start and last: a level as a digit, or why there is none. */
export type Standing = { first: string; last: string }

/** How each agreed domain stood at the start and last, by the fixed assessments; levels at the end are not among them. */
export function levelsBefore(assessments: Assessment[]): Map<string, Standing> {
  const standing = new Map<string, Standing>()
  const fixed = assessments
    .filter(({ fixedAt, kind }) => fixedAt && kind !== 'closing')
    .sort((a, b) => a.fixedAt!.localeCompare(b.fixedAt!))
  for (const { domain, level, withoutLevel } of fixed.flatMap(({ agreed }) => agreed)) {
    const said = level === null ? withoutLevel! : String(level)
    standing.set(domain, { first: standing.get(domain)?.first ?? said, last: said })
  }
  return standing
}
