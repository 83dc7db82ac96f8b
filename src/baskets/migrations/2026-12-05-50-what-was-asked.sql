-- What was asked before the institution changed its part, and who of the family answered.
alter table baskets.item
  add asked_what text,
  add asked_frequency text,
  add asked_starts date,
  add asked_ends date,
  add family_said_by uuid[] not null default '{}';
