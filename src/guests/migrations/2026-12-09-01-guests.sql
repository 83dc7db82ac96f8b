-- Somebody without an account who takes part in one thing: a meeting, an answer to a letter. Named by a worker, at an address that
-- a second one confirmed.
create schema guests;

create table guests.guest (
  id uuid primary key,
  scope_id uuid not null references access.scope,
  kind text not null,
  subject_id uuid not null,
  name text not null check (length(name) between 3 and 120),
  role text not null check (length(role) between 2 and 120),
  institution text not null check (length(institution) between 2 and 160),
  email text not null check (length(email) between 6 and 200),
  invited_by uuid not null,
  institution_id uuid not null references institutions.institution,
  invited_at timestamptz not null default now(),
  confirmer_id uuid not null,
  confirmer_institution_id uuid not null,
  -- Of what class whoever confirms holds something in that place; none where it lies in no place of theirs.
  opens text,
  answer_by date not null,
  confirmed_at timestamptz,
  refused_at timestamptz,
  opened_at timestamptz,
  ended_at timestamptz,
  ended_because text,
  unique (id, scope_id),
  foreign key (invited_by, institution_id) references institutions.worker (id, institution_id),
  foreign key (confirmer_id, confirmer_institution_id) references institutions.worker (id, institution_id),
  constraint known_kind check (kind in ('meeting', 'referral')),
  constraint an_address_of_mail check (email ~ '^[^@[:space:]]+@[^@[:space:]]+\.[^@[:space:]]+$'),
  constraint a_second_person check (confirmer_id <> invited_by),
  constraint confirmed_or_refused check (confirmed_at is null or refused_at is null),
  constraint opened_once_confirmed check (opened_at is null or confirmed_at is not null),
  constraint ended_for_a_reason check ((ended_at is null) = (ended_because is null) and ended_because in ('removed', 'basis'))
);
create index guest_in_scope on guests.guest (scope_id);
create index guest_of on guests.guest (subject_id);

-- How they come in: by a link (a digest of it), and a code that is worked out of it by a key outside the database; then by what
-- their browser keeps. No worker reads this.
create table guests.way_in (
  guest_id uuid primary key references guests.guest,
  link bytea not null unique check (length(link) = 32),
  sent_at timestamptz not null default now(),
  code_no int not null default 0,
  code_made_at timestamptz,
  tries int not null default 0,
  visit bytea unique check (length(visit) = 32)
);

-- Of which kinds somebody is a guest: `until` is a function of a guest that says until when what they come for stands; null, not now.
create table guests.kind (code text primary key, until text not null);
