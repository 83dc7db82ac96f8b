import type { z } from 'zod'
import { Refusal } from '../platform/http/problem.ts'
import type { Work } from '../platform/http/work.ts'
import type { directoryContract, Filters } from './contract.ts'
import { type Listed, localityByName, type Point, servicesListed, timetable } from './questions.ts'
import { type Journey, journeysFrom } from './reach.ts'

type Found = z.output<typeof directoryContract.services.answer>
type Asked = Filters & { after?: string | undefined; limit: number }
type Way = NonNullable<Found['items'][number]['way']>

/** Wednesday: where nobody says which day. */
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
  const weekday = asked.weekday ?? usualDay
  const page = rows.slice(0, asked.limit)
  const ways = from && page.length ? await waysFrom(work, from, weekday, asked) : undefined
  const items = page.map(({ total: _, alike: __, ...item }) => ({ ...item, way: ways?.(item) ?? null }))
  const shown = asked.withoutCar ? items.filter(({ way }) => !way || isThereAndBack(way)) : items
  return {
    items: shown,
    next: rows.length > asked.limit ? page.at(-1)!.key : null,
    total: rows[0]?.total ?? 0,
    hidden: items.length - shown.length,
    weekday,
    alike: rows[0]?.alike ?? false,
  }
}

const isThereAndBack = ({ kind, back }: Way) =>
  kind === 'here' || kind === 'own' || (kind === 'bus' && back !== null)

async function waysFrom(work: Work, from: Point, weekday: number, { leave, until }: Filters) {
  const { trips } = await work.mustFind(timetable(weekday, from))
  const journeys = journeysFrom(trips, `${from.commune}/${from.locality}`, minuteOf(leave))
  return ({ place, ownTransport, hours }: Pick<Listed, 'place' | 'ownTransport' | 'hours'>): Way | null => {
    if (ownTransport) return { ...noWay, kind: 'own' }
    if (!place) return null
    if (place.km !== null && place.km < onFoot) return { ...noWay, kind: 'here' }
    const journey = journeys.get(`${place.commune}/${place.locality}`)
    if (!journey) return noWay
    const thatDay = hours.filter((each) => each.weekday === weekday)
    return byBus(isInTime(journey, thatDay) ? journey : { ...journey, back: null }, minuteOf(until))
  }
}

/** How long one must be able to stay for the way to be of use, in minutes. */
const shortest = 30

/** Whether one is there while it is open, before the last way back leaves. Where no hours are told, one may come at any. */
const isInTime = ({ arrives, back }: Journey, hours: Listed['hours']) =>
  back === null ||
  hours.length === 0 ||
  hours.some(
    ({ opens, closes }) => Math.min(minuteOf(closes), back) - Math.max(minuteOf(opens), arrives) >= shortest,
  )

const noWay: Way = { kind: 'none', leaves: null, minutes: null, changes: 0, back: null, lateBack: false }

const byBus = ({ leaves, arrives, changes, back }: Journey, until: number): Way => ({
  kind: 'bus',
  leaves: hourOf(leaves),
  minutes: arrives - leaves,
  changes,
  back: back === null ? null : hourOf(back),
  lateBack: back !== null && back >= until,
})

const minuteOf = (hour: string) => Number(hour.slice(0, 2)) * 60 + Number(hour.slice(3))
const hourOf = (minute: number) =>
  [Math.floor(minute / 60) % 24, minute % 60].map((part) => String(part).padStart(2, '0')).join(':')
