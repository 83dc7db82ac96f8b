import { sql } from 'kysely'
import { paged } from '../platform/database/paging.ts'
import type { Work } from '../platform/http/work.ts'
import { readValues } from '../platform/journal/entries.ts'
import { kindOf, lockedEntries, timelineOf, type Wanted } from './questions.ts'

/** What happened in a case, as far as the reader may know; the coordinator is also told that something is locked. */
export async function timeline(work: Work, caseId: string, query: Wanted) {
  const found = await work.all(timelineOf(caseId, query))
  // Where there is something to read, the case is there.
  if (!found.length) await work.mustFind(sql`select from cases."case" where id = ${caseId}`)
  const { items, next } = paged(found, query.limit, (row) => row.at)
  const read = await Promise.all(
    items.map(async ({ sealedValues, scopeId, ...entry }) => ({
      ...entry,
      kind: kindOf(entry.verb),
      values: await readValues(work.db, work.surroundings.keys, { scopeId, sealedValues }),
      locked: false,
      askable: false,
      asked: null,
    })),
  )
  const until = query.after?.split('~')[0] ?? '9999-12-31'
  const since = next ? items.at(-1)!.at : '-infinity'
  // Of what kind a locked one is nobody is told: it stands among all alone.
  const locked = (query.kind ? [] : await work.allAtLast(lockedEntries(caseId, since, until))).map(
    (entry) => ({
      ...entry,
      verb: 'locked',
      kind: 'change' as const,
      subjectId: caseId,
      worker: null,
      institution: null,
      values: null,
      readOut: null,
      locked: true,
    }),
  )
  return { items: [...read, ...locked].sort((a, b) => b.at.localeCompare(a.at)), next }
}
