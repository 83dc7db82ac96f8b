-- What each table holds; psql shows it with \d+.
comment on table oversight.record is 'A record that an officer asked for, with its purpose: open for a day at most.';
