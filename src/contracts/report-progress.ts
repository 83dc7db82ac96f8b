import { sql } from 'kysely'
import type { z } from 'zod'
import { toldOf } from '../baskets/told-of.ts'
import type { Work } from '../platform/http/work.ts'
import type { contractsContract } from './contract.ts'

/** Says how a service goes that my institution agreed to do, and why it did not happen; the last word counts, earlier ones stay. */
export async function reportProgress(
  work: Work,
  scopeId: string,
  itemId: string,
  { id, state, words }: z.output<typeof contractsContract.reportProgress.body>,
) {
  const service = await work.mustFind(sql<{ what: string; class: string; goalClass: string }>`
    select what, class, goal_class as "goalClass" from contracts.our_services(${scopeId}) where item_id = ${itemId}`)
  await sql`
    insert into contracts.progress (id, scope_id, item_id, institution_id, class, state, words, reported_by)
    values (${id}, ${scopeId}, ${itemId}, ${work.actor.institutionId}, 'file', ${state}, ${words || null}, ${work.actor.workerId})`.execute(
    work.db,
  )
  await work.record({
    verb: `service.${state.replace('_', '-')}`,
    subjectId: itemId,
    scopeId,
    ...toldOf(service),
    values: { what: service.what, words: words || null },
  })
  return { id }
}
