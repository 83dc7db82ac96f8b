// There and back without a car, within a day: the connection scan algorithm (Dibbelt, Pajor, Strasser, Wagner 2013), between
// localities. A timetable is walked through once forwards and once backwards, whatever the number of places asked for.

/** A stop of a departure: place, minutes after midnight; and, where not both, whether one gets on there, and off. */
export type Stop = [place: string, minute: number, boards?: boolean, alights?: boolean]
/** One run of a bus or a train: its stops in order. */
export type Trip = Stop[]
type Leg = {
  trip: number
  from: string
  to: string
  departs: number
  arrives: number
  boards: boolean
  alights: boolean
}

/** The way to a place and back: minutes after midnight. */
export type Journey = { leaves: number; arrives: number; changes: number; back: number | null }

/** Minutes that one needs to change. */
const toChange = 5
/** How long one stays at least. */
const shortestStay = 30

const legsOf = (trips: Trip[]): Leg[] =>
  trips.flatMap((stops, trip) =>
    stops.slice(1).map(([to, arrives, , alights = true], i) => {
      const [from, departs, boards = true] = stops[i]!
      return { trip, from, to, departs, arrives, boards, alights }
    }),
  )

/** Where one comes to, and when at the earliest, setting out from a place not before a minute. */
function there(legs: Leg[], start: string, notBefore: number) {
  const reached = new Map<string, { leaves: number; arrives: number; changes: number }>()
  const aboard = new Map<number, { leaves: number; changes: number }>()
  for (const { trip, from, to, departs, arrives, boards: open, alights } of legs) {
    if (departs < notBefore) continue
    const at = reached.get(from)
    const boards = !open
      ? undefined
      : from === start
        ? { leaves: departs, changes: 0 }
        : at && at.arrives + toChange <= departs
          ? { leaves: at.leaves, changes: at.changes + 1 }
          : undefined
    const rides = aboard.get(trip) ?? boards
    if (!rides) continue
    aboard.set(trip, rides)
    const known = reached.get(to)
    if (alights && to !== start && (!known || arrives < known.arrives)) reached.set(to, { ...rides, arrives })
  }
  return reached
}

/** From where one still comes home, and when one must leave at the latest. */
function back(legs: Leg[], home: string) {
  const latest = new Map<string, number>()
  const aboard = new Set<number>()
  // Of legs of one minute the later of a trip comes first.
  for (const { trip, from, to, departs, arrives, boards, alights } of legs
    .toReversed()
    .sort((a, b) => b.arrives - a.arrives || b.departs - a.departs)) {
    const onward = to === home ? arrives : (latest.get(to) ?? -1) - toChange
    if (!aboard.has(trip) && (!alights || arrives > onward)) continue
    aboard.add(trip)
    if (boards && departs > (latest.get(from) ?? -1)) latest.set(from, departs)
  }
  return latest
}

/**
 * For each place that public transport reaches from `start`: setting out not before a minute, the earliest arrival, and the
 * last way back of the day. What one would have to leave before half an hour is over is no way back.
 */
export function journeysFrom(trips: Trip[], start: string, notBefore: number): Map<string, Journey> {
  const legs = legsOf(trips).sort((a, b) => a.departs - b.departs || a.arrives - b.arrives)
  const home = back(legs, start)
  return new Map(
    [...there(legs, start, notBefore)].map(([place, way]) => {
      const last = home.get(place) ?? null
      return [place, { ...way, back: last !== null && last >= way.arrives + shortestStay ? last : null }]
    }),
  )
}

/** One way: when one leaves, and when one is there, in minutes after midnight. */
export type Ride = { leaves: number; arrives: number }

/** From each place all ways home of which no other leaves later and is home no later; the first to leave comes first. */
function ridesHome(legs: Leg[], home: string): Map<string, Ride[]> {
  const rides = new Map<string, Ride[]>()
  const aboard = new Map<number, number>()
  // Of legs of one minute the later of a trip comes first.
  for (const { trip, from, to, departs, arrives, boards, alights } of legs
    .toReversed()
    .sort((a, b) => b.departs - a.departs)) {
    const onward =
      to === home ? arrives : rides.get(to)?.findLast(({ leaves }) => leaves >= arrives + toChange)?.arrives
    const there = Math.min(
      (alights ? onward : undefined) ?? Number.POSITIVE_INFINITY,
      aboard.get(trip) ?? Number.POSITIVE_INFINITY,
    )
    if (there === Number.POSITIVE_INFINITY) continue
    aboard.set(trip, there)
    const known = rides.get(from) ?? []
    const soonest = known.at(-1)
    if (!boards || from === home || (soonest && soonest.arrives <= there)) continue
    if (soonest?.leaves === departs) known.pop()
    rides.set(from, [...known, { leaves: departs, arrives: there }])
  }
  return new Map([...rides].map(([place, its]) => [place, its.toReversed()]))
}

/** All ways of a day between home and each place, there and back: those of which no other leaves later and arrives no later. */
export function ridesFrom(trips: Trip[], home: string) {
  const mirrored = trips.map((stops) =>
    stops
      .toReversed()
      .map(([place, minute, boards = true, alights = true]): Stop => [place, -minute, alights, boards]),
  )
  const there = ridesHome(legsOf(mirrored), home)
  return {
    there: new Map(
      [...there].map(([place, its]) => [
        place,
        its.map(({ leaves, arrives }) => ({ leaves: -arrives, arrives: -leaves })).toReversed(),
      ]),
    ),
    back: ridesHome(legsOf(trips), home),
  }
}
