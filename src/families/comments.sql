-- What each table holds; psql shows it with \d+.
comment on table families.step is 'How far the work with a family has come since its last opening, derived when a fact changes.';
comment on table families.look_up is 'Families that a head looked up at their desk: for which purpose, and which cases were shown; never the words.';
