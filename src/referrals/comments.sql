-- What each table holds; psql shows it with \d+.
comment on table referrals.reason is 'Why somebody says no: a refusal, a return for completion, or what was asked taken back.';
comment on table referrals.referral is
  'One institution asks another to do something for somebody. Here stands what the receiver reads before it takes anything on; outside a case it is a scope of its own.';
comment on column referrals.referral.basis is 'Who agreed that it is passed on (the person, or who represents them), or that a law says so.';
comment on column referrals.referral.basis_until is 'The last day on which the receiver may read it.';
comment on table referrals.particulars is 'What the receiver reads once it took something on, as long as the basis holds: who it is, how to reach them, and in what words it was sent.';
comment on table referrals.point is 'One thing that is asked. The state belongs to it; that of the referral follows from its points.';
comment on column referrals.point.handled_by is 'Who of the receiver works on it, and so reads it.';
comment on column referrals.point.expected_on is 'When the receiver expects to begin, of what waits on its list.';
comment on table referrals.feedback is 'What the receiver said to the sender at each of its steps.';
comment on column referrals.point.service_kind is 'What kind of service is asked for, where that is said; then `what` may lack.';
comment on column referrals.point.request is 'What the receiver reads of it besides: no name, no village.';
comment on column referrals.point.service_id is 'For which of its services the receiver took it on, or put it on the list.';
comment on column referrals.point.ahead_because is 'Why it went before others on the list.';
comment on table referrals.capacity is 'How many places a service has in all: known where it is given, never to others.';
comment on table referrals.taken_place is 'A place that what was taken on takes, until its end frees it.';
comment on column referrals.referral.outside is 'Who is asked, where they are not in Splot: by a letter on paper, or a guest there.';
comment on table referrals.shown_to_guest is 'That a guest was shown who it is, and since when, for the register of disclosures.';
comment on column referrals.feedback.guest_id is 'Who said it, where they are not in Splot.';
