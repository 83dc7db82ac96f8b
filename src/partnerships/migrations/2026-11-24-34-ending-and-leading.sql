-- How an agreement ends: those it binds are told in time, and the partnership may end it before its day.
create table partnerships.agreement_end (
  agreement_id uuid primary key references partnerships.agreement,
  last_day date not null,
  decided_on date not null,
  reason text not null check (length(reason) between 2 and 500),
  recorded_by uuid not null references institutions.worker,
  recorded_at timestamptz not null default now()
);

-- Who was told how many days before which last day: once each.
create table partnerships.agreement_warning (
  agreement_id uuid not null references partnerships.agreement,
  last_day date not null,
  days_before int not null,
  told_at timestamptz not null default now(),
  primary key (agreement_id, last_day, days_before)
);

-- The leading part passes to another member: its present head offers it with the partnership's decision, the other
-- head accepts. Open cases stay with the institutions that lead them.
create table partnerships.lead_offer (
  id uuid primary key,
  partnership_id uuid not null references partnerships.partnership,
  from_institution_id uuid not null references institutions.institution,
  to_institution_id uuid not null references institutions.institution,
  decided_on date not null,
  decision text not null check (length(decision) between 2 and 500),
  offered_by uuid not null references institutions.worker,
  offered_at timestamptz not null default now(),
  answer text check (answer in ('accepted', 'declined', 'withdrawn')),
  answered_by uuid references institutions.worker,
  answered_at timestamptz,
  check (from_institution_id <> to_institution_id and (answer is null) = (answered_at is null) and (answer is null) = (answered_by is null))
);
create unique index one_open_lead_offer on partnerships.lead_offer (partnership_id) where answer is null;
