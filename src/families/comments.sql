-- What each table holds; psql shows it with \d+.
comment on table families.step is 'How far the work with a family has come since its last opening, derived when a fact changes.';
