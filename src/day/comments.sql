-- What each table holds; psql shows it with \d+.
comment on table day.calendar is 'At which address, kept as a digest, somebody reads their days without signing in: neutral titles, no names.';
