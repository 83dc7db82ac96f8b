import { sql } from 'kysely'
import type { Tells } from '../platform/parts.ts'

export const tells: Tells = {
  course: {
    'plan.drawn-up': 'paper',
    'plan.printed': 'paper',
    'sheet.printed': 'paper',
    'contract.drawn-up': 'paper',
    'contract.amendment-drawn-up': 'paper',
    'contract.printed': 'paper',
    'contract.signed': 'agreed',
    'contract.sent-back': 'answer',
    'contract.approved': 'agreed',
    'contract.ended': 'agreed',
    'action.evaluated': 'agreed',
    'review.held': 'agreed',
    'service.begun': 'agreed',
    'service.not-happened': 'agreed',
    'service.finished': 'agreed',
  },
  letters: {
    approval: 'contracts:tellings.approval',
    mending: 'contracts:tellings.mending',
    'service-not-happened': 'contracts:tellings.not-happened',
  },
  news: ['contract.approved', 'service.begun', 'service.not-happened', 'service.finished'],
  calendar: [
    {
      title: 'contracts:calendar',
      of: () => sql`
        (select r.id, r.due, null::timestamptz, null::int, '/' from contracts.review r
          where r.held_on is null and r.scope_id in (select c.id from cases."case" c where c.closed_at is null)
            and r.scope_id = any ((select access.my_scopes('team'))::uuid[]))`,
    },
  ],
  due: [
    {
      // What my institution agreed to do by a contract in force, until it is finished.
      kind: 'service',
      of: (workerId) => sql`
        (select s.item_id, s.scope_id, s.what, s.state, case when s.state is null then s.starts end
          from contracts.our_services() s where s.state is distinct from 'finished' and coalesce(s.worker_id, ${workerId}) = ${workerId}
          order by s.starts nulls last, s.item_id limit 50)`,
    },
  ],
}
