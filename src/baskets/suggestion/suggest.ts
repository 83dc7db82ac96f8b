import type { Highs } from 'highs'
import {
  atOneTime,
  type Basket,
  type Chosen,
  type Facts,
  type Limits,
  type Measure,
  type Need,
  sameTime,
  sumsOf,
} from './facts.ts'
import { type Fitting, fittingOf, type PlacedVisit, type Reason, type Unknown } from './fitting.ts'
import type { Gathered } from './gathered.ts'
import { basketModel } from './model.ts'

// The best basket and two that really differ; what each answers and does not, and why; and what one more place, hour or 500 zł
// would change, found by asking the model again. All figures are those of the model, added up again from what was chosen.

/** What a way of composing the basket is best at. */
export type Kind = 'goals' | 'journeys' | 'cost' | 'others'
export type Limit = 'hours' | 'journeys' | 'money' | 'time'

export type Item = {
  needId: string
  serviceId: string
  visits: PlacedVisit[]
  minutes: number
  journeys: number
  grosze: number | null
  waitDays: number | null
  km: number | null
  unknown: Unknown[]
}
/** Why nothing answers a need: no such service, none that fits (how many, and why), or what it would not fit into. */
export type Lacking =
  | { why: 'none' | 'full' | 'left' }
  | { why: 'unfit'; reasons: Partial<Record<Reason, number>> }
  | { why: 'limits'; limits: Limit[] }
export type Composed = {
  kind: Kind
  items: Item[]
  lacking: ({ needId: string } & Lacking)[]
  minutes: number
  journeys: number
  /** What is known of the cost in a month. */
  grosze: number
  costsUnknown: number
  /** Days until the first of it may begin; null where nobody knows. */
  firstIn: number | null
}
/** What a change would bring: needs that would be answered then, and by which service; how many journeys fewer. */
export type Change = {
  of: 'place' | 'hour' | 'money'
  /** Nothing limits it. */
  free: boolean
  gains: { needId: string; serviceId: string }[]
  losses: string[]
  journeysLess: number
  fullServiceId: string | null
}
export type Suggestion = {
  composed: Composed[]
  changes: Change[]
  /** What else may answer each need, with the first visits that fit it alone. */
  instead: Item[]
  services: number
  visits: number
  /** False where a search ended before everything was looked at. */
  proven: boolean
}

const order: Measure[] = ['covered', 'journeys', 'waiting', 'grosze']
const moreMinutes = 60
const moreGrosze = 50_000

/** Composes baskets from what was gathered. The same facts give the same answer. */
export function suggest(highs: Highs, gathered: Gathered): Suggestion {
  const fitting = fittingOf(gathered)
  const { facts } = fitting
  using model = basketModel(highs, facts)
  const first = model.best(order)
  const found = first ? [{ kind: 'goals' as Kind, basket: first }, ...others(highs, facts, model, first)] : []
  return {
    composed: found.map(({ kind, basket }) => composed(fitting, kind, basket)),
    changes: first ? changes(facts, model, first) : [],
    instead: facts.offers.flatMap((offer, i) => (offer.full ? [] : [itemOf(fitting, alone(facts, i))])),
    services: new Set(gathered.services.map(({ id }) => id)).size,
    visits: model.size,
    proven: found.length > 0 && found.every(({ basket }) => basket.proven),
  }
}

const servicesIn = ({ offers }: Facts, { chosen }: { chosen: Chosen[] }) =>
  chosen.map(({ offer }) => `${offers[offer]!.need}/${offers[offer]!.serviceId}`).join()

/** Up to two baskets that are better than the first at something, or of other services, and answer all but one need of what it does. */
function others(highs: Highs, facts: Facts, model: ReturnType<typeof basketModel>, first: Basket) {
  const answers = Math.max(1, first.answered - 1)
  const found: { kind: Kind; basket: Basket }[] = []
  const take = (kind: Kind, basket: Basket | null) => {
    const differs = [first, ...found.map((each) => each.basket)].every(
      (other) => basket && servicesIn(facts, other) !== servicesIn(facts, basket),
    )
    if (basket && differs && found.length < 2) found.push({ kind, basket })
  }
  if (!first.answered) return found
  take(
    'journeys',
    model.best(['journeys', 'covered', 'waiting', 'grosze'], { answers, under: first.journeys }),
  )
  take('cost', model.best(['grosze', 'covered', 'journeys', 'waiting'], { answers, under: first.grosze }))
  if (found.length < 2) {
    const taken = new Set(first.chosen.map(({ offer }) => facts.offers[offer]!.serviceId))
    const kept = [...facts.offers.keys()].filter((offer) => !taken.has(facts.offers[offer]!.serviceId))
    using rest = basketModel(highs, { ...facts, offers: kept.map((offer) => facts.offers[offer]!) })
    const basket = rest.best(order)
    // With less than half of what the first answers it is no other way of doing it.
    if (basket && basket.answered * 2 >= first.answered)
      take('others', {
        ...basket,
        chosen: basket.chosen.map(({ offer, visits }) => ({ offer: kept[offer]!, visits })),
      })
  }
  return found
}

