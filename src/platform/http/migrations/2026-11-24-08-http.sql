-- A deed that arrives twice is done once: its answer is kept with its key, in the transaction of the deed.
create schema http;

create table http.answered (
  worker_id uuid not null,
  key text not null check (length(key) between 8 and 100),
  request_hash text not null,
  status int,
  answer jsonb,
  at timestamptz not null default now(),
  primary key (worker_id, key)
);
