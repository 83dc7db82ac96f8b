-- How one gets there without a car: departures as somebody entered them or a timetable (GTFS) brought them, between localities.
create table directory.trip (
  id uuid primary key,
  institution_id uuid not null references institutions.institution,
  name text not null check (length(name) between 1 and 120),
  carrier text check (length(carrier) between 1 and 120),
  weekdays int[] not null,
  valid_from date,
  valid_to date,
  -- The timetable that brought it, by the name of its file; null when it was entered by hand.
  feed text check (length(feed) between 1 and 120),
  added_by uuid not null references institutions.worker,
  added_at timestamptz not null default now(),
  constraint known_weekdays check (weekdays <@ '{1,2,3,4,5,6,7}' and cardinality(weekdays) > 0),
  constraint begins_before_it_ends check (valid_from <= valid_to)
);
create index trip_of_institution on directory.trip (institution_id, feed);

create table directory.trip_stop (
  trip_id uuid not null references directory.trip on delete cascade,
  n int not null,
  commune text not null references territory.unit,
  locality text not null check (length(locality) between 2 and 100),
  latitude double precision not null,
  longitude double precision not null,
  -- Minutes after midnight; after the next one more than 1439.
  minute int not null check (minute between 0 and 2879),
  primary key (trip_id, n)
);
create index stop_on_map on directory.trip_stop (latitude, longitude);

-- How much longer a road is than a straight line, in a county.
create table directory.road_factor (
  county text primary key references territory.unit,
  factor numeric(3, 2) not null check (factor between 1 and 3),
  set_by uuid not null references institutions.worker,
  set_at timestamptz not null default now()
);
