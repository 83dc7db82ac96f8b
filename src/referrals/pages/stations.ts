import type { Referral } from './api.ts'

/** Where a referral stands, of all its points together. */
export type Stations = {
  read: { at: string; name: string } | null
  /** What came first of an answer: the day, its kind, and what was said with it. */
  answer: {
    kind: 'taken' | 'waiting' | 'declined' | 'returned'
    on: string
    words: string | null
  } | null
  begun: { on: string; words: string | null } | null
  /** Nothing goes on any more: the day of the last end, and whether something was done. */
  over: { on: string | null; done: boolean } | null
}

const last = <T>(list: readonly T[]): T | undefined => list.at(-1)
const isOver = (state: string) => ['done', 'declined', 'withdrawn', 'stopped', 'expired'].includes(state)

/** The stations of a referral, told from its points. */
export function stationsOf({ read, points }: Pick<Referral, 'read' | 'points'>): Stations {
  const said = points.flatMap((point) => point.said).sort((a, b) => a.at.localeCompare(b.at))
  const wordsOf = (...steps: string[]) =>
    last(said.filter(({ step, words }) => steps.includes(step) && words))?.words ?? null
  const first = (kind: 'accepted' | 'waiting' | 'declined' | 'returned') =>
    said.find(({ step }) => step === kind)
  const answered = (['accepted', 'waiting', 'declined', 'returned'] as const).find(
    (kind) => first(kind) && (kind !== 'returned' || points.some(({ state }) => state === 'returned')),
  )
  const begun = points.flatMap(({ begunOn }) => (begunOn ? [begunOn] : [])).sort()
  const ends = points
    .flatMap(({ endedOn, withdrawnOn, state, answeredOn }) => [
      endedOn ?? withdrawnOn ?? (state === 'declined' ? answeredOn : null),
    ])
    .filter((day) => day !== null)
    .sort()
  return {
    read,
    answer: answered
      ? {
          kind: answered === 'accepted' ? 'taken' : answered,
          on: first(answered)!.at,
          words: wordsOf(answered),
        }
      : null,
    begun: begun[0] ? { on: begun[0], words: wordsOf('begun', 'told') } : null,
    over: points.every(({ state }) => isOver(state))
      ? { on: last(ends) ?? null, done: points.some(({ state }) => state === 'done') }
      : null,
  }
}
