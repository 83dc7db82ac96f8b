-- What limits a family, as it says itself: how many hours and journeys a week, which days not, back by which hour, in which
-- language; and how much the commune may pay for it in a month.
create table baskets.family_limit (
  id uuid primary key,
  scope_id uuid not null references access.scope,
  class text not null default 'file' check (class = 'file'),
  about uuid[] not null default '{}',
  kind text not null,
  number int,
  weekdays int[],
  at time,
  language text references directory.language,
  words text check (length(words) between 2 and 300),
  said_at timestamptz not null default now(),
  ended_at timestamptz,
  added_by uuid not null references institutions.worker,
  unique (id, scope_id),
  constraint about_somebody check (cardinality(about) > 0),
  constraint known_kind check (kind in ('hours', 'journeys', 'money', 'days', 'back_by', 'language', 'no_car', 'outside_village')),
  constraint number_of_what_is_counted check (case kind when 'hours' then number between 1 and 60 when 'journeys' then number between 0 and 40
    when 'money' then number between 0 and 100000 else number is null end),
  constraint days_of_the_week check (case when kind = 'days' then weekdays <@ '{1,2,3,4,5,6,7}' and cardinality(weekdays) between 1 and 6
    else weekdays is null end),
  constraint hour_of_return check ((at is not null) = (kind = 'back_by')),
  constraint language_that_is_spoken check ((language is not null) = (kind = 'language'))
);
create unique index limit_that_holds on baskets.family_limit (scope_id, kind) where ended_at is null;

-- What is needed for a goal: a kind of service, for whom, how often a week and how long. `goal_class` repeats its goal's class, as an item does.
create table baskets.need (
  id uuid primary key,
  scope_id uuid not null references access.scope,
  goal_id uuid not null,
  goal_class text not null,
  service_kind text not null references directory.service_kind,
  class text not null check (class <> 'violence'),
  about uuid[] not null default '{}',
  person_id uuid references households.person,
  times int not null default 1 check (times between 1 and 5),
  minutes int check (minutes between 15 and 480),
  added_by uuid not null references institutions.worker,
  added_at timestamptz not null default now(),
  dropped_at timestamptz,
  foreign key (goal_id, scope_id) references baskets.goal (id, scope_id),
  constraint about_somebody check (cardinality(about) > 0)
);
create index need_in_scope on baskets.need (scope_id);
create index need_of_goal on baskets.need (goal_id);
create unique index need_that_holds on baskets.need (goal_id, service_kind, coalesce(person_id, goal_id)) where dropped_at is null;

-- Goals in the order of the family: 1 comes first.
alter table baskets.goal drop constraint goal_priority_check;
alter table baskets.goal add constraint goal_priority_check check (priority between 1 and 200);

-- Which service of the directory it is, and when in the week.
alter table baskets.item add service_id uuid references directory.service;
create index item_of_service on baskets.item (service_id) where service_id is not null;
create table baskets.item_time (
  item_id uuid not null,
  scope_id uuid not null references access.scope,
  weekday int not null check (weekday between 1 and 7),
  begins time not null,
  ends time,
  primary key (item_id, weekday, begins),
  foreign key (item_id, scope_id) references baskets.item (id, scope_id),
  constraint begins_before_it_ends check (begins < ends)
);

-- A suggestion that was put aside is not shown again as long as the facts are the same.
create table baskets.put_aside (
  id uuid primary key default uuidv7(),
  scope_id uuid not null references access.scope,
  facts text not null check (facts ~ '^[0-9a-f]{64}$'),
  services text not null check (services ~ '^[0-9a-f]{64}$'),
  put_aside_at timestamptz not null default now(),
  put_aside_by uuid not null references institutions.worker,
  unique (scope_id, facts, services)
);
