-- What each table holds; psql shows it with \d+.
comment on table splot.setting is 'What this installation was made as, for good: its mode.';
comment on table splot.migration is
  'Which dated migrations ran here, and the hash of the rules that were applied last.';
