import { sql } from 'kysely'
import { notConfidential } from '../directory/questions.ts'
import { dayInPoland } from '../platform/database/instants.ts'
import { saying } from '../platform/kept.ts'
import type { Tells } from '../platform/parts.ts'

export const tells: Tells = {
  news: [
    'item.accepted',
    'item.declined',
    'item.changed',
    'item.waiting',
    'item.returned',
    'item.begun',
    'item.told',
    'item.ended',
    'family.answered',
    'joined-referral.joined',
    'basket.frozen',
  ],
  course: {
    'goal.set': 'voice',
    'goal.changed': 'voice',
    'family.answered': 'voice',
    'item.accepted': 'answer',
    'item.declined': 'answer',
    'item.changed': 'answer',
    'item.waiting': 'answer',
    'item.returned': 'answer',
    'item.begun': 'answer',
    'item.told': 'answer',
    'item.ended': 'answer',
    'limit.said': 'voice',
    'limit.lifted': 'voice',
    'goals.ordered': 'voice',
    'need.added': 'agreed',
    'need.dropped': 'agreed',
    'payment.entered': 'agreed',
    'payment.taken-back': 'agreed',
    'goal.dropped': 'agreed',
    'gap.recorded': 'agreed',
    'joined-referral.joined': 'answer',
    'basket.frozen': 'agreed',
  },
  copy: [
    {
      part: 'baskets:copy.goals',
      position: 40,
      of: (scopeId) => sql`
        (select g.id, null::date, null::uuid, g.about, array[g.class], ${saying(
          [null, 'g.words'],
          ['baskets:copy.expected', 'g.expected'],
          ['baskets:copy.until', "to_char(g.until, 'DD.MM.YYYY')"],
        )}
        from baskets.goal g where g.scope_id = ${scopeId} and g.dropped_at is null)`,
    },
    {
      // What a service that is not in public does is on no paper.
      part: 'baskets:copy.items',
      position: 50,
      of: (scopeId) => sql`
        (select i.id, i.starts, i.provider_id, i.about, array[i.class, i.goal_class], ${saying(
          [null, 'i.what'],
          ['baskets:copy.frequency', 'i.frequency'],
          ['baskets:copy.until', "to_char(i.ends, 'DD.MM.YYYY')"],
        )}
        from baskets.item i where i.scope_id = ${scopeId} and i.removed_at is null
          and ${notConfidential('i.service_id')})`,
    },
    {
      // What one institution asked of another for somebody, and joined to the case: not in whose words, and never where it tells a place; what
      // the name of somebody outside tells nobody knows: it may be a clinic.
      part: 'baskets:copy.referrals',
      position: 58,
      of: (scopeId) => sql`
        (select j.id, ${dayInPoland('r.sent_at')}, j.institution_id, j.about, array_remove(array[j.class, k.tells, case when t.id is null then 'health' end], null), ${saying(
          ['baskets:copy.askedOf', 'coalesce(t.short_name, t.name, r.outside)'],
          [
            null,
            "(select string_agg(p.what, E'\\n' order by p.n) from referrals.point p where p.referral_id = j.referral_id)",
          ],
          [
            'baskets:copy.outcome',
            "(select string_agg(case p.outcome when 'reached' then 'udało się' when 'partly' then 'udało się częściowo' else 'nie udało się' end, E'\\n' order by p.n) from referrals.point p where p.referral_id = j.referral_id and p.outcome is not null)",
          ],
        )}
        from baskets.joined_referral j join referrals.referral r on r.id = j.referral_id
        left join institutions.institution t on t.id = r.to_institution_id left join institutions.institution_kind k on k.code = t.kind
        where j.scope_id = ${scopeId} and k.tells_place is not true)`,
    },
  ],
}
