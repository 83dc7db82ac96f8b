import { paged } from '../platform/database/paging.ts'
import { routesOf } from '../platform/http/routes-of.ts'
import { familiesContract } from './contract.ts'
import { lookUp } from './look-up.ts'
import { casesIKnow, casesInAList, ledByMine, standingOf } from './questions.ts'

/** A page begins after a case: in its key no instant tells anything. */
const aKey = '1970-01-01T00:00:00Z'

export const routes = routesOf('families', familiesContract, {
  myFamilies: async (work, { query }) => {
    const ids = (await work.all(casesIKnow(query))).map(({ id }) => id)
    if (!ids.length) return { items: [], next: null }
    await work.enter(ids)
    return paged(await work.allAtLast(casesInAList(ids)), query.limit, () => aKey)
  },
  led: async (work) => ({ families: await work.allAtLast(ledByMine) }),
  lookUp: (work, { body }) => lookUp(work, body),
  standing: (work, { params }) => work.mustFindAtLast(standingOf(params.id)),
})
