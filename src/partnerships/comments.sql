-- What each table holds; psql shows it with \d+.
comment on table partnerships.variant is 'In which form a partnership works.';
comment on table partnerships.problem_kind is
  'What a family may struggle with: the competence map says who leads then, cases say which of it they are about.';
comment on table partnerships.partnership is 'A formal partnership of institutions, and which of them leads it.';
comment on table partnerships.area is 'The communes or counties in which a partnership works.';
comment on table partnerships.agreement is
  'An agreement of many parties. `in_force` is set when the last founding party has signed.';
comment on table partnerships.agreement_party is 'A party of an agreement, and its signature.';
comment on table partnerships.agreement_suspension is 'A time in which an agreement opens nothing.';
comment on table partnerships.membership is 'invited → declared → acceded → (suspended) → left';
comment on table partnerships.membership_suspension is 'A time in which a member neither answers nor sees anything.';
comment on table partnerships.appointment is 'Who represents a member institution, or is the deputy.';
comment on table partnerships.rules_of_work is
  'How a partnership works: days to answer, cadence, who is told when silence lasts.';
comment on table partnerships.handover is
  'What an institution hands over when it leaves: kept for both sides, also when the one can see no case any more.';
comment on table partnerships.handover_line is 'One thing that is handed over.';
comment on table partnerships.agreement_end is
  'How an agreement ends: those it binds are told in time, and the partnership may end it before its day.';
comment on table partnerships.agreement_warning is 'Who was told how many days before which last day: once each.';
comment on table partnerships.lead_offer is
  'The leading part passes to another member: its present head offers it with the partnership''s decision, the other head accepts. Open cases stay with the institutions that lead them.';
comment on table partnerships.objection is
  'What an institution says beside its own answer times in a partnership: read by whoever reads these, a year at most.';
comment on table partnerships.place_source is 'Functions `f(place)` that tell which partnership a place belongs to, each of the slice whose places they are; filled anew with the rules.';
