import { globSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { RawBuilder } from 'kysely'
import type { Database } from './database/open.ts'
import type { DueRow } from './due.ts'
import type { Happening, ReadOut } from './happenings.ts'
import type { Stream } from './http/follow.ts'
import type { Route } from './http/routes-of.ts'
import type { Surroundings } from './http/work.ts'
import type { Identity } from './identity/auth.ts'
import type { Kept } from './kept.ts'

/** What routes are made of besides the work of a request. */
export type Parts = { database: Database; identity: Identity }

/** Something done in the background; a job carries ids only. `at`: by the clock, a line of cron (UTC). */
export type Job = {
  at?: string
  does: (
    parts: { database: Database } & Surroundings,
    payload: unknown,
    /** Whether a failure is the last one: it is not tried again. */
    last: boolean,
  ) => Promise<unknown>
}

/** Something found by search: what it is, in words that its slice has a sign for (`doors.ts`), and where it stands. */
export type Finding = {
  id: string
  kind: string
  title: string
  sub: string | null
  phone: string | null
  to: string
}

/** Something that was answered to a worker: with a verb of its slice, by an institution or somebody outside of all, and where it stands. */
export type Answered = {
  id: string
  at: Date
  verb: string
  institutionId: string | null
  told: Record<string, unknown>
  to: string
  outside: string | null
}

/** Something for a calendar that is read elsewhere: its day, of a meeting also since when and for how many minutes, and the page where more is read. */
export type DayRow = { id: string; day: string; begins: Date | null; minutes: number | null; page: string }

/** What a slice tells those who gather from all of them, said in its `tells.ts`. */
export type Tells = {
  /** Verbs of its journal that are news to a team. */
  news?: readonly string[]
  /** What was answered to whoever asks, outside of their cases, since an instant: a part of one statement, in brackets. */
  answered?: (since: RawBuilder<unknown>) => RawBuilder<Answered>
  /** What kind of thing its verbs tell of. */
  course?: { readonly [verb: string]: Happening }
  /** What is read out of its things, as far as one may read them: asked by the id of one, in a larger statement, in brackets. */
  readOut?: { readonly [thing: string]: (id: RawBuilder<string>) => RawBuilder<ReadOut> }
  /** What of it is found by what somebody typed, in order of `position`: a part of one statement, in brackets. */
  search?: readonly { position: number; of: (typed: string) => RawBuilder<Finding> }[]
  /**
   * Its kinds of asks and notices, and in what words a letter tells of each: no word of a family, nobody's name; of an ask also
   * in what words silence is told to the deputy or head of who is asked (`kind.head`), where those are its own.
   */
  letters?: Record<string, `${string}:${string}`>
  /** What of it is due on My day to a worker, of one kind: a part of one statement, in brackets. */
  due?: readonly { kind: string; of: (workerId: string) => RawBuilder<DueRow> }[]
  /** What of it has a day in a worker's calendar, under a title that says nothing of anybody: a part of one statement, in brackets. */
  calendar?: readonly { title: `${string}:${string}`; of: (workerId: string) => RawBuilder<DayRow> }[]
  /** What of it may stand in a person's copy, in order of `position`: all of a case that may be read, about whomever, a part of one statement, in brackets. */
  copy?: readonly {
    part: `${string}:${string}`
    position: number
    of: (scopeId: string) => RawBuilder<Kept>
  }[]
}

/** What a file of a name holds; whoever finds files of another name says so here. */
export interface Found {
  'routes.ts': { routes: Route[] | ((parts: Parts) => Route[]) }
  'streams.ts': { streams: Stream[] }
  'jobs.ts': { jobs: Record<string, Job> }
  'tells.ts': { tells: Tells }
}

const source = join(import.meta.dirname, '..')

/** What the folders of slices and of the platform hold under one name: whoever adds a folder registers nowhere else. */
export function inEachFolder<Name extends keyof Found>(name: Name): Promise<Found[Name][]> {
  const files = globSync(`{platform/*,*}/${name}`, { cwd: source })
  return Promise.all(files.sort().map((file) => import(pathToFileURL(join(source, file)).href)))
}
