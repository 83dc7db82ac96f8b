-- What each table holds; psql shows it with \d+.
comment on table worklist.task is
  'Something to be done for a family, by one institution and maybe one worker, until a day.';
