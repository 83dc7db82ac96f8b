import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  atOneTime,
  type Chosen,
  type Facts,
  type Limits,
  type Measure,
  type Offer,
  type Sums,
  sameTime,
  sumsOf,
  type Visit,
} from './facts.ts'
import { loadHighs } from './highs.ts'
import { basketModel } from './model.ts'

// The model against everything there is: on small cases each basket that is possible is looked at, one by one.

const highs = await loadHighs()

const visit = fc
  .record({
    weekday: fc.integer({ min: 1, max: 3 }),
    hour: fc.integer({ min: 8, max: 11 }),
    length: fc.constantFrom(45, 60, 120, null),
    travel: fc.constantFrom(0, 0, 20, 50),
  })
  .map(
    ({ weekday, hour, length, travel }): Visit => ({
      weekday,
      begins: hour * 60,
      ends: length === null ? null : hour * 60 + length,
      minutes: (length ?? 0) + travel,
      away: travel > 0,
    }),
  )
const offer = fc.record({
  need: fc.nat(3),
  full: fc.constantFrom(false, false, false, true),
  waitDays: fc.constantFrom(0, 0, 14, 30, null),
  grosze: fc.constantFrom(0, 0, 12_000, 30_000, null),
  visits: fc.oneof(
    { weight: 4, arbitrary: fc.array(visit, { minLength: 1, maxLength: 4 }) },
    { weight: 1, arbitrary: fc.record({ minutes: fc.constantFrom(0, 60), away: fc.boolean() }) },
  ),
})
const facts = fc
  .record({
    needs: fc.array(
      fc.record({
        goal: fc.nat(2),
        person: fc.constantFrom(null, 'kasia', 'jan'),
        times: fc.constantFrom(1, 1, 2),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    offers: fc.array(offer, { maxLength: 7 }),
    limits: fc.record({
      minutes: fc.option(fc.constantFrom(60, 120, 180, 240)),
      journeys: fc.option(fc.nat(3)),
      grosze: fc.option(fc.constantFrom(0, 15_000, 45_000)),
      fullPlaces: fc.constantFrom(0, 0, 1),
    }),
  })
  .map(
    ({ needs, offers, limits }): Facts => ({
      needs: needs.map((need, n) => ({ ...need, id: `need ${n}` })),
      offers: offers.map((each, n) => ({
        ...each,
        need: each.need % needs.length,
        serviceId: `service ${n}`,
      })),
      limits,
    }),
  )

/** Every way of taking a service: visits on as many different days as are needed. */
function waysOf(of: Offer, times: number): Visit[][] {
  if (!Array.isArray(of.visits)) return [[]]
  const ways = (from: Visit[], left: number): Visit[][] =>
    left === 0
      ? [[]]
      : from.flatMap((first, i) =>
          ways(
            from.slice(i + 1).filter(({ weekday }) => weekday !== first.weekday),
            left - 1,
          ).map((more) => [first, ...more]),
        )
  return ways(of.visits, times)
}

/** Every basket that keeps the limits. */
function* everyBasket(
  { needs, offers }: Facts,
  limits: Limits,
  from = 0,
  taken: Chosen[] = [],
): Generator<Chosen[]> {
  if (from === needs.length) {
    const sums = sumsOf({ needs, offers, limits }, taken)
    const grosze = taken.reduce((sum, { offer: at }) => sum + (offers[at]!.grosze ?? 0), 0)
    if (limits.minutes !== null && sums.minutes > limits.minutes) return
    if (limits.journeys !== null && sums.journeys > limits.journeys) return
    if (limits.grosze !== null && grosze > limits.grosze) return
    if (taken.filter(({ offer: at }) => offers[at]!.full).length > limits.fullPlaces) return
    yield taken
    return
  }
  yield* everyBasket({ needs, offers, limits }, limits, from + 1, taken)
  for (const [at, each] of offers.entries()) {
    if (each.need !== from) continue
    for (const visits of waysOf(each, needs[from]!.times)) {
      const clashes = taken.some(
        (other) =>
          sameTime(needs[offers[other.offer]!.need]!, needs[from]!) &&
          other.visits.some((one) => visits.some((two) => atOneTime(one, two))),
      )
      if (!clashes)
        yield* everyBasket({ needs, offers, limits }, limits, from + 1, [...taken, { offer: at, visits }])
    }
  }
}

const inOrder = (sums: Sums, measures: Measure[]) =>
  measures.map((measure) => (measure === 'covered' ? -sums.covered : sums[measure]))

const bestOf = (given: Facts, measures: Measure[], limits: Limits, answers: number) =>
  [...everyBasket(given, limits)]
    .map((taken) => sumsOf(given, taken))
    .filter(({ answered }) => answered >= answers)
    .map((sums) => inOrder(sums, measures))
    .sort((a, b) => a.map((value, i) => value - b[i]!).find((less) => less !== 0) ?? 0)[0]

const orders: Measure[][] = [
  ['covered', 'journeys', 'waiting', 'grosze'],
  ['journeys', 'covered', 'waiting', 'grosze'],
  ['grosze', 'covered', 'journeys', 'waiting'],
]

test.each(orders)('the model finds the best of all baskets, by %s, then %s, %s and %s', (...measures) => {
  fc.assert(
    fc.property(facts, fc.nat(2), (given, answers) => {
      using model = basketModel(highs, given)
      const found = model.best(measures, { answers })
      expect(found ? inOrder(found, measures) : undefined).toEqual(
        bestOf(given, measures, given.limits, answers),
      )
      if (!found) return
      expect(found.proven).toBe(true)
      // Of all that are as good and of these services, no visits take less time, and of those that take as little none begin
      // earlier.
      const services = JSON.stringify(found.chosen.map(({ offer: at }) => at).sort())
      const alike = [...everyBasket(given, given.limits)].filter(
        (taken) =>
          JSON.stringify(taken.map(({ offer: at }) => at).sort()) === services &&
          String(inOrder(sumsOf(given, taken), measures)) === String(inOrder(found, measures)),
      )
      const minutesIn = (taken: Chosen[]) => sumsOf(given, taken).minutes
      expect(found.minutes).toBe(Math.min(...alike.map(minutesIn)))
      expect(beginsIn(found.chosen)).toBe(
        Math.min(...alike.filter((taken) => minutesIn(taken) === found.minutes).map(beginsIn)),
      )
      // What it chose is itself one of all baskets.
      const asChosen = JSON.stringify(found.chosen)
      expect([...everyBasket(given, given.limits)].map(sorted).map((all) => JSON.stringify(all))).toContain(
        JSON.stringify(sorted(JSON.parse(asChosen))),
      )
    }),
    { numRuns: 150 },
  )
})

const beginsIn = (taken: Chosen[]) =>
  taken.flatMap(({ visits }) => visits).reduce((sum, { begins }) => sum + begins, 0)

const sorted = (taken: Chosen[]) =>
  taken
    .map(({ offer: at, visits }) => ({
      offer: at,
      visits: visits.map((each) => JSON.stringify(each)).sort(),
    }))
    .sort((a, b) => a.offer - b.offer)

test('asked again with one more place, hour or 500 zł it finds what is best then, and afterwards the same as before', () => {
  fc.assert(
    fc.property(facts, (given) => {
      using model = basketModel(highs, given)
      const measures = orders[0]!
      const before = model.best(measures)
      for (const more of [
        { fullPlaces: given.limits.fullPlaces + 1 },
        { minutes: (given.limits.minutes ?? 0) + 60 },
        { grosze: (given.limits.grosze ?? 0) + 50_000 },
      ]) {
        const found = model.best(measures, { limits: more })
        expect(found && inOrder(found, measures)).toEqual(
          bestOf(given, measures, { ...given.limits, ...more }, 0),
        )
      }
      expect(model.best(measures)).toEqual(before)
      // Only what is better than that: more of the goals, or as much with fewer journeys.
      const more = { minutes: given.limits.minutes === null ? null : given.limits.minutes + 60 }
      const better = model.best(measures, { limits: more, than: before! })
      const best = bestOf(given, measures, { ...given.limits, ...more }, 0)!
      const isBetter = String(best.slice(0, 2)) !== String(inOrder(before!, measures).slice(0, 2))
      expect(better && inOrder(better, measures)).toEqual(isBetter && given.offers.length ? best : null)
    }),
    { numRuns: 60 },
  )
})

test('nothing that is not less is found under a bound', () => {
  fc.assert(
    fc.property(facts, (given) => {
      using model = basketModel(highs, given)
      const first = model.best(orders[0]!)!
      const fewer = model.best(orders[1]!, { under: first.journeys })
      if (fewer) expect(fewer.journeys).toBeLessThan(first.journeys)
    }),
    { numRuns: 60 },
  )
})
