-- Timetables that a carrier publishes as a file (GTFS): what it brought is replaced by its next file as a whole.
create table directory.timetable (
  id uuid primary key,
  institution_id uuid not null references institutions.institution,
  -- Whose timetable it is; an institution has one of each name.
  name text not null check (length(name) between 2 and 120),
  valid_from date not null,
  valid_to date not null,
  brought_by uuid not null references institutions.worker,
  brought_at timestamptz not null default now(),
  unique (institution_id, name),
  constraint begins_before_it_ends check (valid_from <= valid_to)
);

-- A stop of a timetable, and the locality in which it lies: the nearest, or the one that somebody chose.
create table directory.timetable_stop (
  id uuid primary key,
  timetable_id uuid not null references directory.timetable on delete cascade,
  code text not null,
  name text not null,
  latitude double precision not null,
  longitude double precision not null,
  commune text not null references territory.unit,
  locality text not null check (length(locality) between 2 and 100),
  chosen boolean not null default false,
  unique (timetable_id, code)
);

alter table directory.trip add column timetable_id uuid references directory.timetable on delete cascade;
create index trip_of_timetable on directory.trip (timetable_id) where timetable_id is not null;
alter table directory.trip_stop
  add column stop_id uuid references directory.timetable_stop on delete cascade,
  -- Where one only gets off, or only on.
  add column boards boolean not null default true,
  add column alights boolean not null default true;
create index stop_of_timetable on directory.trip_stop (stop_id) where stop_id is not null;
