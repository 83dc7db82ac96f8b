import { sql } from 'kysely'
import type { Tells } from '../platform/parts.ts'

export const tells: Tells = {
  news: ['view.opened', 'assessment.fixed'],
  course: {
    'assessment.opened': 'agreed',
    'assessment.fixed': 'agreed',
    'level.agreed': 'agreed',
  },
  due: [
    {
      // Open assessments in which my institution has not said anything yet.
      kind: 'view',
      of: () => sql`(select u.id, u.scope_id, null, null, null::date from assessments.unsaid_by_us() u)`,
    },
  ],
}
