-- Searches of people before a case is opened: for which concern, and which scopes were shown; never the words.
create table cases.people_search (
  id uuid primary key default uuidv7(),
  at timestamptz not null default now(),
  worker_id uuid not null references institutions.worker,
  institution_id uuid not null references institutions.institution,
  concern_id uuid not null references cases.concern,
  shown uuid[] not null
);
create index people_search_of_institution on cases.people_search (institution_id, at desc);
alter table cases.people_search enable row level security;
comment on table cases.people_search is 'Searches of people by intake: for which concern, which scopes were shown, never the words.';
