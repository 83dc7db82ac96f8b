-- What each table holds; psql shows it with \d+.
comment on table push.subscription is 'A device that asked to be told, by its push service; it goes with the session in which that was asked.';
comment on table push.note is 'What is still to be told to a device: how much waits, in words that name nobody; gone once it is told.';
