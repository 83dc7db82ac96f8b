-- The family level: a concern, the case that grows from it, the people who work with the family.
create schema cases;

select codes.create_list('cases.contact_kind');
select codes.create_list('cases.closing_reason', 'after_care boolean, needs_text boolean');
select codes.create_list('cases.exclusion_kind');
select codes.create_list('cases.concern_urgency', 'answer_working_days int, hint jsonb');

-- A concern about a family, in at most six fields. Answered once: taken up, passed on or no action.
create table cases.concern (
  id uuid primary key,
  partnership_id uuid not null references partnerships.partnership,
  reporter_id uuid not null references institutions.worker,
  reporter_institution_id uuid not null references institutions.institution,
  addressed_to uuid not null references institutions.institution,
  who text not null check (length(who) between 2 and 300),
  commune text references territory.unit,
  place text check (length(place) <= 300),
  worries text[] not null check (cardinality(worries) between 1 and 12),
  what text not null check (length(what) between 2 and 4000),
  urgency text not null references cases.concern_urgency,
  family_knows text not null check (family_knows in ('yes', 'no', 'unknown')),
  done_so_far text check (length(done_so_far) <= 2000),
  violence boolean not null default false,
  sent_at timestamptz not null default now(),
  state text not null default 'new' check (state in ('new', 'taken_up', 'passed_on', 'no_action')),
  answered_at timestamptz,
  answered_by uuid references institutions.worker,
  answer_reason text check (length(answer_reason) between 2 and 1000),
  passed_on_as uuid references cases.concern,
  case_id uuid,
  version int not null default 1,
  check ((state = 'new') = (answered_at is null)),
  check (state in ('new', 'taken_up') or answer_reason is not null)
);
create index concern_addressed on cases.concern (addressed_to, state, sent_at);
create index concern_reported on cases.concern (reporter_id, sent_at desc);

create table cases."case" (
  id uuid primary key references access.scope,
  partnership_id uuid not null references partnerships.partnership,
  household_id uuid not null references households.household,
  code text not null check (code ~ '^[A-HJ-NP-Z2-9]{3}-[A-HJ-NP-Z2-9]{3}$'),
  plan_template text not null default 'ipw',
  concern_id uuid references cases.concern,
  opened_by uuid not null references institutions.worker,
  -- Opened by mistake: nobody sees it any more.
  voided_at timestamptz,
  voided_by uuid references institutions.worker,
  voided_because text check (length(voided_because) between 2 and 1000),
  -- Of the last opening, kept here for lists: a worker's cases are sorted without reading every opening.
  opened_at timestamptz,
  closed_at timestamptz,
  version int not null default 1,
  unique (partnership_id, code),
  check ((voided_at is null) = (voided_by is null) and (voided_at is null) = (voided_because is null))
);
create index case_of_household on cases."case" (household_id);
create index case_in_partnership on cases."case" (partnership_id);

-- Open from taking up or reopening to closing. One open case per household (and a household has one partnership).
create table cases.opening (
  id uuid primary key,
  case_id uuid not null references cases."case",
  household_id uuid not null references households.household,
  period tstzrange not null default tstzrange(now(), null),
  closing_reason text references cases.closing_reason,
  closing_note text,
  closed_by uuid references institutions.worker,
  after_care date[],
  exclude using gist (household_id with =, period with &&),
  check (upper_inf(period) = (closing_reason is null))
);
create index opening_of_case on cases.opening (case_id);

-- Under which number an institution that leads a case keeps it in its own register: its own, and nobody else's to read.
create table cases.registry_number (
  case_id uuid not null references cases."case",
  institution_id uuid not null references institutions.institution,
  number text not null check (length(number) between 1 and 60),
  primary key (case_id, institution_id)
);

create table cases.lead (
  id uuid primary key,
  case_id uuid not null references cases."case",
  institution_id uuid not null references institutions.institution,
  period tstzrange not null default tstzrange(now(), null),
  exclude using gist (case_id with =, period with &&)
);
create index lead_of_institution on cases.lead (institution_id);

-- A hand-over to another leading institution, which accepts before anything moves.
create table cases.handover (
  id uuid primary key,
  case_id uuid not null references cases."case",
  to_institution_id uuid not null references institutions.institution,
  offered_by uuid not null references institutions.worker,
  offered_at timestamptz not null default now(),
  reason text not null check (length(reason) between 3 and 1000),
  answer text check (answer in ('accepted', 'declined', 'withdrawn')),
  answered_by uuid references institutions.worker,
  answered_at timestamptz
);
create index handover_to on cases.handover (to_institution_id) where answer is null;
create unique index one_offer_at_a_time on cases.handover (case_id) where answer is null;

