import type { Code } from '../../platform/web/useCodes.ts'

/** Groups in which relations are offered, the nearest first; a kind that none names is in `others`. */
const groups = {
  parents: /^(parent|mother|father|child|daughter|son)$/,
  couple: /spouse|wife|husband|partner/,
  siblings: /sibling$|^(sister|brother)$/,
  grandparents: /^grand|^great_/,
  newParents: /^(step|foster|adopt)/,
  kin: /aunt|uncle|nephew|cousin|in_law/,
  law: /guardian|ward|curator|carer|cared_for/,
}
export type RelationGroup = keyof typeof groups | 'others'

const groupOf = (code: string) =>
  (Object.entries(groups).find(([, its]) => its.test(code))?.[0] ?? 'others') as RelationGroup

/** What somebody may be who is not born yet, so that nobody knows whether it is a daughter or a son. */
const ofTheUnborn = ['child', 'sibling']

/**
 * Relations that somebody may have, in groups. Each is offered once, as people say it: "parent" not beside "mother", nor
 * "father" of a woman.
 */
export function relationKinds(kinds: Code[], sex: string | null | undefined) {
  const mayBe = (kind: Code) => !kind.sex || !sex || kind.sex === sex
  const named = new Set(kinds.flatMap((kind) => (kind.sex && mayBe(kind) ? [kind.neutral] : [])))
  const order = [...Object.keys(groups), 'others'] as RelationGroup[]
  return kinds
    .filter((kind) => mayBe(kind) && (!named.has(kind.code) || (!sex && ofTheUnborn.includes(kind.code))))
    .map(({ code }) => ({ code, group: groupOf(code) }))
    .sort((a, b) => order.indexOf(a.group) - order.indexOf(b.group))
}
