import type { Assessment } from './api.ts'
import type { DomainLevel, DomainRow } from './DomainTable.tsx'

type Seen = { level: number | null; withoutLevel: 'does_not_concern' | 'unknown' | null }

const levelOf = (seen: Seen | undefined): DomainLevel | undefined =>
  seen && ((seen.level as DomainLevel | null) ?? (seen.withoutLevel === 'unknown' ? 'unknown' : 'none'))

/**
 * What a reader may see of an assessment as rows of the domain table, the biggest difference of opinion first said in
 * words. Domains that nobody described are left out.
 */
export function domainRows(
  assessment: Assessment,
  nameOf: (domain: string) => string,
  order: string[],
  difference: string,
  goals: { domain: string; target: number | null }[] = [],
): DomainRow[] {
  const rows = order.flatMap((domain) => {
    const views = assessment.views.filter((view) => view.domain === domain)
    const agreed = assessment.agreed.find((each) => each.domain === domain)
    if (!views.length && !agreed) return []
    const theirs = views.filter((view) => !view.byFamily)
    const institutions = theirs.map((view) => levelOf(view)!)
    const levels = views.flatMap((view) => view.level ?? [])
    const goal = goals.find((each) => each.domain === domain)?.target
    return [
      {
        spread: levels.length > 1 ? Math.max(...levels) - Math.min(...levels) : 0,
        row: {
          key: domain,
          name: nameOf(domain),
          ...given('family', levelOf(views.find((view) => view.byFamily))),
          ...(institutions.length > 0 && { institutions: [...new Set(institutions)] }),
          ...(theirs.length > 0 && {
            by: theirs.map((view) => ({ institution: view.institutionName, level: levelOf(view)! })),
          }),
          ...given('agreed', levelOf(agreed)),
          ...given('goal', goal as DomainLevel | null | undefined),
        } as DomainRow,
      },
    ]
  })
  const widest = Math.max(0, ...rows.map((each) => each.spread))
  return rows.map(({ row, spread }) => (widest > 1 && spread === widest ? { ...row, note: difference } : row))
}

const given = <K extends string, V>(key: K, value: V | null | undefined) =>
  value === undefined || value === null ? {} : ({ [key]: value } as Record<K, V>)
