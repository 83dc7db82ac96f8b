-- How a service of a contract in force goes, said by the institution that does it.
create table contracts.progress (
  id uuid primary key,
  scope_id uuid not null references access.scope,
  item_id uuid not null references baskets.item,
  institution_id uuid not null references institutions.institution,
  class text not null,
  about uuid[] not null default '{}' constraint about_somebody check (cardinality(about) > 0),
  state text not null check (state in ('begun', 'not_happened', 'finished')),
  words text check (length(words) <= 500),
  reported_by uuid not null references institutions.worker,
  reported_at timestamptz not null default now()
);
create index progress_in_scope on contracts.progress (scope_id);
create index progress_of_item on contracts.progress (item_id, reported_at desc);
