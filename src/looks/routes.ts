import { paged } from '../platform/database/paging.ts'
import { routesOf } from '../platform/http/routes-of.ts'
import { readValues } from '../platform/journal/entries.ts'
import { looksContract } from './contract.ts'
import { deedsOf, looksOf } from './questions.ts'

export const routes = routesOf('looks', looksContract, {
  myLooks: async (work, { query }) =>
    paged(await work.all(looksOf(work.actor.workerId, query)), query.limit, ({ at }) => at),
  myDeeds: async (work, { query }) => {
    const deeds = await work.all(deedsOf(work.actor.workerId, query))
    const { items, next } = paged(deeds, query.limit, ({ at }) => at)
    const read = items.map(async ({ sealedValues, scopeId, ...deed }) => ({
      ...deed,
      values: await readValues(work.db, work.surroundings.keys, { scopeId, sealedValues }),
    }))
    return { items: await Promise.all(read), next }
  },
})
