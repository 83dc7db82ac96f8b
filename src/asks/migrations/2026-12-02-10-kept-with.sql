-- A question may be kept from whoever is kept out of a place: who that is, is found out at each question.
create table asks.kept_with (
  subject_id uuid not null,
  scope_id uuid not null references access.scope,
  since timestamptz not null default now(),
  primary key (subject_id, scope_id)
);
