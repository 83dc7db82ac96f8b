import type { LucideIcon } from 'lucide-react'
import type { ComponentType } from 'react'
import type { Due } from '../due.ts'
import type { Address, Path } from './address.ts'
import type { Session } from './session.ts'

/**
 * What the web app finds of a folder, said in its `doors.ts`: addresses, places that one goes to, deeds that one looks
 * for by name, parts of a family's file. Names are keys of the folder's own texts.
 */
export type Doors = {
  pages?: Page[]
  places?: Place[]
  deeds?: { to: Address; name: string; icon: LucideIcon }[]
  familyParts?: FamilyPart[]
  partnershipParts?: PartnershipPart[]
  referralParts?: ReferralPart[]
  /** What is asked in a form of what somebody writes; `Part` comes when there is something written (`lazy`). */
  hears?: { of: (column: string) => boolean; Part: ComponentType<{ words: string }> }
  messageParts?: MessagePart[]
  /** Signs of what search finds, by its kind. */
  signs?: Record<string, LucideIcon>
  asks?: AskKind[]
  /** Where what somebody is told by letter, and owes no answer to, is read. */
  notices?: { kind: string; to: (told: Asked) => Address }[]
}

/**
 * In the frame of somebody's work; at a table, where the page alone stands on the screen; in a quiet one, for who is not signed
 * in; around an invented person.
 */
export type FrameKind = 'work' | 'table' | 'quiet' | 'example'

export type Page<P extends string = string> = {
  path: P
  load: () => Promise<unknown>
  name: string
  frame: FrameKind
  /** What it asks first, wherever it is opened: the question travels with its code. */
  asks?: `/api/${string}`
}

export type Place = {
  to: Address
  name: string
  sub?: string
  icon?: LucideIcon
  /** Its place in the header and in the bar below. */
  bar?: number
  /** Only in the header: the bar below has room for five. On a phone it stands under "Więcej". */
  wide?: true
  /** Asks how many things wait there (`{ count }`), and the words that say so. */
  counts?: { path: `/api/${string}`; words: string }
  /** Where else its pages lie: `/referrals` beside `/concerns`. */
  also?: Address
  /** Its place under "Więcej". */
  more?: number
  /** Also at the foot of each page. */
  foot?: boolean
  seen?: (session: Session) => boolean
}

type PartOf<P> = P extends `/families/$id/${infer Key}`
  ? Key extends `${string}/${string}`
    ? never
    : Key
  : never

/** The tabs of a family's file, in their order. Each holds parts of it, whichever slices they are of. */
export const familyTabs = ['family', 'assessment', 'plan', 'team', 'course'] as const

/** A part of a family's file, a page of its own; those of one tab stand in order of `position`. */
export type FamilyPart = {
  key: 'overview' | PartOf<Path>
  /** The tab that holds it. */
  within: (typeof familyTabs)[number]
  position: number
  name: string
  /** Title of the browser's tab. */
  tab: string
  /** What one may not see is not even offered. */
  seen: (reader: { may: readonly string[]; leads: boolean }) => boolean
  /** Only a coordinator begins it. */
  led?: true
}

/** A part of a partnership's page, below who is in it, in order of `position`; `Part` comes when it is shown (`lazy`). */
export type PartnershipPart = { key: string; position: number; Part: ComponentType<PartnershipPartProps> }
export type PartnershipPartProps = {
  id: string
  iLead: boolean
  /** Kinds of institutions in it, the leading one first. */
  kinds: string[]
}

/** A part beside a referral, for who sent it; `Part` comes when it is shown (`lazy`). */
export type ReferralPart = { key: string; Part: ComponentType<ReferralPartProps> }
export type ReferralPartProps = { id: string }

/**
 * What a message in a case becomes by whoever coordinates it: the words of the deed and of what stands below the message then
 * (`{words}`, `{who}`), where that is, and its form, which comes when it is shown (`lazy`).
 */
export type MessagePart = {
  kind: string
  icon: LucideIcon
  deed: string
  became: string
  to: (place: { id: string }) => Address
  Part: ComponentType<MessagePartProps>
}
export type MessagePartProps = {
  message: { id: string }
  /** The case. */
  place: { id: string }
  /** What it begins with, where that may be said in the message's own words. */
  words: string
  onDone: () => void
}

/**
 * A part of My day: what is due of one kind, as a slice says in its `pages/due.tsx`, which comes with the page. It stands
 * above what waits for an answer, below it, or beside the work, in order of `position`; `always`, also with nothing due.
 */
export type DuePart = {
  kind: string
  place: 'above' | 'below' | 'beside'
  position: number
  Part: ComponentType<{ query: DueQuery }>
  always?: true
}
export type DueQuery = { data: Due[] | undefined; error: unknown; refetch: () => unknown }

/**
 * A kind of ask: its words are `question`, `answer` and, where somebody is told that they wait, `waited` under `words`.
 */
export type AskKind = {
  kind: string
  words: string
  /** Where it is answered, and where whoever waits looks. */
  to: (ask: Asked) => Address
  waitedAt?: (ask: Asked) => Address
  /** The code list that says what is asked, where that is a code. */
  list?: string
  /** Asked in the words of whoever asks, where they wrote some. */
  ownWords?: true
}
type Asked = { id: string; scopeId: string | null }

/** A page is a file `XPage.tsx` that exports `XPage`; its code comes when it is first opened. */
export function page<const P extends string, M extends { [name: string]: unknown }>(
  path: P,
  load: () => Promise<M>,
  name: keyof M & `${string}Page`,
  frame: FrameKind = 'work',
): Page<P> {
  return { path, load, name, frame }
}
