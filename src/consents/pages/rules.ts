import type { Code } from '../../platform/web/useCodes.ts'

/** An institution as the table of bases knows it: its kind, and the group of that kind. */
export type Party = { kind: string; group: string }
type Whom = { any?: boolean; kinds?: string[]; groups?: string[] }

const covers = (whom: unknown, { kind, group }: Party) => {
  const { any, kinds, groups } = whom as Whom
  return Boolean(any || kinds?.includes(kind) || groups?.includes(group))
}

/** Whether a rule of the table lets anything go to an institution. */
export const reaches = (rule: Code, to: Party): boolean => covers(rule.to, to)

/**
 * When a rule lets something be told: because somebody agreed, because it is asked for, because something happened, or as long
 * as two institutions do the same work.
 */
export const occasions = ['asked', 'happened', 'lasting', 'consent'] as const
export type Occasion = (typeof occasions)[number]
const occasionOf = ({ kind, standing, onDemand }: Code): Occasion =>
  kind === 'consent' ? 'consent' : standing ? 'lasting' : onDemand ? 'asked' : 'happened'

/** By which rules one institution may tell another something of a class, by the occasion of each. */
export const rulesBetween = (rules: Code[], from: Party, to: Party, told: string): Map<Occasion, Code[]> =>
  Map.groupBy(
    rules.filter(
      (rule) => covers(rule.from, from) && reaches(rule, to) && (rule.classes as string[]).includes(told),
    ),
    occasionOf,
  )
