import { routesOf } from '../platform/http/routes-of.ts'
import { readValues } from '../platform/journal/entries.ts'
import type { Parts } from '../platform/parts.ts'
import { kindOf } from '../timeline/questions.ts'
import { calendarAt, closeCalendar, openCalendar } from './calendar.ts'
import { dayContract } from './contract.ts'
import {
  calendarOpenSince,
  found,
  howManyWaitForMe,
  newsSince,
  today,
  whatIsDue,
  whomIWaitFor,
  whoWaitsForMe,
} from './questions.ts'

export const routes = ({ database }: Parts) =>
  routesOf('day', dayContract, {
    calendar: (work) => work.mustFind(calendarOpenSince),
    openCalendar: (work, { body }) => openCalendar(work, body.address),
    closeCalendar: (work) => closeCalendar(work),
    days: ({ params }, surroundings) => calendarAt(database, params.address, surroundings),
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
