-- What each table holds; psql shows it with \d+.
comment on table codes.list is 'The code lists there are.';