/** What a little more would change, by asking again with it. */
function changes(facts: Facts, model: ReturnType<typeof basketModel>, first: Basket): Change[] {
  const { limits, needs, offers } = facts
  const asked: { of: Change['of']; more: Partial<Limits>; free: boolean }[] = [
    { of: 'place', more: { fullPlaces: limits.fullPlaces + 1 }, free: !offers.some(({ full }) => full) },
    { of: 'hour', more: { minutes: (limits.minutes ?? 0) + moreMinutes }, free: limits.minutes === null },
    { of: 'money', more: { grosze: (limits.grosze ?? 0) + moreGrosze }, free: limits.grosze === null },
  ]
  const of = (basket: Basket) =>
    new Map(basket.chosen.map(({ offer }) => [offers[offer]!.need, offers[offer]!.serviceId]))
  const before = of(first)
  return asked.map(({ of: what, more, free }): Change => {
    const nothing = { of: what, free, gains: [], losses: [], journeysLess: 0, fullServiceId: null }
    if (free) return nothing
    const best = model.best(order, { limits: more, than: first })
    if (!best) return nothing
    const after = of(best)
    return {
      ...nothing,
      gains: [...after].flatMap(([need, serviceId]) =>
        before.has(need) ? [] : [{ needId: needs[need]!.id, serviceId }],
      ),
      losses: [...before.keys()].flatMap((need) => (after.has(need) ? [] : [needs[need]!.id])),
      journeysLess: first.journeys - best.journeys,
      fullServiceId:
        best.chosen.map(({ offer }) => offers[offer]!).find(({ full }) => full)?.serviceId ?? null,
    }
  })
}

function itemOf({ facts, offered }: Fitting, chosen: Chosen): Item {
  const { need, serviceId, grosze, waitDays } = facts.offers[chosen.offer]!
  const { minutes, journeys } = sumsOf(facts, [chosen])
  const visits = chosen.visits as PlacedVisit[]
  return {
    needId: facts.needs[need]!.id,
    serviceId,
    visits,
    minutes,
    journeys,
    grosze,
    waitDays,
    ...offered[chosen.offer]!,
  }
}

/** A service by itself: on the first of its days, as short as it is there. */
function alone({ needs, offers }: Facts, offer: number): Chosen {
  const { need, visits } = offers[offer]!
  if (!Array.isArray(visits)) return { offer, visits: [] }
  const days = Map.groupBy(visits, ({ weekday }) => weekday)
  return {
    offer,
    visits: [...days.values()]
      .map((day) => day.toSorted((a, b) => a.minutes - b.minutes || a.begins - b.begins)[0]!)
      .sort((a, b) => a.weekday - b.weekday)
      .slice(0, needs[need]!.times),
  }
}

/** A basket in its parts, with their sums, and why each of the other needs is not answered by it. */
function composed(fitting: Fitting, kind: Kind, { chosen }: Basket): Composed {
  const { facts } = fitting
  const items = chosen.map((each) => itemOf(fitting, each))
  const known = items.flatMap(({ waitDays }) => waitDays ?? [])
  return {
    kind,
    items,
    lacking: facts.needs.flatMap((need, n) =>
      items.some(({ needId }) => needId === need.id)
        ? []
        : [{ needId: need.id, ...lackingOf(fitting, n, chosen) }],
    ),
    minutes: items.reduce((sum, item) => sum + item.minutes, 0),
    journeys: items.reduce((sum, item) => sum + item.journeys, 0),
    grosze: items.reduce((sum, item) => sum + (item.grosze ?? 0), 0),
    costsUnknown: items.filter(({ grosze }) => grosze === null).length,
    firstIn: known.length ? Math.min(...known) : null,
  }
}

/** Why nothing in a basket answers a need: read off by putting each service that could beside what was chosen. */
export function lackingOf({ facts, excluded }: Fitting, need: number, chosen: Chosen[]): Lacking {
  const its = facts.offers.flatMap((offer, i) => (offer.need === need ? [{ offer, i }] : []))
  const unfit = excluded[need]!
  if (!its.length) return Object.keys(unfit).length ? { why: 'unfit', reasons: unfit } : { why: 'none' }
  const open = its.filter(({ offer }) => !offer.full)
  if (!open.length) return { why: 'full' }
  const broken = open.map(({ i }) => brokenBy(facts, need, i, chosen)).sort((a, b) => a.length - b.length)[0]!
  return broken.length ? { why: 'limits', limits: broken } : { why: 'left' }
}

/** Which limits would not hold with this service besides; visits that lie at another's time count as time. */
function brokenBy(facts: Facts, need: number, offer: number, chosen: Chosen[]): Limit[] {
  const { needs, offers, limits } = facts
  const { visits } = offers[offer]!
  const { times } = needs[need] as Need
  const taken = chosen.flatMap((each) =>
    each.visits.map((visit) => ({ visit, need: needs[offers[each.offer]!.need]! })),
  )
  let free: Chosen['visits'] = []
  let clash = false
  if (Array.isArray(visits)) {
    const open = visits.filter(
      (visit) => !taken.some((other) => sameTime(other.need, needs[need]!) && atOneTime(other.visit, visit)),
    )
    // The least that so many visits on different days take.
    const least = (from: typeof visits) =>
      [...Map.groupBy(from, ({ weekday }) => weekday).values()]
        .map((day) => day.toSorted((a, b) => Number(a.away) - Number(b.away) || a.minutes - b.minutes)[0]!)
        .sort((a, b) => Number(a.away) - Number(b.away) || a.minutes - b.minutes)
        .slice(0, times)
    free = least(open)
    clash = free.length < times
    if (clash) free = least(visits)
  }
  const sums = sumsOf(facts, [...chosen, { offer, visits: free }])
  const grosze = [...chosen.map((each) => each.offer), offer].reduce(
    (sum, each) => sum + (offers[each]!.grosze ?? 0),
    0,
  )
  const broken: Limit[] = []
  if (limits.minutes !== null && sums.minutes > limits.minutes) broken.push('hours')
  if (limits.journeys !== null && sums.journeys > limits.journeys) broken.push('journeys')
  if (limits.grosze !== null && grosze > limits.grosze) broken.push('money')
  if (clash) broken.push('time')
  return broken
}
