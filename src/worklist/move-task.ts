import { sql } from 'kysely'
import { Refusal } from '../platform/http/problem.ts'
import type { Work } from '../platform/http/work.ts'

type Move = {
  state: 'planned' | 'in_progress' | 'done' | 'not_done' | 'cancelled'
  notDoneReason?: string | undefined
  outcome?: string | undefined
}

/** Moves a task on, or back: what was said before stays in the journal. */
export async function moveTask(work: Work, id: string, { state, notDoneReason, outcome }: Move) {
  const task = await work.mustFind(sql<{ scopeId: string; class: string; state: string; what: string }>`
    select scope_id as "scopeId", class, state, what from worklist.task where id = ${id}`)
  const ended = state === 'done' || state === 'not_done' || state === 'cancelled'
  const { numAffectedRows } = await sql`
    update worklist.task set state = ${state}, not_done_reason = ${notDoneReason ?? null}, outcome = ${outcome || null},
      ended_at = ${ended ? sql`now()` : null}, version = version + 1 where id = ${id}`.execute(work.db)
  if (!numAffectedRows) throw new Refusal(403, 'http:not-allowed')
  await work.record({
    verb: `task.${state.replace('_', '-')}`,
    subjectId: id,
    scopeId: task.scopeId,
    class: task.class,
    fact: 'worklist.task',
    values: { what: task.what, before: task.state, reason: notDoneReason },
  })
  return {}
}
