-- What is really there: who gives it, where, when, for whom; what the standard (Open Referral HSDS 3.0) has a name for bears that
-- name. What the standard lacks stands beside it.
alter table directory.service_kind add column helps text[], add column words text;
select codes.create_list('directory.target_group');
select codes.create_list('directory.language');
select codes.create_list('directory.accessibility');

create table directory.organization (
  id uuid primary key,
  institution_id uuid unique references institutions.institution,
  name text check (length(name) between 2 and 200),
  description text check (length(description) between 2 and 2000),
  website text check (length(website) between 8 and 300),
  changed_at timestamptz not null default now(),
  constraint named_once check ((institution_id is null) = (name is not null)),
  constraint ours_bears_its_id check (institution_id = id)
);

create table directory.service (
  id uuid primary key,
  organization_id uuid not null references directory.organization,
  -- Who keeps the entry: an institution, or a partnership by those who answer for the institution that leads it.
  institution_id uuid references institutions.institution,
  partnership_id uuid references partnerships.partnership,
  kind text not null references directory.service_kind,
  name text not null check (length(name) between 2 and 120),
  description text check (length(description) between 2 and 2000),
  website text check (length(website) between 8 and 300),
  email text check (length(email) between 5 and 200),
  contact_name text check (length(contact_name) between 2 and 120),
  contact_title text check (length(contact_title) between 2 and 120),
  how_to_apply text check (length(how_to_apply) between 2 and 1000),
  referred_by text[] not null default '{anybody}',
  needs text check (length(needs) between 2 and 1000),
  cost text not null default 'free',
  cost_grosz int check (cost_grosz > 0),
  cost_words text check (length(cost_words) between 2 and 300),
  for_whom text check (length(for_whom) between 2 and 500),
  min_age int check (min_age between 0 and 120),
  max_age int check (max_age between 0 and 120),
  target_groups text[] not null default '{}',
  languages text[] not null default '{pl}',
  accessibility text[] not null default '{}',
  hours_words text check (length(hours_words) between 2 and 300),
  own_transport boolean not null default false,
  transport_words text check (length(transport_words) between 2 and 300),
  neutral_place boolean not null default false,
  confidential boolean not null default false,
  added_by uuid not null references institutions.worker,
  added_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  -- When somebody who keeps it last said that it holds.
  checked_at timestamptz not null default now(),
  closed_at timestamptz,
  -- What it is found by, folded.
  sought text not null default '',
  version int not null default 1,
  unique (id, confidential),
  constraint kept_by_one check ((institution_id is null) <> (partnership_id is null)),
  constraint known_referrers check (referred_by <@ '{anybody,family,institution,doctor,school,court}' and cardinality(referred_by) > 0),
  constraint known_cost check (cost in ('free', 'paid', 'depends')),
  constraint sum_of_what_is_paid check (cost_grosz is null or cost = 'paid'),
  constraint ages_in_order check (min_age <= max_age),
  constraint transport_told check (transport_words is null or own_transport)
);
create index service_of_organization on directory.service (organization_id);
create index service_of_institution on directory.service (institution_id) where institution_id is not null;
create index service_of_partnership on directory.service (partnership_id) where partnership_id is not null;
create index service_of_kind on directory.service (kind);
create index service_changed on directory.service (changed_at);
create index service_kept_back on directory.service (id) where confidential;
create index service_sought on directory.service using gin (sought extensions.gin_trgm_ops);

-- Whoever must not be found is not found by its phone, its place or its hours either: each row says so itself.
create table directory.phone (
  id uuid primary key,
  service_id uuid not null,
  confidential boolean not null,
  n int not null,
  number text not null check (length(number) between 3 and 40),
  whose text check (length(whose) between 2 and 120),
  foreign key (service_id, confidential) references directory.service (id, confidential) on update cascade,
  unique (service_id, n)
);

