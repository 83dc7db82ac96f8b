import { sql } from 'kysely'
import { notConfidential } from '../directory/questions.ts'
import { dayInPoland } from '../platform/database/instants.ts'
import { saying } from '../platform/kept.ts'
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
    'approval.leader': 'asks:letters.silence.leaderCalls',
    'mending.leader': 'asks:letters.silence.leaderCalls',
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
  copy: [
    {
      // What came of services, by their own word or at a review; of one that is not in public nothing.
      part: 'contracts:copy.results',
      position: 55,
      of: (scopeId) => sql`
        (select e.id, e.evaluated_on, i.provider_id, e.about, array[e.class, i.goal_class], ${saying(
          [null, 'i.what'],
          ['contracts:copy.result', 'r.pl'],
          [null, 'e.what'],
        )}
        from contracts.evaluation e join contracts.result r on r.code = e.result join baskets.item i on i.id = e.item_id
        where e.scope_id = ${scopeId} and ${notConfidential('i.service_id')}
        union all
        select p.id, ${dayInPoland('p.reported_at')}, p.institution_id, p.about, array[p.class, i.goal_class], ${saying(
          [null, 'i.what'],
          ['contracts:copy.course', 'p.words'],
        )}
        from contracts.progress p join baskets.item i on i.id = p.item_id
        where p.scope_id = ${scopeId} and p.words is not null and ${notConfidential('i.service_id')})`,
    },
  ],
}
