import type { z } from 'zod'
import { Refusal } from '../platform/http/problem.ts'
import type { Work } from '../platform/http/work.ts'
import type { directoryContract, Filters } from './contract.ts'
import { type Listed, localityByName, type Point, servicesListed, timetable } from './questions.ts'
import { type Journey, journeysFrom } from './reach.ts'

type Found = z.output<typeof directoryContract.services.answer>
type Asked = Filters & { after?: string | undefined; limit: number }
type Way = NonNullable<Found['items'][number]['way']>

/** Wednesday: where nobody says which day, and no hours are told. */
const usualDay = 3
/** In the same place, or as far as one walks, in kilometres. */
const onFoot = 1.5

/** Where one sets out, if it is said; 400 where there is no such locality. */
async function startOf(work: Work, { commune, locality }: Filters) {
  if (!commune || !locality) return undefined
  const from = await work.find(localityByName(commune, locality))
  if (!from) throw new Refusal(400, 'directory:unknown-locality', { field: 'locality' })
  return from
}

/** A page of services, each with the way there and back without a car, where one says from where. */
export async function findServices(work: Work, asked: Asked): Promise<Found> {
  const from = await startOf(work, asked)
  const rows = await work.all(servicesListed(asked, from))
  const page = rows.slice(0, asked.limit)
  const wayTo = from && page.length ? await waysFrom(work, from, asked) : undefined
  const items: Found['items'] = []
  for (const { total: _, alike: __, ...item } of page)
    items.push({ ...item, way: (await wayTo?.(item)) ?? null })
  const shown = asked.withoutCar ? items.filter(({ way }) => !way || isThereAndBack(way)) : items
  return {
    items: shown,
    next: rows.length > asked.limit ? page.at(-1)!.key : null,
    total: rows[0]?.total ?? 0,
    hidden: items.length - shown.length,
    alike: rows[0]?.alike ?? false,
  }
}

const isThereAndBack = ({ kind, back }: Way) =>
  kind === 'here' || kind === 'own' || (kind === 'bus' && back !== null)

/** The way to a service on the day that is asked for, else on the next on which it is open and one gets there and back. */
async function waysFrom(work: Work, from: Point, { leave, until, weekday: chosen }: Filters) {
  const today = new Date(`${await work.today()}T12:00:00Z`).getUTCDay()
  const journeys = new Map<number, Map<string, Journey>>()
  const journeysOn = async (weekday: number) => {
    const known = journeys.get(weekday)
    if (known) return known
    const { trips } = await work.mustFind(timetable(weekday, from))
    const found = journeysFrom(trips, `${from.commune}/${from.locality}`, minuteOf(leave))
    journeys.set(weekday, found)
    return found
  }
  return async ({
    place,
    ownTransport,
    hours,
  }: Pick<Listed, 'place' | 'ownTransport' | 'hours'>): Promise<Way | null> => {
    if (ownTransport) return { ...noWay, kind: 'own' }
    if (!place) return null
    if (place.km !== null && place.km < onFoot) return { ...noWay, kind: 'here' }
    const open = hours.length ? [...new Set(hours.map(({ weekday }) => weekday))] : [chosen ?? usualDay]
    let oneWay: Way | undefined
    for (const weekday of open
      .filter((day) => chosen === undefined || day === chosen)
      .sort((a, b) => ((a - today + 7) % 7) - ((b - today + 7) % 7))) {
      const journey = (await journeysOn(weekday)).get(`${place.commune}/${place.locality}`)
      if (!journey) continue
      const thatDay = hours.filter((each) => each.weekday === weekday)
      // Who comes when it is over did not get there.
      if (!isInTime(journey, Number.POSITIVE_INFINITY, thatDay)) continue
      const isBack = journey.back !== null && isInTime(journey, journey.back, thatDay)
      const way = byBus(weekday, isBack ? journey : { ...journey, back: null }, minuteOf(until))
      if (isBack) return way
      oneWay ??= way
    }
    return oneWay ?? noWay
  }
}

/** How long one must be able to stay for the way to be of use, in minutes. */
const shortest = 30

/** Whether one is there while it is open, before a minute. Where no hours are told, one may come at any. */
const isInTime = ({ arrives }: Journey, before: number, hours: Listed['hours']) =>
  hours.length === 0 ||
  hours.some(
    ({ opens, closes }) =>
      Math.min(minuteOf(closes), before) - Math.max(minuteOf(opens), arrives) >= shortest,
  )

const noWay: Way = {
  kind: 'none',
  weekday: null,
  leaves: null,
  minutes: null,
  changes: 0,
  back: null,
  lateBack: false,
}

const byBus = (weekday: number, { leaves, arrives, changes, back }: Journey, until: number): Way => ({
  kind: 'bus',
  weekday,
  leaves: hourOf(leaves),
  minutes: arrives - leaves,
  changes,
  back: back === null ? null : hourOf(back),
  lateBack: back !== null && back >= until,
})

const minuteOf = (hour: string) => Number(hour.slice(0, 2)) * 60 + Number(hour.slice(3))
const hourOf = (minute: number) =>
  [Math.floor(minute / 60) % 24, minute % 60].map((part) => String(part).padStart(2, '0')).join(':')
