import type { LucideIcon } from 'lucide-react'
import type { Doors } from './door.ts'

const found = Object.values(
  import.meta.glob<{ doors: Doors }>(['../../*/doors.ts', '../*/doors.ts'], { eager: true }),
).map(({ doors }) => doors)

const byOrder = <Thing>(things: Thing[], order: (thing: Thing) => number | undefined) =>
  things.filter((thing) => order(thing) !== undefined).sort((a, b) => order(a)! - order(b)!)

const places = found.flatMap((doors) => doors.places ?? [])

/** All pages of all folders. */
export const pages = found.flatMap((doors) => doors.pages ?? [])
/** The places of the header; those that are not `wide` also of the bar on phones. */
export const bar = byOrder(places, (place) => place.bar)
/** Further places, under "Więcej". */
export const further = byOrder(places, (place) => place.more)
/** Deeds that are found by their name. */
export const deeds = found.flatMap((doors) => doors.deeds ?? [])
/** The kinds of asks. */
export const askKinds = new Map(found.flatMap((doors) => doors.asks ?? []).map((ask) => [ask.kind, ask]))
/** Where notices are read. */
export const notices = new Map(found.flatMap((doors) => doors.notices ?? []).map((each) => [each.kind, each]))
/** The parts of a family's file. */
export const familyParts = byOrder(
  found.flatMap((doors) => doors.familyParts ?? []),
  (part) => part.position,
)
/** The parts of a partnership's page. */
export const partnershipParts = byOrder(
  found.flatMap((doors) => doors.partnershipParts ?? []),
  (part) => part.position,
)
/** The parts beside a referral. */
export const referralParts = found.flatMap((doors) => doors.referralParts ?? [])
/** What is asked in forms of what somebody writes. */
export const hearers = found.flatMap((doors) => doors.hears ?? [])
/** What a message becomes. */
export const messageParts = found.flatMap((doors) => doors.messageParts ?? [])
/** Signs of what search finds. */
export const signs = Object.assign({}, ...found.map((doors) => doors.signs)) as Record<string, LucideIcon>