-- A place where it is given: a place belongs to one service, and keeps the id that it has as a location elsewhere.
create table directory.service_at_location (
  id uuid primary key,
  location_id uuid not null,
  service_id uuid not null,
  confidential boolean not null,
  n int not null,
  name text check (length(name) between 2 and 120),
  commune text not null references territory.unit,
  locality text not null check (length(locality) between 2 and 100),
  address text check (length(address) between 1 and 200),
  postal_code text check (postal_code ~ '^[0-9]{2}-[0-9]{3}$'),
  latitude double precision not null check (latitude between 48 and 56),
  longitude double precision not null check (longitude between 13 and 25),
  foreign key (service_id, confidential) references directory.service (id, confidential) on update cascade,
  unique (service_id, n),
  unique (id, service_id, confidential)
);
create index place_by_postal_code on directory.service_at_location (postal_code) where postal_code is not null;
create index place_by_location on directory.service_at_location (location_id);
create index place_on_map on directory.service_at_location (latitude, longitude);

create table directory.schedule (
  id uuid primary key,
  service_at_location_id uuid not null,
  service_id uuid not null,
  confidential boolean not null,
  weekday int not null check (weekday between 1 and 7),
  -- Which of a month, 5 the last one; null each week.
  nth int check (nth between 1 and 5),
  opens time not null,
  closes time not null,
  valid_from date,
  valid_to date,
  foreign key (service_at_location_id, service_id, confidential)
    references directory.service_at_location (id, service_id, confidential) on update cascade on delete cascade,
  constraint opens_before_it_closes check (opens < closes),
  constraint begins_before_it_ends check (valid_from <= valid_to)
);
create index schedule_of_service on directory.schedule (service_id);
create index schedule_of_place on directory.schedule (service_at_location_id);

create table directory.service_area (
  service_id uuid not null,
  confidential boolean not null,
  terc text not null references territory.unit,
  primary key (service_id, terc),
  foreign key (service_id, confidential) references directory.service (id, confidential) on update cascade
);

-- Free places and waiting time, as the owner states them: each statement is kept, one holds.
create table directory.places (
  id uuid primary key,
  service_id uuid not null,
  confidential boolean not null,
  state text not null,
  free int check (free between 1 and 1000),
  wait_days int check (wait_days between 1 and 1000),
  until date,
  said_by uuid not null references institutions.worker,
  said_at timestamptz not null default clock_timestamp(),
  replaced_at timestamptz,
  foreign key (service_id, confidential) references directory.service (id, confidential) on update cascade,
  constraint known_state check (state in ('free', 'waiting', 'none')),
  constraint number_of_free check (free is null or state = 'free'),
  constraint how_long check (wait_days is null or state = 'waiting'),
  constraint until_when check (until is null or state <> 'free')
);
create unique index places_that_hold on directory.places (service_id) where replaced_at is null;
create index places_of_service on directory.places (service_id, said_at);

-- That somebody who keeps the entry said that all of it holds.
create table directory.confirmation (
  id uuid primary key,
  service_id uuid not null,
  confidential boolean not null,
  confirmed_by uuid not null references institutions.worker,
  confirmed_at timestamptz not null default clock_timestamp(),
  foreign key (service_id, confidential) references directory.service (id, confidential) on update cascade
);
create index confirmation_of_service on directory.confirmation (service_id, confirmed_at);

-- "Czy to nadal prawda?": what somebody doubts, in a word of a list, so that nothing of a family can stand in it.
create table directory.doubt (
  id uuid primary key,
  service_id uuid not null,
  confidential boolean not null,
  what text not null check (what in ('phone', 'hours', 'places', 'closed', 'other')),
  asked_by uuid not null references institutions.worker,
  asked_at timestamptz not null default clock_timestamp(),
  settled_at timestamptz,
  foreign key (service_id, confidential) references directory.service (id, confidential) on update cascade
);
create index doubt_of_service on directory.doubt (service_id) where settled_at is null;

-- What was looked for and is not there: codes and a commune, never words, a worker or a family.
create table directory.unmet_need (
  id uuid primary key default gen_random_uuid(),
  commune text not null references territory.unit,
  noted_in date not null default date_trunc('month', splot.today_pl())::date,
  service_group text references directory.service_group,
  service_kind text references directory.service_kind,
  problem_kind text references partnerships.problem_kind,
  target_group text references directory.target_group,
  constraint something_lacks check (coalesce(service_group, service_kind, problem_kind) is not null)
);
create index need_of_commune on directory.unmet_need (commune, noted_in);
