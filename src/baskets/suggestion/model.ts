import type { Highs } from 'highs'

// Which services, on which days, are the best basket under what limits a family and the money: a mixed-integer model with a
// column for each visit that is possible. Every figure in it is a whole number (minutes, journeys, days, grosze), so what it
// answers is exact, and the same each time. It knows nothing of a database, of words, or of what is shown.

/** Something that is needed for a goal. */
export type Need = {
  id: string
  /** The place of its goal in the family's order; 0 comes first. */
  goal: number
  /** Whose time it takes; null is everybody's. */
  person: string | null
  /** Visits in a week. */
  times: number
}

/** One visit that is possible: minutes after midnight on a day of the week (1 is Monday). */
export type Visit = {
  weekday: number
  begins: number
  /** Null where nobody said how long it takes. */
  ends: number | null
  /** Minutes of the family, with the way there and back as far as it is known. */
  minutes: number
  away: boolean
}

/** A service that may answer a need. */
export type Offer = {
  /** The need's place among the needs. */
  need: number
  serviceId: string
  /** Its owner says that there is no place: it is counted on only where one more place is asked about. */
  full: boolean
  /** Days until a place is free; null where nobody knows. */
  waitDays: number | null
  /** What it costs in a month; null where nobody knows. */
  grosze: number | null
  /** Visits on known days; or, where its hours are not known, what any one of its visits takes. */
  visits: Visit[] | Pick<Visit, 'minutes' | 'away'>
}

/** Null limits nothing. */
export type Limits = {
  minutes: number | null
  journeys: number | null
  grosze: number | null
  /** How many services without a free place are counted on. */
  fullPlaces: number
}

export type Facts = { needs: Need[]; offers: Offer[]; limits: Limits }

export type Chosen = { offer: number; visits: Visit[] }

/** What is added up of a basket; `covered` weighs each need by its goal's place, `answered` counts them. */
export type Sums = {
  covered: number
  answered: number
  journeys: number
  minutes: number
  waiting: number
  grosze: number
}
export type Basket = Sums & {
  chosen: Chosen[]
  /** False where the search ended before everything was looked at. */
  proven: boolean
}

/** By what a basket is best: what comes first is kept while the next is looked for. */
export type Measure = 'covered' | 'journeys' | 'waiting' | 'grosze'

/** A wait, or a cost, that nobody knows comes after all that are known, in order alone. */
export const unknownWait = 366
export const unknownGrosze = 10_000_000

/** Where a search ends, whatever was found: nodes, not seconds, so that it ends at the same place each time. */
const mostNodes = 5000

/** What each need weighs: one of a goal that comes first more than all of the goals after it together. */
export function weightsOf(needs: Pick<Need, 'goal'>[]): number[] {
  const weights = new Map<number, number>()
  let weight = 1
  for (const goal of [...new Set(needs.map((need) => need.goal))].sort((a, b) => b - a)) {
    weights.set(goal, weight)
    weight *= needs.filter((need) => need.goal === goal).length + 1
  }
  return needs.map(({ goal }) => weights.get(goal)!)
}

/** Adds up what was chosen, from the facts alone. */
export function sumsOf({ needs, offers }: Facts, chosen: Chosen[]): Sums {
  const weights = weightsOf(needs)
  const sum = (of: (offer: Offer, visits: Visit[], times: number) => number) =>
    chosen.reduce((all, { offer, visits }) => {
      const taken = offers[offer]!
      return all + of(taken, visits, needs[taken.need]!.times)
    }, 0)
  return {
    covered: sum(({ need }) => weights[need]!),
    answered: chosen.length,
    journeys: sum(({ visits: all }, visits, times) =>
      Array.isArray(all) ? visits.filter(({ away }) => away).length : all.away ? times : 0,
    ),
    minutes: sum(({ visits: all }, visits, times) =>
      Array.isArray(all) ? visits.reduce((of, { minutes }) => of + minutes, 0) : all.minutes * times,
    ),
    waiting: sum(({ waitDays }) => waitDays ?? unknownWait),
    grosze: sum(({ grosze }) => grosze ?? unknownGrosze),
  }
}

/** Do two visits of these people lie at one time? What nobody knows the end of is not known to. */
export const atOneTime = (a: Visit, b: Visit) =>
  a.weekday === b.weekday && a.ends !== null && b.ends !== null && a.begins < b.ends && b.begins < a.ends

export const sameTime = (one: Pick<Need, 'person'>, other: Pick<Need, 'person'>) =>
  one.person === null || other.person === null || one.person === other.person

