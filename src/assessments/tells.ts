import { sql } from 'kysely'
import { dayInPoland } from '../platform/database/instants.ts'
import { saying } from '../platform/kept.ts'
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
  copy: [
    {
      // How institutions see it, opened or agreed. The voice of the family may be another's.
      part: 'assessments:copy.views',
      position: 20,
      of: (scopeId) => sql`
        (select v.id, ${dayInPoland('v.written_at')}, v.institution_id, v.about, array[v.class], ${saying(
          [null, 'd.pl'],
          ['assessments:copy.level', 'v.level'],
          ['assessments:copy.strengths', 'v.strengths'],
          ['assessments:copy.barriers', 'v.barriers'],
        )}
        from assessments.view v join assessments.assessment a on a.id = v.assessment_id join assessments.life_domain d on d.code = v.domain
        where v.scope_id = ${scopeId} and not v.by_family and (v.opened_at is not null or a.fixed_at is not null))`,
    },
    {
      part: 'assessments:copy.agreed',
      position: 30,
      of: (scopeId) => sql`
        (select g.id, a.agreed_on, null::uuid, g.about, array[g.class], ${saying(
          [null, 'd.pl'],
          ['assessments:copy.level', 'g.level'],
          ['assessments:copy.today', 'g.today'],
        )}
        from assessments.agreed g join assessments.assessment a on a.id = g.assessment_id join assessments.life_domain d on d.code = g.domain
        where g.scope_id = ${scopeId} and a.fixed_at is not null)`,
    },
  ],
}
