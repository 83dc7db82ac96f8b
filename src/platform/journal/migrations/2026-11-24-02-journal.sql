-- What was done, by whom, about what. Written in the transaction of the change itself, never changed afterwards.
create schema journal;

-- The era grows when a database comes back from a dump, where transaction numbers start anew.
create table journal.era (era int primary key, began timestamptz not null default now());
insert into journal.era values (1);
create function journal.current_era() returns int language sql stable security definer set search_path = '' as
$$ select max(era) from journal.era $$;

create table journal.entry (
  id uuid primary key default uuidv7(),
  at timestamptz not null default clock_timestamp(),
  worker_id uuid,
  institution_id uuid,
  verb text not null,
  subject_id uuid not null,
  scope_id uuid,
  class text not null,
  about_id uuid,
  fields text[] not null default '{}',
  sealed_values bytea,
  era int not null default journal.current_era(),
  xid xid8 not null default pg_current_xact_id()
);
create index entry_in_scope on journal.entry (scope_id, at desc, id desc);
create index entry_to_seal on journal.entry (era, xid, id);
create index entry_by_worker on journal.entry (worker_id, at desc);
create index entry_of_institution on journal.entry (institution_id, at desc, id desc);

-- Values of entries are encrypted with a key of their scope, itself wrapped by a key outside the database.
-- Destroying the row at the end of retention makes the values unreadable and leaves the record that they were.
create table journal.scope_key (scope_id uuid primary key, wrapped bytea not null);

-- Sealing: batches of finished transactions only (they commit out of order), each with a digest of its entries.
create table journal.seal (
  no bigint primary key,
  at timestamptz not null default now(),
  era int not null,
  from_xid xid8 not null,
  upto_xid xid8 not null,
  entries bigint not null,
  mac bytea not null
);

-- Looks: who opened what, without what was seen. Partitioned by month, so that a month can be archived whole.
create table journal.look (
  at timestamptz not null default now(),
  worker_id uuid not null,
  institution_id uuid not null,
  scope_id uuid not null,
  page text not null
) partition by range (at);
create table journal.look_rest partition of journal.look default;
create index look_at_scope on journal.look (scope_id, at desc);
create index look_by_worker on journal.look (worker_id, at desc);
create index look_of_institution on journal.look (institution_id, at desc, scope_id desc);
