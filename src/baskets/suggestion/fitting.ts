import { type Ride, ridesFrom } from '../../directory/reach.ts'
import type { Facts, Limits, Need, Offer, Visit } from './facts.ts'
import type { FamilyLimits, Gathered, Hours, Location, NeededKind, Service } from './gathered.ts'

// From what is known of a family and of services to what the model asks about: which service may answer which need, on which
// visits; and why another may not. What is not known excludes nothing: it is said beside what is chosen.

/** Why a service does not answer a need; in this order, the first that holds. */
export const reasons = ['age', 'language', 'village', 'days', 'way', 'tooShort', 'busy'] as const
export type Reason = (typeof reasons)[number]

/** What is not known of a service that may answer a need. */
export type Unknown = 'age' | 'hours' | 'minutes' | 'way' | 'place' | 'cost' | 'places' | 'checked'

/** A visit with what is shown of it. */
export type PlacedVisit = Visit & {
  nth: number | null
  location: number
  /** Without a car: when one leaves, and the way back. */
  leaves: number | null
  back: number | null
}
export type Fitting = {
  facts: Facts
  /** Beside each offer of the facts: what is not known of it, and how far it is. */
  offered: { unknown: Unknown[]; km: number | null }[]
  /** Of each need: how many services of its kind do not answer it, and why. */
  excluded: Partial<Record<Reason, number>>[]
}

/** After so many days without a word of its owner an entry is said to be old. */
const oldAfter = 60
/** As far as one walks, in kilometres. */
export const onFoot = 1.5
/** From which minute on one may set out. */
const settingOut = 300
const endOfDay = 1440
const weeksOfMonth = 52 / 12

/** What the needs, the limits and the services come to. The order of its lists follows ids, so that the same facts make the same model. */
export function fittingOf(gathered: Gathered): Fitting {
  const { needs, limits } = gathered
  const ways = waysOf(gathered)
  const services = [...gathered.services].sort((a, b) => (a.id < b.id ? -1 : 1))
  const offers: Offer[] = []
  const offered: Fitting['offered'] = []
  const excluded = needs.map((need, n) => {
    const why: Partial<Record<Reason, number>> = {}
    for (const service of services) {
      if (service.kind !== need.kind) continue
      const found = offerOf(gathered, ways, need, service)
      if (typeof found === 'string') {
        why[found] = (why[found] ?? 0) + 1
        continue
      }
      offers.push({ need: n, serviceId: service.id, ...found.offer })
      offered.push({ unknown: found.unknown, km: found.km })
    }
    return why
  })
  return {
    facts: { needs: needs.map(asNeed), offers, limits: modelLimits(limits, gathered.left) },
    offered,
    excluded,
  }
}

const asNeed = ({ id, goal, person, times }: NeededKind): Need => ({ id, goal, person, times })

export const modelLimits = ({ hours, journeys, money }: FamilyLimits, left: number | null): Limits => {
  const sums = [money === null ? null : money * 100, left].filter((sum) => sum !== null)
  return {
    minutes: hours === null ? null : hours * 60,
    journeys,
    grosze: sums.length ? Math.max(0, Math.min(...sums)) : null,
    fullPlaces: 0,
  }
}

/** Without a car: ways there, and ways back; the first to leave comes first. */
type Ways = { there: Ride[]; back: Ride[] }

/** Ways there and back without a car on a day of the week, home again by the hour that is set. */
export function waysOf({
  home,
  timetables,
  limits,
}: Pick<Gathered, 'home' | 'timetables' | 'limits'>): (weekday: number, place: string) => Ways {
  const scans = new Map<number, ReturnType<typeof ridesFrom>>()
  return (weekday, place) => {
    const no = timetables.findIndex(({ weekdays }) => weekdays.includes(weekday))
    if (no < 0 || home === null) return { there: [], back: [] }
    const latest = limits.backBy ?? Number.POSITIVE_INFINITY
    const rides =
      scans.get(no) ??
      ridesFrom(
        timetables[no]!.trips.map((stops) =>
          stops.filter(([, minute]) => minute >= settingOut && minute <= latest),
        ),
        home,
      )
    scans.set(no, rides)
    return { there: rides.there.get(place) ?? [], back: rides.back.get(place) ?? [] }
  }
}

/**
 * Visits in a span of hours: as early and as late as it is open, and where one goes without a car, such as begin when one
 * arrives or end when one leaves. They take from leaving home until one is home again. Where nobody knows how long a visit
 * takes it is one that begins as early as it can, and only the rides count.
 */
function visitsIn(
  { opens, closes, weekday, nth, at }: Hours & { at: number },
  length: number | null,
  away: boolean,
  ways: Ways | null,
  backBy: number,
): PlacedVisit[] {
  const last = Math.min(closes, backBy) - (length ?? 0)
  const begins = [
    opens,
    last,
    ...(ways?.there.map(({ arrives }) => arrives) ?? []),
    ...(ways?.back.map(({ leaves }) => leaves - (length ?? 0)) ?? []),
  ]
  const visits = [...new Set(begins)]
    .filter((begin) => begin >= opens && begin <= last)
    .sort((a, b) => a - b)
    .flatMap((begin): PlacedVisit[] => {
      const visit = { weekday, nth, begins: begin, ends: length === null ? null : begin + length, away }
      const placed = { ...visit, location: at, leaves: null, back: null, minutes: length ?? 0 }
      if (!ways) return [placed]
      // Whoever can be there in time by a later departure does not wait.
      const there = ways.there.findLast(({ arrives }) => arrives <= begin)
      const back =
        length === null
          ? ways.back.findLast(({ leaves }) => leaves >= begin)
          : ways.back.find(({ leaves }) => leaves >= begin + length)
      if (!there || !back) return []
      const minutes =
        length === null
          ? there.arrives - there.leaves + back.arrives - back.leaves
          : back.arrives - there.leaves
      return [{ ...placed, leaves: there.leaves, back: back.leaves, minutes }]
    })
  return length === null ? visits.slice(0, 1) : visits
}

