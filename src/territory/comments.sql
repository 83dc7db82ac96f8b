-- What each table holds; psql shows it with \d+.
comment on table territory.unit is 'A commune, county or voivodeship, by its TERYT number.';
comment on table territory.unit_state is
  'What a unit is called, and where it belongs, for a time: a commune lies in one county at a time.';
comment on table territory.locality is 'A locality with its coordinates.';
