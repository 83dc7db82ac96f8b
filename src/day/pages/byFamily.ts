import { dayOf } from '../../platform/texts/dates.ts'
import type { Day, OfJob } from './MyDayPage.tsx'

type Piece = OfJob<Day['sinceYesterday'][number]>
/** Something that happened, and how many more of its kind the same institution did with the family that day. */
export type Told = { piece: Piece; alike: number }

/** Each of these is told by itself, however many there are. */
const alone: Piece['kind'][] = ['voice', 'answer']

/**
 * News, the newest first, by the family that they are about, as whoever reads them works with it: what several clicks left
 * is told once. Whatever is about no family stands together at the end.
 */
export function byFamily(news: Piece[]): { key: string; first: Piece; told: Told[] }[] {
  const families = new Map<string, { key: string; first: Piece; told: Told[] }>()
  for (const piece of news) {
    const key = `${piece.caseId} ${piece.job?.id ?? ''}`
    const family = families.get(key) ?? { key, first: piece, told: [] }
    const same = family.told.find(
      ({ piece: other }) =>
        !alone.includes(piece.kind) &&
        other.verb === piece.verb &&
        other.institution === piece.institution &&
        dayOf(other.at) === dayOf(piece.at),
    )
    if (same) same.alike++
    else family.told.push({ piece, alike: 0 })
    families.set(key, family)
  }
  return [...families.values()].sort((a, b) => Number(!a.first.caseId) - Number(!b.first.caseId))
}
