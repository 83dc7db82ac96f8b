import { z } from 'zod'
import { assessmentsContract } from '../assessments/contract.ts'
import { basketsContract } from '../baskets/contract.ts'
import { endpoint, id, withId } from '../platform/http/contract.ts'

/** What is settled about a family and becomes something else than a task, in the shapes of the deeds that make it. */
export const settleContract = {
  decideItem: endpoint({
    method: 'POST',
    path: '/meetings/:id/points/:pointId/items',
    summary:
      'Puts what was settled about a family into its basket at once, and asks the institution when wanted; whoever coordinates does.',
    params: z.object({ id, pointId: id }),
    body: basketsContract.putItem.body,
    answer: withId,
    problems: ['meeting-is-over', 'somebody-left-the-room', ...basketsContract.putItem.problems],
  }),
  decideLevel: endpoint({
    method: 'PUT',
    path: '/meetings/:id/points/:pointId/assessments/:assessmentId/agreed/:agreedId',
    summary:
      'Writes down, in an assessment that is under way, the level that was agreed in a domain; whoever coordinates does.',
    params: z.object({ id, pointId: id, assessmentId: id, agreedId: id }),
    body: assessmentsContract.agree.body,
    version: 'taken',
    answer: withId,
    problems: ['meeting-is-over', 'somebody-left-the-room', ...assessmentsContract.agree.problems],
  }),
}
