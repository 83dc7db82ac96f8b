-- Facts about whom something else was said after they were written, since when, and what.
create table access.said_otherwise (
  fact_id uuid primary key,
  at timestamptz not null,
  about uuid[] not null
);
alter table access.said_otherwise enable row level security;
