import { routesOf } from '../platform/http/routes-of.ts'
import { readValues } from '../platform/journal/entries.ts'
import { kindOf } from '../timeline/questions.ts'
import { dayContract } from './contract.ts'
import {
  found,
  howManyWaitForMe,
  newsSince,
  today,
  whatIsDue,
  whomIWaitFor,
  whoWaitsForMe,
} from './questions.ts'

export const routes = routesOf('day', dayContract, {
  day: async (work) => {
    const me = work.actor.workerId
    const [news, waitingForMe, iWaitFor, due, [now]] = await work.allTogether(
      newsSince(me),
      whoWaitsForMe,
      whomIWaitFor,
      whatIsDue(me),
      today,
    )
    return {
      today: now!.today,
      waitingForMe,
      iWaitFor,
      due,
      sinceYesterday: await Promise.all(
        news.map(async ({ sealedValues, scopeId, told, ...entry }) => ({
          ...entry,
          kind: kindOf(entry.verb),
          values: told ?? (await readValues(work.db, work.surroundings.keys, { scopeId, sealedValues })),
        })),
      ),
    }
  },
  count: (work) => work.mustFind(howManyWaitForMe),
  search: async (work, { query }) => ({ results: await work.allAtLast(found(query.q)) }),
})
