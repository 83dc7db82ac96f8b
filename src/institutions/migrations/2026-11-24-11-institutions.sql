-- Institutions and the people who work there. The actor everywhere in Splot is the worker: one person with two
-- employers is two workers and chooses for which of them they act.
create schema institutions;

select codes.create_list('institutions.institution_group');
select codes.create_list('institutions.institution_kind', 'abbr text, tier text, "group" text references institutions.institution_group');

create table institutions.institution (
  id uuid primary key,
  kind text not null references institutions.institution_kind,
  name text not null check (length(name) between 2 and 200),
  short_name text check (length(short_name) between 2 and 60),
  seat text references territory.unit,
  locality text,
  address text,
  phone text,
  email text,
  period tstzrange not null default tstzrange(now(), null),
  version int not null default 1
);

-- The communes, counties or voivodeships that an institution serves.
create table institutions.area (
  institution_id uuid not null references institutions.institution,
  terc text not null references territory.unit,
  primary key (institution_id, terc)
);

create table institutions.worker (
  id uuid primary key,
  account_id uuid,
  institution_id uuid not null references institutions.institution,
  given_name text not null check (length(given_name) between 1 and 80),
  family_name text not null check (length(family_name) between 1 and 80),
  position text not null check (length(position) between 2 and 120),
  social_worker boolean not null default false,
  service_number text,
  phone text,
  phone_hours text,
  email text,
  period tstzrange not null default tstzrange(now(), null),
  version int not null default 1,
  exclude using gist (access.pair(account_id, institution_id) with =, period with &&),
  unique (id, institution_id) -- what names a worker and their institution refers to both
);
create index worker_of_institution on institutions.worker (institution_id);
create index worker_of_account on institutions.worker (account_id);

-- One head at a time, and at most one new one a day. A later head is named by the one before; the first of an
-- institution was named by nobody and heads it only once a second person confirmed it.
create table institutions.head (
  id uuid primary key,
  institution_id uuid not null references institutions.institution,
  worker_id uuid not null,
  period tstzrange not null,
  named_by uuid,
  confirmed_by uuid check (confirmed_by <> worker_id),
  foreign key (worker_id, institution_id) references institutions.worker (id, institution_id),
  foreign key (named_by, institution_id) references institutions.worker (id, institution_id),
  exclude using gist (institution_id with =, period with &&)
);
create unique index one_new_head_a_day on institutions.head (institution_id, ((lower(period) at time zone 'Europe/Warsaw')::date));

-- What a head may leave to others for a time: everything of the head's (stand-in), or the duty of taking concerns
-- and requests (duty contact); and the officers of the institution.
create table institutions.delegation (
  id uuid primary key,
  institution_id uuid not null references institutions.institution,
  worker_id uuid not null,
  part text not null check (part in ('stand_in', 'duty', 'data_protection_officer', 'auditor')),
  period tstzrange not null,
  given_by uuid not null references institutions.worker,
  foreign key (worker_id, institution_id) references institutions.worker (id, institution_id),
  exclude using gist (institution_id with =, worker_id with =, part with =, period with &&)
);
