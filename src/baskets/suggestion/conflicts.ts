import type { ItemRow } from '../questions.ts'
import { onFoot, waysOf } from './fitting.ts'
import type { FamilyLimits, Gathered } from './gathered.ts'
import { hourOf, minuteOf } from './hours.ts'

// What of a basket does not go together in time: two things at one hour, a day on which the family cannot, an hour after which
// it wants to be home, a way that is not there. Told of what is known; of hours that nobody wrote nothing is said.

export type Places = { places: { place: string; km: number | null }[] }
export type Conflict = {
  itemId: string
  weekday: number
  kind: 'time' | 'day' | 'late' | 'no-way' | 'no-way-back'
  otherId: string | null
  at: string | null
}
type Timed = Pick<ItemRow, 'id' | 'weekly' | 'forWhom' | 'performers' | 'serviceId'>

export function conflictsOf(given: {
  items: Timed[]
  /** Where services are that one goes to, by their id. */
  places: Map<string, Places>
  limits: FamilyLimits
  home: Gathered['home']
  timetables: Gathered['timetables']
}): Conflict[] {
  const { items, places, limits, home } = given
  const ways = waysOf(given)
  const conflicts: Conflict[] = []
  for (const [n, item] of items.entries())
    for (const time of item.weekly) {
      const { weekday } = time
      const says = (kind: Conflict['kind'], more: Partial<Conflict> = {}) =>
        conflicts.push({ itemId: item.id, weekday, kind, otherId: null, at: null, ...more })
      if (limits.days.includes(weekday)) says('day')
      const [begins, ends] = [minuteOf(time.begins), time.ends === null ? null : minuteOf(time.ends)]
      if (limits.backBy !== null && (ends ?? begins) > limits.backBy) says('late')
      for (const other of items.slice(n + 1))
        if (
          sharesPeople(item, other) &&
          other.weekly.some(
            (its) =>
              its.weekday === weekday &&
              its.ends !== null &&
              ends !== null &&
              minuteOf(its.begins) < ends &&
              begins < minuteOf(its.ends),
          )
        )
          says('time', { otherId: other.id })
      const there = places.get(item.serviceId ?? '')?.places ?? []
      const far = there.every(({ place, km }) => place !== home && (km === null || km >= onFoot))
      if (!limits.noCar || home === null || !there.length || !far) continue
      const those = there
        .map(({ place }) => ways(weekday, place))
        .filter((way) => way.back.length && way.there.some(({ arrives }) => arrives <= begins))
      const last = Math.max(...those.flatMap(({ back }) => back.map(({ leaves }) => leaves)))
      if (!those.length) says('no-way')
      else if (last < (ends ?? begins)) says('no-way-back', { at: hourOf(last) })
    }
  return conflicts
}

/** Whose time both take; where nobody is named, everybody's. */
function sharesPeople(one: Timed, other: Timed): boolean {
  const [its, others] = [one, other].map(({ forWhom, performers }) =>
    [...forWhom, ...performers].map(({ id }) => id),
  )
  return !its!.length || !others!.length || its!.some((id) => others!.includes(id))
}
