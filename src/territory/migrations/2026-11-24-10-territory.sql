-- The country's units by TERC code, and its towns and villages. Public data, shipped with Splot.
create schema territory;

create table territory.unit (
  terc text primary key check (terc ~ '^[0-9]{2}([0-9]{2}([0-9]{3})?)?$'),
  level text not null check (level in ('voivodeship', 'county', 'commune'))
);

-- What a unit is called, and where it belongs, for a time: a commune lies in one county at a time.
create table territory.unit_state (
  terc text not null references territory.unit,
  valid daterange not null default '[,)',
  name text not null,
  kind text check (kind in ('urban', 'rural', 'urban-rural')),
  parent text references territory.unit,
  primary key (terc, valid without overlaps)
);
create index unit_by_parent on territory.unit_state (parent);
create index unit_by_name on territory.unit_state using gin (splot.folded(name) extensions.gin_trgm_ops);

create table territory.locality (
  id int generated always as identity primary key,
  name text not null,
  kind text not null,
  latitude double precision not null,
  longitude double precision not null,
  commune text references territory.unit
);
create index locality_by_name on territory.locality using gin (splot.folded(name) extensions.gin_trgm_ops);
create index locality_in_commune on territory.locality (commune, name);
