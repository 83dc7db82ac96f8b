-- Joint work (decision 017): a sheet asks one person who signs, about one person, what institutions may exchange.
create table consents.sheet (
  id uuid primary key,
  scope_id uuid not null references access.scope,
  about_id uuid not null references households.person,
  signer_id uuid references households.person,
  court_order text check (length(court_order) between 3 and 200),
  asked_at timestamptz not null default now(),
  asked_by uuid not null references institutions.worker,
  form text references consents.consent_form,
  signed_on date,
  until date,
  answered_at timestamptz,
  recorded_by uuid references institutions.worker,
  taken_back_at timestamptz,
  version int not null default 1,
  unique (id, scope_id),
  constraint signed_or_ordered check (signer_id is null or court_order is null),
  constraint answered_with_its_day check ((answered_at is null) = (signed_on is null) and (answered_at is null) = (recorded_by is null)),
  constraint answered_or_taken_back check (answered_at is null or taken_back_at is null)
);
create index sheet_in_scope on consents.sheet (scope_id);
create unique index one_sheet_waits on consents.sheet (scope_id, about_id, signer_id) where answered_at is null and taken_back_at is null;

create table consents.tick (
  sheet_id uuid not null,
  scope_id uuid not null references access.scope,
  about_id uuid not null,
  signer_id uuid,
  institution_id uuid not null references institutions.institution,
  class text not null,
  yes boolean,
  earlier boolean not null default false,
  period tstzrange,
  ended_because text check (ended_because in ('replaced', 'withdrawn', 'left', 'closed')),
  withdrawn_how text check (length(withdrawn_how) between 2 and 300),
  primary key (sheet_id, institution_id, class),
  foreign key (sheet_id, scope_id) references consents.sheet (id, scope_id),
  constraint answered_from_then_on check ((yes is null) = (period is null)),
  constraint no_box_for_it check (class not in ('justice', 'violence', 'own'))
);
create index tick_in_scope on consents.tick (scope_id);

create table consents.without (
  id uuid primary key,
  scope_id uuid not null references access.scope,
  about_id uuid not null references households.person,
  representative_id uuid not null references households.person,
  reason text not null check (length(reason) between 3 and 500),
  decided_at timestamptz not null default now(),
  decided_by uuid not null references institutions.worker,
  ended_at timestamptz
);
create index without_in_scope on consents.without (scope_id);
create unique index one_decision_stands on consents.without (scope_id, about_id, representative_id) where ended_at is null;

-- What could be read through joint work, and from when to when: derived, for the register of disclosures.
create table consents.exchange (
  id uuid primary key default uuidv7(),
  scope_id uuid not null references access.scope,
  about_id uuid not null,
  to_institution_id uuid not null references institutions.institution,
  class text not null,
  period tstzrange not null check (not isempty(period))
);
create index exchange_in_scope on consents.exchange (scope_id);
