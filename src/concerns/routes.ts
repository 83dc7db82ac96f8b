import { see } from '../asks/see.ts'
import { paged } from '../platform/database/paging.ts'
import { routesOf } from '../platform/http/routes-of.ts'
import { answerWithNoAction, passOn } from './answer-concern.ts'
import { attachConcern } from './attach-concern.ts'
import { concernsContract } from './contract.ts'
import { findBeforeCreating } from './find-before-creating.ts'
import {
  concernById,
  concernsIReported,
  concernsToTakeIn,
  doITakeIn,
  howHeard,
  whereIMayReport,
  whoHears,
} from './questions.ts'
import { sendConcern } from './send-concern.ts'
import { takeUp } from './take-up.ts'

export const routes = routesOf('concerns', concernsContract, {
  whereToReport: (work) => work.all(whereIMayReport),
  whoHears: (work, { query }) => work.mustFind(whoHears(query.partnershipId, query.institutionId)),
  sendConcern: (work, { body }) => sendConcern(work, body),
  myConcerns: async (work, { query }) =>
    paged(await work.all(concernsIReported(work.actor.workerId, query)), query.limit, (row) => row.sentAt),
  intake: async (work) => ({
    items: await work.all(concernsToTakeIn),
    iTakeIn: (await work.mustFind(doITakeIn)).takesIn,
  }),
  concern: async (work, { params }) => {
    const found = await work.mustFind(concernById(params.id))
    await work.look(params.id, 'concern')
    see(work, 'concern', params.id)
    const heard = found.urgency === 'immediate' ? await work.find(howHeard(params.id)) : undefined
    return { ...found, heard: heard ?? null }
  },
  findBeforeCreating: (work, { params, body }) => findBeforeCreating(work, params.id, body),
  takeUp: (work, { params, body }) => takeUp(work, params.id, body),
  attachConcern: (work, { params, body }) => attachConcern(work, params.id, body.caseId),
  passOn: (work, { params, body }) => passOn(work, params.id, body),
  noAction: (work, { params, body }) => answerWithNoAction(work, params.id, body.reason),
})
