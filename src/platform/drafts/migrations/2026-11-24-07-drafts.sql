-- What a worker has begun to type, kept also on the server: encrypted, theirs alone, gone when sent or after 30 days.
create schema drafts;

create table drafts.draft (
  worker_id uuid not null,
  form text not null check (length(form) <= 200),
  content bytea not null check (length(content) <= 262144),
  kept_at timestamptz not null default now(),
  primary key (worker_id, form)
);
