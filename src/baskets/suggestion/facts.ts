// What a basket is made of and what it comes to: whole figures, with no word of a database or of what is shown.

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
