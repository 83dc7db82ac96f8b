-- Who was told of a question by letter, once each; later steps tell of silence.
create table asks.told_to (
  ask_id uuid not null references asks.ask,
  worker_id uuid not null references institutions.worker,
  step int not null default 0 check (step between 0 and 3),
  at timestamptz not null default now(),
  primary key (ask_id, worker_id, step)
);

-- How somebody wants to be told; whoever said nothing, in the morning.
create table asks.wish (
  worker_id uuid primary key references institutions.worker,
  at_once boolean not null
);

-- What somebody is told, and owes no answer to.
create table asks.notice (
  id uuid primary key default uuidv7(),
  kind text not null,
  worker_id uuid not null references institutions.worker,
  scope_id uuid references access.scope,
  subject_id uuid not null,
  urgent boolean not null default false,
  at timestamptz not null default now(),
  told_at timestamptz
);
create index notice_untold on asks.notice (worker_id) where told_at is null;

-- Of some kinds whoever is silent is not only reminded: silence is told further, by the rules of work.
alter table asks.kind add silence_told boolean not null default false;