create table cases.coordinator (
  id uuid primary key,
  case_id uuid not null references cases."case",
  worker_id uuid not null references institutions.worker,
  period tstzrange not null default tstzrange(now(), null),
  appointed_by uuid not null references institutions.worker,
  exclude using gist (case_id with =, period with &&)
);
create index coordinator_worker on cases.coordinator (worker_id);

-- invited → accepted / declined (with a reason) / withdrawn → left. `part` is what the worker is asked to do.
create table cases.team_member (
  id uuid primary key,
  case_id uuid not null references cases."case",
  worker_id uuid not null,
  institution_id uuid not null references institutions.institution,
  part text,
  asked text check (length(asked) <= 1000),
  invited_by uuid not null references institutions.worker,
  invited_at timestamptz not null default now(),
  answer text check (answer in ('accepted', 'declined', 'withdrawn')),
  answered_at timestamptz,
  decline_reason text check (length(decline_reason) between 2 and 1000),
  left_at timestamptz,
  left_because text,
  version int not null default 1,
  check ((answer is null) = (answered_at is null)),
  check (answered_at >= invited_at and left_at >= answered_at),
  check (left_at is null or answer = 'accepted'),
  check ((answer is not distinct from 'declined') = (decline_reason is not null)),
  foreign key (worker_id, institution_id) references institutions.worker (id, institution_id)
);
create index team_of_case on cases.team_member (case_id);
create index team_of_worker on cases.team_member (worker_id);
create index team_of_institution on cases.team_member (institution_id);
create unique index one_part_at_a_time on cases.team_member (case_id, worker_id)
  where answer is null or (answer = 'accepted' and left_at is null);

-- What an institution leaves behind when it leaves the partnership: its own entries in a case and its disclosures,
-- which its head may read from then on and nobody there adds to.
create table cases.exit_handover (
  id uuid primary key default uuidv7(),
  case_id uuid not null references cases."case",
  institution_id uuid not null references institutions.institution,
  code text not null,
  sealed_at timestamptz not null default now()
);
create index exit_handover_of on cases.exit_handover (case_id);
create index exit_handover_to on cases.exit_handover (institution_id);

-- It is about the family, so it holds for the household and each of its cases, earlier and later ones too.
create table cases.exclusion (
  id uuid primary key,
  case_id uuid not null references cases."case",
  worker_id uuid not null references institutions.worker,
  kind text not null references cases.exclusion_kind,
  since timestamptz not null default now(),
  recorded_by uuid not null,
  -- Lifted when it was a mistake. A part that ended with it does not come back.
  lifted_at timestamptz check (lifted_at >= since),
  lifted_by uuid references institutions.worker,
  lifted_because text check (length(lifted_because) between 2 and 1000),
  check ((lifted_at is null) = (lifted_because is null))
);
create unique index excluded_once on cases.exclusion (case_id, worker_id) where lifted_at is null;

-- The kinds of problem that a case is about. Violence leaves none here until it has its own procedure.
create table cases.problem (
  id uuid primary key,
  scope_id uuid not null references access.scope,
  kind text not null references partnerships.problem_kind,
  class text not null check (class <> 'violence'),
  unique (scope_id, kind)
);

-- What happened with the family: a visit, a call, a note. `own` until its institution opens it to the team.
create table cases.contact (
  id uuid primary key,
  scope_id uuid not null references access.scope,
  institution_id uuid not null references institutions.institution,
  author_id uuid not null references institutions.worker,
  kind text not null references cases.contact_kind,
  happened_at timestamptz not null,
  place text check (length(place) <= 200),
  with_whom text check (length(with_whom) <= 300),
  what text not null check (length(what) between 2 and 8000),
  next_step text check (length(next_step) <= 500),
  class text not null check (class in ('file', 'health', 'addiction', 'justice', 'violence')),
  opened_at timestamptz,
  written_at timestamptz not null default now(),
  -- Written by mistake, in the wrong family's file for instance: kept, but nobody reads it any more.
  voided_at timestamptz,
  version int not null default 1
);
create index contact_in_scope on cases.contact (scope_id, happened_at desc);

-- Opinions at closing: of the family in its words, of each institution.
create table cases.opinion (
  id uuid primary key,
  scope_id uuid not null references access.scope,
  institution_id uuid references institutions.institution,
  what text not null check (length(what) between 2 and 4000),
  recorded_by uuid not null references institutions.worker,
  recorded_at timestamptz not null default now()
);