type Column = {
  offer: number
  visit: Visit | null
  /** Taking it is taking the service; of a service with several visits a week another column says so. */
  takes: boolean
  minutes: number
  journeys: number
}
type Entry = [column: number, value: number]

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
function needless({ needs, offers }: Facts, columns: Column[], measures: Measure[]): boolean[] {
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

function columnsOf({ needs, offers }: Facts): Column[] {
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
function* visitsAtOneTime({ needs, offers }: Facts, columns: Column[]) {
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

/** A model of these facts, to be asked several times; whoever makes it disposes of it. */
export function basketModel(highs: Highs, facts: Facts) {
  const { needs, offers, limits } = facts
  const columns = columnsOf(facts)
  const weights = weightsOf(needs)
  const { infinity } = highs
  const rows: { lower: number; upper: number; entries: Entry[] }[] = []
  const add = (lower: number, upper: number, entries: Entry[]) => rows.push({ lower, upper, entries }) - 1
  const where = (value: (column: Column) => number) =>
    columns.flatMap((column, i): Entry[] => {
      const of = value(column)
      return of ? [[i, of]] : []
    })
  const ofTaken = (value: (offer: Offer) => number) => (column: Column) =>
    column.takes ? value(offers[column.offer]!) : 0

  const rowOf = {
    minutes: add(
      -infinity,
      limits.minutes ?? infinity,
      where(({ minutes }) => minutes),
    ),
    journeys: add(
      -infinity,
      limits.journeys ?? infinity,
      where(({ journeys }) => journeys),
    ),
    grosze: add(-infinity, limits.grosze ?? infinity, where(ofTaken(({ grosze }) => grosze ?? 0))),
    fullPlaces: add(-infinity, limits.fullPlaces, where(ofTaken(({ full }) => (full ? 1 : 0)))),
  }
  const answered = add(0, infinity, where(ofTaken(() => 1)))
  for (const need of needs.keys()) add(-infinity, 1, where(ofTaken((offer) => (offer.need === need ? 1 : 0))))
  for (const [taken, { offer, visit, takes }] of columns.entries()) {
    if (visit || !takes || !Array.isArray(offers[offer]!.visits)) continue
    const visits = columns.flatMap((column, i) =>
      column.offer === offer && column.visit ? [{ i, weekday: column.visit.weekday }] : [],
    )
    add(0, 0, [[taken, -needs[offers[offer]!.need]!.times], ...visits.map(({ i }): Entry => [i, 1])])
    for (const day of new Set(visits.map(({ weekday }) => weekday)))
      add(-infinity, 0, [
        [taken, -1],
        ...visits.flatMap(({ i, weekday }): Entry[] => (weekday === day ? [[i, 1]] : [])),
      ])
  }
  for (const together of visitsAtOneTime(facts, columns))
    add(
      -infinity,
      1,
      together.map((i): Entry => [i, 1]),
    )

  const entries = rows.flatMap((row) => row.entries)
  const starts = [0]
  for (const row of rows) starts.push(starts.at(-1)! + row.entries.length)
  const model = highs.createModel({
    numCols: columns.length,
    numRows: rows.length,
    colCost: columns.map(() => 0),
    colLower: columns.map(() => 0),
    colUpper: columns.map(() => 1),
    rowLower: rows.map(({ lower }) => lower),
    rowUpper: rows.map(({ upper }) => upper),
    matrix: {
      format: 'csr',
      numRows: rows.length,
      numCols: columns.length,
      starts,
      indices: entries.map(([column]) => column),
      values: entries.map(([, value]) => value),
    },
    integrality: columns.map(() => highs.constants.variableType.integer),
  })
  model.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0.5, mip_max_nodes: mostNodes })

  const adds: Record<Measure, (column: Column) => number> = {
    covered: ofTaken(({ need }) => -weights[need]!),
    journeys: ({ journeys }) => journeys,
    waiting: ofTaken(({ waitDays }) => waitDays ?? unknownWait),
    grosze: ofTaken(({ grosze }) => grosze ?? unknownGrosze),
  }

  const entriesOf = (costs: number[]) => ({
    indices: [...costs.keys()].filter((i) => costs[i]),
    values: costs.filter(Boolean),
  })
  const amountOf = (costs: number[], taken: number[]) =>
    taken.reduce((sum, times, i) => sum + times * costs[i]!, 0)
  const valueIn = (measure: Measure, taken: number[]) => amountOf(columns.map(adds[measure]), taken)
  const all = { kind: 'range', from: 0, to: columns.length - 1 } as const
  const known = new Map<string, boolean[]>()
  const leftOut = (measures: Measure[]) => {
    const key = ['waiting', 'grosze'].filter((each) => measures.includes(each as Measure)).join()
    const left = known.get(key) ?? needless(facts, columns, measures)
    known.set(key, left)
    return left
  }

  /** No measure of a basket is less than this: every need that has a service answered, or nothing at all. */
  const leastOf = (measure: Measure, fullPlaces: number) =>
    measure === 'covered'
      ? -needs.reduce((sum, _, n) => {
          const some = offers.some(({ need, full }) => need === n && (!full || fullPlaces > 0))
          return sum + (some ? weights[n]! : 0)
        }, 0)
      : 0
  const found = new WeakMap<Basket, number[]>()
  const { modelStatus } = highs.constants

  /** Solves for one measure among the columns that are not left out; null where there is none. Mostly soonest as it stands. */
  function solve(costs: number[], left: boolean[], start: number[] | null, presolve: 'on' | 'off' = 'off') {
    model.changeColsBounds(
      all,
      columns.map(() => 0),
      left.map((out) => (out ? 0 : 1)),
    )
    model.options.set('presolve', presolve)
    model.changeColsCost(all, costs)
    if (start) model.setSolution({ colValue: start })
    model.run()
    const status = model.getModelStatus()
    if (status !== modelStatus.optimal && status !== modelStatus.solutionLimit) return null
    return {
      taken: [...model.getSolution().colValue].map(Math.round),
      proven: status === modelStatus.optimal,
    }
  }

  /** The same services at visits that take as little time as they can, then begin as early, beside each other, with all that was reached. */
  function early(taken: number[], keep: (costs: number[], taken: number[]) => void): number[] {
    const services = new Set(columns.flatMap(({ offer }, i) => (taken[i] ? [offer] : [])))
    const others = columns.map(({ offer }) => !services.has(offer))
    const minutes = columns.map((column) => column.minutes)
    // Hardly anything is left of it.
    const shortest = solve(minutes, others, taken, 'on')?.taken ?? taken
    keep(minutes, shortest)
    return (
      solve(
        columns.map(({ visit }) => visit?.begins ?? 0),
        others,
        shortest,
        'on',
      )?.taken ?? shortest
    )
  }

  const chosenIn = (taken: number[]) =>
    offers.flatMap((_, offer): Chosen[] => {
      const its = columns.flatMap((column, i) => (column.offer === offer && taken[i] ? [column] : []))
      return its.length ? [{ offer, visits: its.flatMap(({ visit }) => visit ?? []) }] : []
    })

  /**
   * The best basket by these measures, one after another, under the limits or others in their place; with at least so many
   * needs answered. Null where there is none: none that is less than `under` by the first measure, or none that is better than
   * another basket by the first two.
   */
  function best(
    measures: Measure[],
    asked: { limits?: Partial<Limits>; answers?: number; under?: number; than?: Basket } = {},
  ): Basket | null {
    if (!columns.length)
      return asked.answers || asked.under !== undefined || asked.than
        ? null
        : { chosen: [], ...sumsOf(facts, []), proven: true }
    const under = { ...limits, ...asked.limits }
    for (const limit of ['minutes', 'journeys', 'grosze', 'fullPlaces'] as const)
      model.changeRowBounds(rowOf[limit], -infinity, under[limit] ?? infinity)
    model.changeRowBounds(answered, asked.answers ?? 0, infinity)
    const before = asked.than && found.get(asked.than)
    let proven = true
    let taken = before ?? null
    let kept = 0
    const keep = (costs: number[], reached: number[]) => {
      model.addRow(-infinity, amountOf(costs, reached), entriesOf(costs))
      kept++
    }
    let settled: Measure | undefined
    try {
      for (const [n, measure] of measures.entries()) {
        const costs = columns.map(adds[measure])
        if (!taken && measure === 'covered') {
          // Where every need can be answered at once, that is found sooner than that nothing better is.
          const [, next] = measures
          model.addRow(-infinity, leastOf(measure, under.fullPlaces), entriesOf(costs))
          const all = solve(columns.map(adds[next!]), leftOut(measures.slice(0, 2)), null)
          model.deleteRows({ kind: 'range', from: rows.length, to: rows.length })
          taken = all?.proven ? all.taken : null
          settled = taken ? next : undefined
        }
        // What cannot be less needs no search.
        if (!taken || (measure !== settled && valueIn(measure, taken) > leastOf(measure, under.fullPlaces))) {
          const left = leftOut(measures.slice(0, n + 1))
          const start: number[] | null = taken
          const solved = solve(costs, start ? left.map((out, i) => out && !start[i]) : left, start)
          if (!solved) return null
          taken = solved.taken
          proven &&= solved.proven
        }
        if (n === 0 && asked.under !== undefined && amountOf(costs, taken) >= asked.under) return null
        keep(costs, taken)
        if (
          n === 1 &&
          before &&
          measures.slice(0, 2).every((each) => valueIn(each, taken!) === valueIn(each, before))
        )
          return null
      }
      taken = early(taken!, keep)
    } finally {
      if (kept) model.deleteRows({ kind: 'range', from: rows.length, to: rows.length + kept - 1 })
    }
    const chosen = chosenIn(taken)
    const basket = { chosen, ...sumsOf(facts, chosen), proven }
    found.set(basket, taken)
    return basket
  }

  return { best, [Symbol.dispose]: () => model.dispose(), size: columns.length }
}
