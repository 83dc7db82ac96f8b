-- What was asked before the institution changed its part, and who of the family answered.
alter table baskets.item
  add asked_what text check (length(asked_what) between 2 and 500),
  add asked_frequency text check (length(asked_frequency) <= 200),
  add asked_starts date,
  add asked_ends date,
  add family_said_by uuid[] not null default '{}';
