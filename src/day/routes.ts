import { myAgreementsThatEnd } from '../partnerships/questions.ts'
import { addWorkingDays, todayInPoland, workingDaysBetween } from '../platform/deadlines/working-days.ts'
import { routesOf } from '../platform/http/routes-of.ts'
import { readValues } from '../platform/journal/entries.ts'
import { dayContract } from './contract.ts'
import { found, myTasks, newsSince, reviewsNear, whomIWaitFor, whoWaitsForMe } from './questions.ts'

export const routes = routesOf('day', dayContract, {
  day: async (work) => {
    const today = todayInPoland()
    const waiting = (await work.all(whoWaitsForMe(work.actor.workerId)))
      .map(({ askedOn, days, ...each }) => ({ ...each, due: each.due ?? addWorkingDays(askedOn, days) }))
      .sort(
        (a, b) =>
          Number(b.kind === 'coordinator') - Number(a.kind === 'coordinator') || a.due.localeCompare(b.due),
      )
    const owed = (await work.all(whomIWaitFor)).map(({ days, ...each }) => ({
      ...each,
      usedDays: Math.max(0, workingDaysBetween(each.askedOn, today)),
      totalDays: days,
    }))
    const news = await work.all(newsSince(work.actor.workerId))
    return {
      today,
      waitingForMe: waiting,
      iWaitFor: owed,
      tasks: await work.all(myTasks(work.actor.workerId)),
      reviews: await work.all(reviewsNear),
      agreementsThatEnd: await work.all(myAgreementsThatEnd),
      sinceYesterday: await Promise.all(
        news.map(async ({ sealedValues, scopeId, ...entry }) => ({
          ...entry,
          values: await readValues(work.db, work.surroundings.keys, { scopeId, sealedValues }),
        })),
      ),
    }
  },
  count: async (work) => ({ count: (await work.all(whoWaitsForMe(work.actor.workerId))).length }),
  search: async (work, { query }) => ({ results: await work.all(found(query.q)) }),
})
