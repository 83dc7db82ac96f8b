-- What an institution kept to itself: the coordinator is told that it exists, never what it is, and may ask for it.

-- Things that an institution may keep to itself and open later, by the first part of their verbs in the journal;
-- `opens(subject, institution)` opens one and gives its class and what the journal says of it, or nothing when it
-- cannot be opened. Later slices add theirs.
create table cases.openable (thing text primary key, opens text not null);

-- What nobody can open any more, so that it is not asked for: later slices say so of theirs.
create table cases.past_asking (subject_id uuid primary key);

-- Asked of the institution that wrote it: anybody of its people on the team opens it, or declines with a reason.
create table cases.entry_request (
  id uuid primary key,
  scope_id uuid not null references access.scope,
  institution_id uuid not null references institutions.institution,
  entry_id uuid not null,
  subject_id uuid not null,
  why text not null check (length(why) between 2 and 500),
  asked_by uuid not null references institutions.worker,
  asked_at timestamptz not null default now(),
  answer text check (answer in ('opened', 'declined')),
  answered_by uuid references institutions.worker,
  answered_at timestamptz,
  decline_reason text check (length(decline_reason) between 2 and 500),
  check ((answer is null) = (answered_at is null)),
  check ((answer is not distinct from 'declined') = (decline_reason is not null))
);
create index entry_request_in_scope on cases.entry_request (scope_id);
create unique index one_request_at_a_time on cases.entry_request (subject_id) where answer is null;
