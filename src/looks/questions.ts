import { sql } from 'kysely'
import type { z } from 'zod'
import { atUtc } from '../platform/database/instants.ts'
import { comesAfter } from '../platform/database/paging.ts'
import type { looksContract } from './contract.ts'

type Page = { after?: string | undefined; limit: number }
type Look = z.output<typeof looksContract.myLooks.answer>['items'][number]
type Deed = Omit<z.output<typeof looksContract.myDeeds.answer>['items'][number], 'values'> & {
  scopeId: string | null
  sealedValues: Buffer | null
}

/** Names a look for paging, not what was looked at: somebody may be excluded from it by now. */
const lookId =
  "overlay(overlay(md5(l.scope_id::text || l.at::text) placing '8' from 13) placing '8' from 17)::uuid"

/** Where I looked, one row a scope and quarter of an hour. One more than the page, to know whether it is the last. */
export const looksOf = (workerId: string, { after, limit }: Page) => {
  return sql<Look>`
    select l.id, ${atUtc('l.at')} as at, l.pages, c.id as "caseId", c.code, h.label as family
    from (
      select ${sql.raw(lookId)} as id, l.at, l.scope_id, array_agg(l.page order by l.page) as pages from journal.look l
      where l.worker_id = ${workerId} and ${comesAfter(after, 'l.at', lookId)}
      group by l.at, l.scope_id order by l.at desc, 1 desc limit ${limit + 1}
    ) l left join cases."case" c on c.id = l.scope_id
    left join households.household h on h.id = coalesce(c.household_id, l.scope_id)
    order by l.at desc, l.id desc`
}

/** What I did; `limit` and one more. */
export const deedsOf = (workerId: string, { after, limit }: Page) => {
  return sql<Deed>`
    select e.id, ${atUtc('e.at')} as at, e.verb, e.scope_id as "scopeId", e.sealed_values as "sealedValues", c.id as "caseId", c.code, h.label as family
    from journal.entry e left join cases."case" c on c.id = e.scope_id left join households.household h on h.id = c.household_id
    where e.worker_id = ${workerId} and ${comesAfter(after, 'e.at', 'e.id')}
    order by e.at desc, e.id desc limit ${limit + 1}`
}
