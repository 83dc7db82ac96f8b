import { z } from 'zod'
import {
  aboutPeople,
  codeOf,
  day,
  endpoint,
  id,
  line,
  nothing,
  text,
  version,
  withId,
  workDay,
} from '../platform/http/contract.ts'

export const task = z.object({
  id,
  caseId: id,
  what: z.string(),
  about: z.array(id).describe('Whom it is about.'),
  due: day.nullable(),
  state: z.enum(['planned', 'in_progress', 'done', 'not_done', 'cancelled']),
  notDoneReason: z.string().nullable(),
  outcome: z.string().nullable(),
  workerId: id.nullable(),
  workerName: z.string().nullable(),
  institutionName: z.string(),
  mine: z.boolean(),
  version,
})

/** Tasks of a case and their progress. The work list of a day is in `src/day`. */
export const worklistContract = {
  tasksOfCase: endpoint({
    method: 'GET',
    path: '/cases/:id/tasks',
    summary: 'What is to be done for the family, by whom and until when.',
    params: withId,
    within: 'id',
    look: 'tasks',
    needs: ['team'],
    query: z.object({ show: z.enum(['open', 'all']).default('open') }),
    answer: z.array(task),
  }),
  giveTask: endpoint({
    method: 'POST',
    path: '/cases/:id/tasks',
    summary: 'Gives a task to a team member, or takes one on.',
    params: withId,
    within: 'id',
    needs: ['team'],
    body: z.object({
      id,
      what: line('worklist.task.what'),
      due: workDay.optional(),
      workerId: id.optional(),
      about: aboutPeople,
    }),
    answer: withId,
    problems: ['not-on-the-team'],
  }),
  moveTask: endpoint({
    method: 'POST',
    path: '/tasks/:id/state',
    summary:
      'Says that a task is under way, done, not done (with the reason) or no longer needed; an earlier state can be taken back.',
    params: withId,
    body: z
      .object({
        state: z.enum(['planned', 'in_progress', 'done', 'not_done', 'cancelled']),
        notDoneReason: codeOf('worklist.not_done_reason').optional(),
        outcome: text(0, 1000).optional(),
      })
      .refine((given) => (given.state === 'not_done') === (given.notDoneReason !== undefined), {
        path: ['notDoneReason'],
      }),
    answer: nothing,
  }),
  topicsIn: endpoint({
    method: 'GET',
    path: '/topics/in/:id',
    summary: 'What waits for the next meeting of a place, as far as I may read it: on no agenda yet.',
    params: withId,
    within: 'id',
    look: 'topics',
    answer: z.array(
      z.object({ id, what: z.string(), putBy: z.string(), putOn: day, mayTakeBack: z.boolean() }),
    ),
  }),
  takeTopicBack: endpoint({
    method: 'POST',
    path: '/topics/:id/take-back',
    summary: 'Takes back what waited for the next meeting.',
    params: withId,
    answer: nothing,
    problems: ['on-an-agenda'],
  }),
}
