import { routesOf } from '../platform/http/routes-of.ts'
import { answerEntryRequest, askForEntry, entryRequest } from './ask-for-entry.ts'
import { timelineContract } from './contract.ts'
import { timeline } from './timeline.ts'

export const routes = routesOf('timeline', timelineContract, {
  timeline: (work, { params, query }) => timeline(work, params.id, query),
  askForEntry: (work, { params, body }) => askForEntry(work, params.id, params.entryId, body),
  entryRequest: (work, { params }) => entryRequest(work, params.id),
  answerEntryRequest: (work, { params, body }) => answerEntryRequest(work, params.id, body),
})
