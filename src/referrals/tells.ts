import { sql } from 'kysely'
import type { Tells } from '../platform/parts.ts'

export const tells: Tells = {
  letters: {
    referral: 'referrals:tellings.referral',
    completion: 'referrals:tellings.completion',
    'referral-step': 'referrals:tellings.step',
  },
  // What the receiver said at its steps.
  answered: (since) => sql`
    (select s.id, s.at, 'referral.' || s.step, s.institution_id, jsonb_build_object('words', s.words), '/referrals/' || s.referral_id
      from referrals.said_to_me(${since}) s)`,
  search: [
    {
      // Whom I referred, or work on, by name.
      position: 25,
      of: (typed) => sql`
        (select r.id::text, 'referral', d.who, coalesce(i.short_name, i.name), null, '/referrals/' || r.id
          from referrals.particulars d join referrals.referral r on r.id = d.referral_id join institutions.institution i on i.id = r.to_institution_id
          where splot.folded(d.who) like '%' || splot.sought(${typed}) || '%' order by r.sent_at desc, r.id limit 6)`,
    },
  ],
  course: {
    'referral.accepted': 'answer',
    'referral.waiting': 'answer',
    'referral.declined': 'answer',
    'referral.returned': 'answer',
    'referral.begun': 'answer',
    'referral.told': 'answer',
    'referral.ended': 'answer',
  },
}
