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
      // Open assessments of my families in which my institution has not said yet how it sees anything; who coordinates is
      // told by the step.
      kind: 'view',
      of: () => sql`
        (select a.id, a.scope_id, null, null, null::date
          from assessments.assessment a
          where a.fixed_at is null and a.scope_id = any ((select access.my_scopes('team'))::uuid[])
            and not a.scope_id = any ((select access.my_scopes('coordinate'))::uuid[])
            and a.scope_id in (select o.case_id from cases.opening o where upper_inf(o.period))
            and not exists (select from assessments.view v where v.scope_id = a.scope_id and v.assessment_id = a.id
              and v.institution_id = (select institutions.my_institution()) and not v.by_family)
          order by a.opened_at, a.id limit 50)`,
    },
  ],
}
