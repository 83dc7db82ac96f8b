import { sql } from 'kysely'
import type { Tells } from '../platform/parts.ts'

export const tells: Tells = {
  letters: {
    referral: 'referrals:tellings.referral',
    // Whom the rules of work tell of silence may answer it.
    'referral.deputy': 'referrals:tellings.silentDeputy',
    'referral.head': 'referrals:tellings.silentHead',
    completion: 'referrals:tellings.completion',
    'completion.leader': 'asks:letters.silence.leaderCalls',
    'referral-step': 'referrals:tellings.step',
    'referral-stopped': 'referrals:tellings.stopped',
  },
  // What the receiver said at its steps; and to who does what was asked, that it stops.
  answered: (since) => sql`
    (select s.id, s.at, 'referral.' || s.step, s.institution_id, jsonb_build_object('words', s.words), '/referrals/' || s.referral_id, s.outside
      from referrals.said_to_me(${since}) s)`,
  search: [
    {
      // Whom I referred, or work on, by name.
      position: 25,
      of: (typed) => sql`
        (select d.referral_id::text, 'referral', d.who, s.institution, null, '/referrals/' || d.referral_id
          from referrals.particulars d cross join lateral referrals.sent_to(d.referral_id) s
          where splot.folded(d.who) like '%' || splot.sought(${typed}) || '%' order by s.sent_at desc, d.referral_id limit 6)`,
    },
  ],
  due: [
    {
      // A letter that nobody answered; a place that is free while somebody waits; what the directory says and is not so.
      kind: 'referral',
      of: () => sql`(select d.id, null::uuid, d.what, d.state, d.since from referrals.due() d)`,
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
