import { sql } from 'kysely'
import { dayInPoland } from '../platform/database/instants.ts'
import { saying } from '../platform/kept.ts'
import type { Tells } from '../platform/parts.ts'

/** Tasks of one who asks: their own, a colleague's for whom they stand in, and what fell to them. By worker and scope an index finds them. */
const mine = (workerId: string) => sql`
  (t.worker_id = ${workerId} or t.scope_id = any ((select access.my_scopes('team'))::uuid[] || (select access.my_scopes('coordinate'))::uuid[]))
  and (t.worker_id = ${workerId} or worklist.instead_of(t.scope_id, t.worker_id) is not null or worklist.falls_to_me(t.scope_id, t.worker_id, t.institution_id))`

export const tells: Tells = {
  letters: { task: 'worklist:tellings.task' },
  news: ['task.done', 'task.not-done'],
  course: {
    'task.given': 'task',
    'task.done': 'task',
    'task.not-done': 'task',
    'task.in-progress': 'task',
    'task.planned': 'task',
    'task.cancelled': 'task',
    'task.opened': 'task',
    'topic.put': 'meeting',
    'topic.taken-back': 'meeting',
  },
  calendar: [
    {
      title: 'worklist:calendar',
      of: (workerId) => sql`
        (select t.id, t.due, null::timestamptz, null::int, '/' from worklist.task t where t.ended_at is null and t.due is not null and not worklist.rests(t.scope_id) and ${mine(workerId)})`,
    },
  ],
  due: [
    {
      // Open tasks that are mine, or that fell to me: late, due today or tomorrow, or without a day.
      kind: 'task',
      of: (workerId) => sql`
        (select t.id, t.scope_id, t.what, worklist.instead_of(t.scope_id, t.worker_id), t.due
          from worklist.task t where t.ended_at is null and not worklist.rests(t.scope_id) and (t.due is null or t.due <= splot.today_pl() + 1)
            and ${mine(workerId)}
          order by t.due nulls last, t.id limit 50)`,
    },
  ],
  copy: [
    {
      part: 'worklist:copy.tasks',
      position: 65,
      of: (scopeId) => sql`
        (select t.id, ${dayInPoland('t.added_at')}, t.institution_id, t.about, array[t.class], ${saying(
          [null, 't.what'],
          ['worklist:copy.state', 's.pl'],
          ['worklist:copy.outcome', 't.outcome'],
        )}
        from worklist.task t join worklist.task_state s on s.code = t.state where t.scope_id = ${scopeId})`,
    },
  ],
}
