import { keptOff, ofArea } from '../../households/on-paper.ts'
import type { Assessment } from './api.ts'

type Person = { id: string; child: boolean; belongs: boolean }
type Domain = { code: string; class?: unknown }

/** What was agreed and will not stand on a paper for all adults of the family, by the rule of all papers. */
export function offPapers(assessment: Pick<Assessment, 'agreed'>, domains: Domain[], people: Person[]) {
  const adults = people.filter(({ child, belongs }) => belongs && !child).map(({ id }) => id)
  const readers = {
    who: adults.map((person) => ({ person, speaksFor: [] })),
    only: null,
    adults,
    apart: new Set<string>(),
    gone: [],
  }
  return assessment.agreed.flatMap(({ domain, about, level }) => {
    const { class: dataClass } = domains.find(({ code }) => code === domain) ?? {}
    const because = level && keptOff(ofArea(String(dataClass), about, adults), readers)
    return because ? [{ domain, because }] : []
  })
}
