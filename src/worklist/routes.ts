import { sql } from 'kysely'
import { Refusal } from '../platform/http/problem.ts'
import { routesOf } from '../platform/http/routes-of.ts'
import { worklistContract } from './contract.ts'
import { giveTask } from './give-task.ts'
import { moveTask } from './move-task.ts'
import { takeTopicBack } from './put-topic.ts'
import { tasksOfCase, topicsIn } from './questions.ts'

export const routes = routesOf('worklist', worklistContract, {
  tasksOfCase: (work, { params, query }) => work.all(tasksOfCase(params.id, work.actor.workerId, query.show)),
  giveTask: async (work, { params, body }) => {
    const owner = await work.find(sql<{ institutionId: string }>`
      select institution_id as "institutionId" from institutions.worker where id = ${body.workerId ?? work.actor.workerId}`)
    if (!owner) throw new Refusal(409, 'worklist:not-on-the-team', { field: 'workerId' })
    return giveTask(work, {
      id: body.id,
      scopeId: params.id,
      class: 'file',
      what: body.what,
      due: body.due ?? null,
      workerId: body.workerId ?? work.actor.workerId,
      about: body.about,
      institutionId: owner.institutionId,
    })
  },
  moveTask: (work, { params, body }) => moveTask(work, params.id, body),
  topicsIn: async (work, { params }) => {
    await work.mustHold(params.id, 'team')
    return work.all(topicsIn(params.id, work.actor.workerId))
  },
  takeTopicBack: (work, { params }) => takeTopicBack(work, params.id),
})
