import { sql } from 'kysely'
import { Refusal } from '../platform/http/problem.ts'
import type { Work } from '../platform/http/work.ts'

export type NewTask = {
  id: string
  scopeId: string
  class: string
  what: string
  /** `YYYY-MM-DD` */
  due: string | null
  /** Whose it is; the institution's, when nobody is named. */
  workerId: string | null
  institutionId?: string
  /** Whom it is about; everybody, where nothing is said. */
  about?: string[] | undefined
  source?: { kind: string; id: string }
}

/** Gives a task to a worker or an institution. 409 for a worker who does not work with the family. */
export async function giveTask(work: Work, task: NewTask) {
  if (
    task.workerId &&
    task.workerId !== work.actor.workerId &&
    !(await work.ask<boolean>(sql`worklist.works_with(${task.scopeId}, ${task.workerId})`))
  )
    throw new Refusal(409, 'worklist:not-on-the-team', { field: 'workerId' })
  await work.db
    .insertInto('worklist.task')
    .values({
      id: task.id,
      scope_id: task.scopeId,
      class: task.class,
      what: task.what,
      due: task.due,
      about: task.about ?? [],
      worker_id: task.workerId,
      institution_id: task.institutionId ?? work.actor.institutionId,
      source_kind: task.source?.kind ?? null,
      source_id: task.source?.id ?? null,
      added_by: work.actor.workerId,
    })
    .execute()
  await recordGiven(work, task)
  return { id: task.id }
}

/** What the journal tells of a task that was given, also by a deed of many. */
export const recordGiven = (work: Work, task: Pick<NewTask, 'id' | 'scopeId' | 'class' | 'what' | 'due'>) =>
  work.record({
    verb: 'task.given',
    subjectId: task.id,
    scopeId: task.scopeId,
    class: task.class,
    fact: 'worklist.task',
    values: { what: task.what, due: task.due },
  })
