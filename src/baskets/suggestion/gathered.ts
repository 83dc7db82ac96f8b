import type { Trip } from '../../directory/reach.ts'
import type { Need } from './facts.ts'

// What is known of a family and of the services around it, before anything is worked out.

/** What limits the family; null where nothing does. */
export type FamilyLimits = {
  /** Hours and journeys a week, złoty a month. */
  hours: number | null
  journeys: number | null
  money: number | null
  /** Days of the week on which it cannot. */
  days: number[]
  /** By when it wants to be back, in minutes after midnight. */
  backBy: number | null
  language: string | null
  noCar: boolean
  outsideVillage: boolean
}

export type NeededKind = Need & {
  goalId: string
  kind: string
  minutes: number | null
  /** Of whoever it is for, where that is one person whose age is known. */
  age: number | null
}

export type Hours = { weekday: number; nth: number | null; opens: number; closes: number }
export type Location = {
  /** Commune and locality, as timetables name them. */
  place: string
  locality: string
  /** By road, estimated; null where nobody knows from where. */
  km: number | null
  here: boolean
  hours: Hours[]
}
export type Service = {
  id: string
  kind: string
  unit: string
  name: string
  provider: string
  minAge: number | null
  maxAge: number | null
  languages: string[]
  ownTransport: boolean
  /** Somebody comes home. */
  comes: boolean
  /** Whoever gives it is in the family's own locality. */
  runHere: boolean
  cost: 'free' | 'paid' | 'depends'
  costGrosz: number | null
  places: { state: 'free' | 'waiting' | 'none'; free: number | null; waitDays: number | null } | null
  /** Days since its owner said that the entry holds. */
  checkedAgo: number
  locations: Location[]
}

export type Gathered = {
  needs: NeededKind[]
  limits: FamilyLimits
  /** Grosze that are left for families this month or later; null where nobody counts them. */
  left: number | null
  services: Service[]
  /** Where the family lives, as timetables name it; null where that is not known. */
  home: string | null
  /** Departures of the days of the week that matter. */
  timetables: { weekdays: number[]; trips: Trip[] }[]
  /** When what is in the basket already takes place. */
  busy: { weekday: number; begins: number; ends: number; person: string | null }[]
}
