-- An institution may demand a second factor of all who work there. Who lost theirs gets it taken off by two others.
alter table institutions.institution add column factor_for_all boolean not null default false;
create table institutions.factor_reset (
  id uuid primary key,
  institution_id uuid not null references institutions.institution,
  worker_id uuid not null,
  asked_by uuid not null,
  asked_at timestamptz not null default now(),
  confirmed_by uuid,
  confirmed_by_administrator uuid,
  confirmed_at timestamptz,
  foreign key (worker_id, institution_id) references institutions.worker (id, institution_id),
  foreign key (asked_by, institution_id) references institutions.worker (id, institution_id),
  foreign key (confirmed_by, institution_id) references institutions.worker (id, institution_id),
  constraint two_people check (asked_by <> worker_id and confirmed_by not in (asked_by, worker_id)),
  constraint confirmed_by_one check ((confirmed_at is not null)::int = num_nonnulls(confirmed_by, confirmed_by_administrator))
);
create unique index one_open_reset on institutions.factor_reset (worker_id) where confirmed_at is null;
create index reset_of_institution on institutions.factor_reset (institution_id);
alter table institutions.factor_reset enable row level security;
comment on table institutions.factor_reset is 'Second factors that somebody lost: who asks that they be taken off, and who else confirms it.';
