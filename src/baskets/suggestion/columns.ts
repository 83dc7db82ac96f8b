import { type Facts, type Measure, type Offer, unknownGrosze, unknownWait, type Visit } from './facts.ts'

// The columns of the model: one for each service that may be taken, one for each visit of it; and which of them are never needed.

export type Column = {
  offer: number
  visit: Visit | null
  /** Taking it is taking the service; of a service with several visits a week another column says so. */
  takes: boolean
  minutes: number
  journeys: number
}
export type Entry = [column: number, value: number]

/** Is the second never needed where the first is there, whatever is limited, while these are the measures? */
const noWorse = (one: Offer, other: Offer, measures: Measure[]) =>
  Number(one.full) <= Number(other.full) &&
  (one.grosze ?? 0) <= (other.grosze ?? 0) &&
  (!measures.includes('grosze') || (one.grosze ?? unknownGrosze) <= (other.grosze ?? unknownGrosze)) &&
  (!measures.includes('waiting') || (one.waitDays ?? unknownWait) <= (other.waitDays ?? unknownWait))

const noWorseVisit = (one: Visit, other: Visit) =>
  one.weekday === other.weekday &&
  one.minutes <= other.minutes &&
  Number(one.away) <= Number(other.away) &&
  (one.ends === null || (other.ends !== null && one.begins >= other.begins && one.ends <= other.ends))

/**
 * Columns in whose place another is never worse while these are the measures; of two that are alike, the later one. They are
 * left out of the search and change nothing of what is best.
 */
export function needless({ needs, offers }: Facts, columns: Column[], measures: Measure[]): boolean[] {
  const stands = (one: number, other: number): boolean => {
    const [a, b] = [columns[one]!, columns[other]!]
    return noWorse(offers[a.offer]!, offers[b.offer]!, measures) && noWorseVisit(a.visit!, b.visit!)
  }
  const single = columns.flatMap(({ visit, takes, offer }, i) =>
    visit && takes ? [{ i, need: offers[offer]!.need }] : [],
  )
  const left = columns.map(() => false)
  for (const need of needs.keys()) {
    const its = single.filter((column) => column.need === need).map(({ i }) => i)
    for (const i of its)
      left[i] = its.some((other) => other !== i && stands(other, i) && (other < i || !stands(i, other)))
  }
  return left
}

export function columnsOf({ needs, offers }: Facts): Column[] {
  return offers.flatMap(({ need, visits }, offer): Column[] => {
    const { times } = needs[need]!
    const taken = { offer, visit: null, takes: true, minutes: 0, journeys: 0 }
    if (!Array.isArray(visits))
      return [{ ...taken, minutes: visits.minutes * times, journeys: visits.away ? times : 0 }]
    const each = visits.map((visit) => ({
      offer,
      visit,
      takes: times === 1,
      minutes: visit.minutes,
      journeys: visit.away ? 1 : 0,
    }))
    return times === 1 ? each : [taken, ...each]
  })
}

/** Rows of columns of which at most one is taken: visits of the same people that lie at one time. */
export function* visitsAtOneTime({ needs, offers }: Facts, columns: Column[]) {
  const people = [...new Set(needs.map(({ person }) => person))]
  const whose = people.some((person) => person !== null) ? people.filter((person) => person !== null) : [null]
  for (const person of whose) {
    const theirs = columns.flatMap(({ visit, offer }, i) => {
      const need = needs[offers[offer]!.need]!
      return visit && visit.ends !== null && (need.person === null || need.person === person)
        ? [{ i, visit, ends: visit.ends, need: offers[offer]!.need }]
        : []
    })
    for (const day of Map.groupBy(theirs, ({ visit }) => visit.weekday).values()) {
      const begins = [...new Set(day.map(({ visit }) => visit.begins))].sort((a, b) => a - b)
      // Whatever lies at one time does so at the instant at which the last of it begins; where nothing ends before more of it
      // begins, that says it too.
      for (const [n, at] of begins.entries()) {
        const next = begins[n + 1]
        const together = day.filter(({ visit, ends }) => visit.begins <= at && at < ends)
        if (next !== undefined && together.every(({ ends }) => next < ends)) continue
        if (new Set(together.map(({ need }) => need)).size > 1) yield together.map(({ i }) => i)
      }
    }
  }
}
