-- How many places a service has in all, as whoever gives it says, and which of them are taken by what was taken on. Known to the
-- institution alone; what everybody reads of free places is what it states in the directory.
create table referrals.capacity (
  service_id uuid primary key references directory.service,
  institution_id uuid not null references institutions.institution,
  total int not null,
  said_by uuid not null references institutions.worker,
  said_at timestamptz not null default now(),
  constraint some_places check (total between 1 and 1000)
);
create index capacity_of_institution on referrals.capacity (institution_id);

alter table referrals.point
  add service_id uuid references directory.service,
  add ahead_because text references referrals.reason,
  add constraint named_when_taken_on check (service_id is null or answer in ('accepted', 'changed', 'waiting')),
  add constraint ahead_when_taken_on check (ahead_because is null or service_id is not null);
create index point_of_service on referrals.point (service_id) where service_id is not null;

create table referrals.taken_place (
  id uuid primary key default uuidv7(),
  service_id uuid not null references referrals.capacity,
  institution_id uuid not null references institutions.institution,
  point_id uuid not null,
  referral_id uuid not null,
  scope_id uuid not null references access.scope,
  taken_at timestamptz not null default now(),
  freed_at timestamptz,
  freed_by uuid references institutions.worker,
  foreign key (point_id, referral_id, scope_id) references referrals.point (id, referral_id, scope_id),
  constraint freed_after_taken check (freed_at >= taken_at)
);
create unique index one_place_a_point on referrals.taken_place (point_id) where freed_at is null;
create index places_taken_of on referrals.taken_place (service_id) where freed_at is null;
create index taken_in_scope on referrals.taken_place (scope_id);
