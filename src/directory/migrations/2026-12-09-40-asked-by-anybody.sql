-- Whoever reads of a service without signing in may say, by a tap, what of it holds no longer: nothing of them is kept.
alter table directory.doubt
  alter column asked_by drop not null,
  add constraint nobody_writes check (asked_by is not null or words is null),
  drop constraint doubt_what_check,
  add constraint known_doubt check (what in ('phone', 'hours', 'places', 'address', 'closed', 'other'));
create unique index doubt_of_anybody on directory.doubt (service_id, what) where asked_by is null and settled_at is null;