/** Of all visits of a span as few as a week is composed of: the first of those that take the least, and the first or last, whichever is further from it. */
function fewOf(visits: PlacedVisit[]): PlacedVisit[] {
  const least = visits.toSorted((a, b) => a.minutes - b.minutes)[0]
  const [first, last] = [visits[0], visits.at(-1)]
  if (!least || !first || !last) return []
  const other = least.begins - first.begins > last.begins - least.begins ? first : last
  return visits.filter((visit) => visit === least || visit === other)
}

type Found = { offer: Omit<Offer, 'need' | 'serviceId'>; unknown: Unknown[]; km: number | null }

/** How a service may answer a need, or the reason why it does not. */
function offerOf(
  gathered: Gathered,
  ways: ReturnType<typeof waysOf>,
  need: NeededKind,
  service: Service,
): Found | Reason {
  const { limits } = gathered
  const { minAge, maxAge } = service
  if (need.age !== null && (need.age < (minAge ?? 0) || need.age > (maxAge ?? 200))) return 'age'
  if (limits.language && !service.languages.includes(limits.language)) return 'language'
  const places = service.locations
    .map((location, at) => ({ ...location, at }))
    .filter(({ here }) => !(limits.outsideVillage && (here || service.runHere)))
  if (service.locations.length && !places.length) return 'village'
  if (limits.outsideVillage && service.runHere) return 'village'
  const hours = places.flatMap((place) => place.hours.map((each) => ({ ...each, place })))
  const days = hours.filter(
    ({ weekday, nth }) => !limits.days.includes(weekday) && (nth === null || need.times === 1),
  )
  if (hours.length && !days.length) return 'days'

  const unknown: Unknown[] = []
  if (need.age === null && (minAge !== null || maxAge !== null)) unknown.push('age')
  if (need.minutes === null) unknown.push('minutes')
  const grosze = monthlyGrosze(need, service)
  if (grosze === null) unknown.push('cost')
  const waitDays = waitOf(service)
  if (waitDays === null) unknown.push('places')
  if (service.checkedAgo > oldAfter) unknown.push('checked')
  const offer = { full: service.places?.state === 'none', waitDays, grosze }
  const nearest = places.toSorted((a, b) => (a.km ?? 0) - (b.km ?? 0))[0]
  const km = nearest?.km ?? null
  if (!nearest && !service.comes) unknown.push('place')
  const isAway = ({ here, km }: Pick<Location, 'here' | 'km'>) =>
    !service.comes && !here && !(km !== null && km < onFoot)
  const byBus = limits.noCar && !service.ownTransport
  const away = nearest !== undefined && isAway(nearest)
  if (away && byBus && (gathered.home === null || !hours.length)) unknown.push('way')
  if (!hours.length) {
    unknown.push('hours')
    return { offer: { ...offer, visits: { minutes: need.minutes ?? 0, away } }, unknown, km }
  }
  if (days.every(({ opens, closes }) => closes - opens < (need.minutes ?? 0))) return 'tooShort'
  const spans = days.map(({ place, ...span }) =>
    visitsIn(
      { ...span, at: place.at },
      need.minutes,
      isAway(place),
      isAway(place) && byBus && gathered.home !== null ? ways(span.weekday, place.place) : null,
      limits.backBy ?? endOfDay,
    ),
  )
  if (countDays(spans.flat()) < need.times) return 'way'
  const free = spans.flatMap((visits) => fewOf(visits.filter((visit) => !isBusy(gathered, need, visit))))
  if (countDays(free) < need.times) return 'busy'
  return { offer: { ...offer, visits: free }, unknown, km }
}

const countDays = (visits: Visit[]) => new Set(visits.map(({ weekday }) => weekday)).size

const isBusy = ({ busy }: Gathered, need: Need, { weekday, begins, ends }: Visit) =>
  ends !== null &&
  busy.some(
    (other) =>
      other.weekday === weekday &&
      (other.person === null || need.person === null || other.person === need.person) &&
      other.begins < ends &&
      begins < other.ends,
  )

/** Days until there is a place, as the owner says; none where there is one, null where nothing is said. */
const waitOf = ({ places }: Service) =>
  places?.state === 'free' ? 0 : places?.state === 'waiting' ? places.waitDays : null

/** What it costs in a month, in grosze: its price each time, by the hour, or once. Null where that is not known. */
export function monthlyGrosze(
  { times, minutes }: Pick<NeededKind, 'times' | 'minutes'>,
  service: Pick<Service, 'cost' | 'costGrosz' | 'unit'>,
): number | null {
  if (service.cost === 'free') return 0
  if (service.cost === 'depends' || service.costGrosz === null) return null
  if (service.unit === 'hour')
    return minutes === null ? null : Math.round((service.costGrosz * times * weeksOfMonth * minutes) / 60)
  return ['visit', 'day', 'ride'].includes(service.unit)
    ? Math.round(service.costGrosz * times * weeksOfMonth)
    : service.costGrosz
}
