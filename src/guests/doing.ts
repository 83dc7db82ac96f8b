import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../platform/database/open.ts'
import { orRefuse, Refusal } from '../platform/http/problem.ts'
import type { Visit } from '../platform/http/visit.ts'
import { asGuest } from './come-in.ts'

type Asking = (kept: Buffer) => RawBuilder<unknown>

const opensNothing = () => new Refusal(404, 'guests:opens-nothing')

/** The page of a guest, as a function of the slice tells it by what their browser keeps. 404 for whoever is none, or none any more. */
export async function pageOfGuest<Page>(database: Database, visit: Visit, page: Asking): Promise<Page> {
  const found = await asGuest(database, visit, async (db, kept) => {
    const { rows } = await sql<{ page: Page | null }>`select ${page(kept)} as page`.execute(db)
    return rows[0]!.page
  })
  if (!found) throw opensNothing()
  return found
}

/** A deed of a guest, by a function of the slice that answers what stands in the way. */
export async function doneByGuest(
  database: Database,
  visit: Visit,
  {
    slice,
    deed,
    fieldOf,
  }: { slice: string; deed: Asking; fieldOf?: (obstacle: string) => string | undefined },
) {
  await asGuest(database, visit, async (db, kept) => {
    const { rows } = await sql<{ obstacle: string | null }>`select ${deed(kept)} as obstacle`.execute(db)
    const { obstacle } = rows[0]!
    if (obstacle === 'not-found') throw opensNothing()
    orRefuse(slice, obstacle, obstacle ? fieldOf?.(obstacle) : undefined)
  })
  return {}
}
