-- What each table holds; psql shows it with \d+.
comment on table directory.service_kind is 'Kinds of services and benefits.';
