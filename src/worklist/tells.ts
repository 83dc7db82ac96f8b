import { sql } from 'kysely'
import type { Tells } from '../platform/parts.ts'

export const tells: Tells = {
  news: ['task.done', 'task.not-done'],
  due: [
    {
      // Open tasks that are mine, or my institution's and nobody's in a team that I am on: late, due today or tomorrow, or without a day.
      kind: 'task',
      of: (workerId) => sql`
        (select t.id, t.scope_id, t.what, null, t.due
          from worklist.task t where (t.worker_id = ${workerId} or t.worker_id is null and t.institution_id = institutions.my_institution()
            and t.scope_id = any ((select access.my_scopes('team'))::uuid[])) and t.ended_at is null and not worklist.rests(t.scope_id) and (t.due is null or t.due <= splot.today_pl() + 1)
          order by t.due nulls last, t.id limit 50)`,
    },
  ],
}
