-- What each table holds; psql shows it with \d+.
comment on table journal.era is
  'The era grows when a database comes back from a dump, where transaction numbers start anew.';
comment on table journal.entry is 'What was done, by whom, about what. Only ever written to.';
comment on table journal.scope_key is
  'Values of entries are encrypted with a key of their scope, itself wrapped by a key outside the database. Destroying the row at the end of retention makes the values unreadable and leaves the record that they were.';
comment on table journal.seal is
  'Sealing: batches of finished transactions only (they commit out of order), each with a digest of its entries.';
comment on table journal.look is
  'Looks: who opened what, without what was seen. Partitioned by month, so that a month can be archived whole.';
comment on table journal.look_rest is 'Looks of months that have no partition of their own.';
