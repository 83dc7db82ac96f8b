import { paged } from '../platform/database/paging.ts'
import { addWorkingDays } from '../platform/deadlines/working-days.ts'
import { routesOf } from '../platform/http/routes-of.ts'
import { answerWithNoAction, passOn } from './answer-concern.ts'
import { attachConcern } from './attach-concern.ts'
import { concernsContract } from './contract.ts'
import { findBeforeCreating } from './find-before-creating.ts'
import {
  type ConcernWithDays,
  concernById,
  concernsIReported,
  concernsToTakeIn,
  doITakeIn,
  whereIMayReport,
} from './questions.ts'
import { sendConcern } from './send-concern.ts'
import { takeUp } from './take-up.ts'

const withDeadline = <Row extends ConcernWithDays>({ sentOn, answerDays, ...concern }: Row) => ({
  ...concern,
  answerBy: addWorkingDays(sentOn, answerDays),
})

export const routes = routesOf('concerns', concernsContract, {
  whereToReport: (work) => work.all(whereIMayReport),
  sendConcern: (work, { body }) => sendConcern(work, body),
  myConcerns: async (work, { query }) => {
    const page = paged(
      await work.all(concernsIReported(work.actor.workerId, query)),
      query.limit,
      (row) => row.sentAt,
    )
    return { ...page, items: page.items.map(withDeadline) }
  },
  intake: async (work) => ({
    items: (await work.all(concernsToTakeIn)).map(withDeadline),
    iTakeIn: (await work.mustFind(doITakeIn)).takesIn,
  }),
  concern: async (work, { params }) => {
    const found = await work.mustFind(concernById(params.id))
    await work.look(params.id, 'concern')
    return withDeadline(found)
  },
  findBeforeCreating: (work, { params, body }) => findBeforeCreating(work, params.id, body),
  takeUp: (work, { params, body }) => takeUp(work, params.id, body),
  attachConcern: (work, { params, body }) => attachConcern(work, params.id, body.caseId),
  passOn: (work, { params, body }) => passOn(work, params.id, body),
  noAction: (work, { params, body }) => answerWithNoAction(work, params.id, body.reason),
})
