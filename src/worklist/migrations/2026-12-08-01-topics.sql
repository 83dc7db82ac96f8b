-- What is to be talked about at the next meeting of those who work together in a place: put there from a visit, a message.
create table worklist.topic (
  id uuid primary key,
  scope_id uuid not null references access.scope,
  class text not null,
  about uuid[] not null default '{}',
  what text not null check (length(what) between 2 and 200),
  put_by uuid not null references institutions.worker,
  put_at timestamptz not null default now(),
  source_kind text not null,
  source_id uuid not null,
  taken_back_at timestamptz,
  constraint about_somebody check (cardinality(about) > 0),
  constraint never_of_violence check (class in ('team', 'file', 'health', 'addiction', 'justice'))
);
create index topic_in_scope on worklist.topic (scope_id);
