import type { Highs } from 'highs'
import { type Column, columnsOf, type Entry, needless, visitsAtOneTime } from './columns.ts'
import {
  type Basket,
  type Chosen,
  type Facts,
  type Limits,
  type Measure,
  type Offer,
  sumsOf,
  unknownGrosze,
  unknownWait,
  weightsOf,
} from './facts.ts'

// Which services, on which days, are the best basket under what limits a family and the money: a mixed-integer model with a
// column for each visit that is possible. Every figure in it is a whole number (minutes, journeys, days, grosze), so what it
// answers is exact, and the same each time. It knows nothing of a database, of words, or of what is shown.

/** Where a search ends, whatever was found: nodes, not seconds, so that it ends at the same place each time. */
const mostNodes = 5000

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
