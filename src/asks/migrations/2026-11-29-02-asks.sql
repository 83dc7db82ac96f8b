-- What somebody is asked for and owes an answer to: one thing for every kind of question.
create schema asks;

create table asks.kind (
  code text primary key,
  follows text not null,
  words text,
  reminder text,
  asker_named boolean not null default true,
  asker_may_answer boolean not null default true,
  awaited_by_asker boolean not null default false,
  awaited_class text,
  answerer_told boolean not null default true
);

create table asks.part (
  code text primary key,
  seats text not null
);

create table asks.ask (
  id uuid primary key default uuidv7(),
  kind text not null,
  subject_id uuid not null,
  scope_id uuid references access.scope,
  part text not null,
  institution_id uuid not null references institutions.institution,
  worker_id uuid,
  opens text,
  about_id uuid,
  asked_by uuid references institutions.worker,
  asker_institution_id uuid references institutions.institution,
  asked_at timestamptz not null,
  answer_by date not null,
  stands tstzrange not null,
  seen_at timestamptz,
  seen_by uuid references institutions.worker,
  outcome text check (outcome in ('answered', 'withdrawn', 'handed_on')),
  answer text,
  ended_at timestamptz,
  ended_by uuid references institutions.worker,
  handed_on_as uuid,
  foreign key (worker_id, institution_id) references institutions.worker (id, institution_id),
  constraint a_worker_or_a_part check ((part = 'worker') = (worker_id is not null)),
  constraint ended_with_an_outcome check ((outcome is null) = (ended_at is null)),
  constraint handed_on_as_something check ((outcome is not distinct from 'handed_on') = (handed_on_as is not null)),
  constraint seen_by_somebody check ((seen_at is null) = (seen_by is null))
);
create unique index one_at_a_time on asks.ask (kind, subject_id, part, coalesce(worker_id, institution_id)) where outcome is null;
create index ask_of_institution on asks.ask (institution_id, part) where outcome is null;
create index ask_in_scope on asks.ask (scope_id) where outcome is null;
create index ask_of_asker on asks.ask (asked_by) where outcome is null;
create index ask_about on asks.ask (subject_id);

create table asks.reminder (
  ask_id uuid not null references asks.ask,
  day date not null,
  reminded_by uuid not null references institutions.worker,
  at timestamptz not null default now(),
  primary key (ask_id, day)
);

-- What a slice says of its facts: which asks there are, and how those that ended did.
create type asks.wanted as (
  subject_id uuid,
  scope_id uuid,
  part text,
  institution_id uuid,
  worker_id uuid,
  opens text,
  about_id uuid,
  asked_by uuid,
  asker_institution_id uuid,
  asked_at timestamptz,
  answer_by date,
  stands tstzrange,
  outcome text,
  answer text,
  ended_at timestamptz,
  ended_by uuid,
  handed_on_as uuid
);
