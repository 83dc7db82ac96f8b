-- What each table holds; psql shows it with \d+.
comment on table concerns.concern is
  'A concern about a family, in at most six fields. Answered once: taken up, passed on or no action.';
comment on column concerns.concern.began is 'A case began with it: what it said is passed on, and the concern itself is read there by nobody.';
comment on table concerns.people_search is 'Searches of people by intake: for which concern, which scopes were shown, and to which household it was attached; never the words.';
comment on table concerns.attached_unseen is 'To which case a concern of violence was attached: read by nobody, for when that case is voided.';
comment on table concerns.step is 'Where a danger was told of, one institution a step.';
comment on table concerns.told is 'Who was written to of a danger, once each; who comes on duty while it is unread is written to then.';
comment on column concerns.concern.unheard_at is 'Since when nobody is left to tell a danger of, though it was not read.';
