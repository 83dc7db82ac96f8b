-- What was done, by whom, about what. Written in the transaction of the change itself, never changed afterwards.
create schema journal;
grant usage on schema journal to splot_app, splot_jobs;

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

create function journal.refuse() returns trigger language plpgsql set search_path = '' as $$
begin
  raise exception 'the journal is only ever written to' using errcode = 'insufficient_privilege';
end $$;
create trigger entry_stays before update or delete on journal.entry for each statement execute function journal.refuse();
create trigger entries_stay before truncate on journal.entry for each statement execute function journal.refuse();

-- Values of entries are encrypted with a key of their scope, itself wrapped by a key outside the database.
-- Destroying the row at the end of retention makes the values unreadable and leaves the record that they were.
create table journal.scope_key (scope_id uuid primary key, wrapped bytea not null);

-- Gives the wrapped key of a scope; the offered one becomes it if there is none yet.
create function journal.key_of(scope uuid, offered bytea) returns bytea
language plpgsql security definer set search_path = '' as $$
declare found bytea;
begin
  select wrapped into found from journal.scope_key where scope_id = scope;
  if found is null then
    insert into journal.scope_key values (scope, offered) on conflict do nothing;
    select wrapped into found from journal.scope_key where scope_id = scope;
  end if;
  return found;
end $$;
grant execute on function journal.key_of(uuid, bytea) to splot_app;

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
create trigger seal_stays before update or delete on journal.seal for each statement execute function journal.refuse();

create function journal.digest(in_era int, from_xid xid8, upto_xid xid8, out entries bigint, out digest bytea)
language sql stable security definer set search_path = '' as $$
  select count(*), sha256(convert_to(coalesce(string_agg(e.line, E'\n' order by e.xid, e.id), ''), 'UTF8'))
  from (
    select xid, id, jsonb_build_array(
      id, extract(epoch from at), worker_id, institution_id, verb, subject_id, scope_id, class, about_id, fields,
      encode(sealed_values, 'hex'), era, xid::text)::text as line
    from journal.entry where era = in_era and xid >= from_xid and xid < upto_xid
  ) e
$$;

-- The stretch of entries that no seal covers yet and that no running transaction can add to.
create function journal.unsealed(out no bigint, out in_era int, out from_xid xid8, out upto_xid xid8, out previous bytea)
language plpgsql security definer set search_path = '' as $$
declare last journal.seal;
begin
  perform pg_advisory_xact_lock(hashtext('journal.seal'));
  select * into last from journal.seal order by seal.no desc limit 1;
  no := coalesce(last.no, 0) + 1;
  in_era := journal.current_era();
  from_xid := case when last.era = in_era then last.upto_xid else '0'::xid8 end;
  upto_xid := pg_snapshot_xmin(pg_current_snapshot());
  previous := coalesce(last.mac, ''::bytea);
end $$;

create function journal.add_seal(no bigint, in_era int, from_xid xid8, upto_xid xid8, entries bigint, mac bytea) returns void
language sql security definer set search_path = '' as
$$ insert into journal.seal (no, era, from_xid, upto_xid, entries, mac) values (no, in_era, from_xid, upto_xid, entries, mac) $$;

create function journal.seals() returns setof journal.seal
language sql stable security definer set search_path = '' as $$ select * from journal.seal order by no $$;

create function journal.begin_era() returns void language sql security definer set search_path = '' as
$$ insert into journal.era select max(era) + 1 from journal.era $$;
grant execute on function journal.digest(int, xid8, xid8), journal.unsealed(), journal.seals(),
  journal.add_seal(bigint, int, xid8, xid8, bigint, bytea), journal.begin_era() to splot_jobs;

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

create function journal.make_look_partitions() returns void language plpgsql security definer set search_path = '' as $$
declare month date := date_trunc('month', splot.today_pl()); name text;
begin
  for i in 0..2 loop
    name := 'look_' || to_char(month, 'YYYY_MM');
    if to_regclass('journal.' || name) is null
      and not exists (select from journal.look_rest where at >= month and at < month + interval '1 month') then
      execute format('create table journal.%I partition of journal.look for values from (%L) to (%L)',
        name, month, (month + interval '1 month')::date);
      execute format('alter table journal.%I enable row level security', name);
    end if;
    month := month + interval '1 month';
  end loop;
end $$;
select journal.make_look_partitions();
grant execute on function journal.make_look_partitions() to splot_jobs;
