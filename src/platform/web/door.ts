import type { LucideIcon } from 'lucide-react'
import type { Session } from './session.ts'

/**
 * What the web app finds of a folder, said in its `doors.ts`: addresses, places that one goes to, deeds that one looks
 * for by name, parts of a family's file. Names are keys of the folder's own texts.
 */
export type Doors = {
  pages?: Page[]
  places?: Place[]
  deeds?: { to: string; name: string; icon: LucideIcon }[]
  familyParts?: FamilyPart[]
  /** Signs of what search finds, by its kind. */
  signs?: Record<string, LucideIcon>
}

/** In the frame of somebody's work; in a quiet one, for who is not signed in; around an invented person. */
export type FrameKind = 'work' | 'quiet' | 'example'

export type Page = { path: string; load: () => Promise<unknown>; name: string; frame: FrameKind }

export type Place = {
  to: string
  name: string
  sub?: string
  icon?: LucideIcon
  /** Its place among the five of the header and of the bar below. */
  bar?: number
  /** Its place under "Więcej". */
  more?: number
  /** Also at the foot of each page. */
  foot?: boolean
  seen?: (session: Session) => boolean
}

/** A tab of a family's file, in order of `position`; `led`: only a coordinator begins it. */
export type FamilyPart = {
  key: string
  position: number
  name: string
  tab: string
  /** What one may not see is not even offered. */
  seen: (reader: { may: readonly string[]; leads: boolean }) => boolean
  led?: boolean
}

/** A page is a file `XPage.tsx` that exports `XPage`; its code comes when it is first opened. */
export function page<M extends { [name: string]: unknown }>(
  path: string,
  load: () => Promise<M>,
  name: keyof M & `${string}Page`,
  frame: FrameKind = 'work',
): Page {
  return { path, load, name, frame }
}
