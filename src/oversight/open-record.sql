-- Opens the record of one scope to its asking officer for 24 hours. The head is told at once; of what concerns the
-- head's own deeds, 30 days after it ended.
create function oversight.open_record(id uuid, scope uuid, purpose text, reason text) returns text
language plpgsql security definer set search_path = '' as $$
declare mine uuid := oversight.i_oversee();
begin
  if mine is null or oversight.kept_out_of(scope) or not exists (select from access.scope s where s.id = scope)
    or not exists (
      select from journal.entry e where e.scope_id = scope and e.institution_id = mine
      union all select from journal.look l where l.scope_id = scope and l.institution_id = mine) then return 'not-found'; end if;
  if exists (select from oversight.record r where r.scope_id = scope and r.worker_id = access.me() and r.valid @> now()) then
    return 'record-open-already';
  end if;
  insert into oversight.record (id, institution_id, scope_id, scope_kind, worker_id, purpose, reason, valid, head_told_from)
    select open_record.id, mine, s.id, s.kind, access.me(), open_record.purpose, open_record.reason, tstzrange(now(), now() + interval '24 hours'),
      case when open_record.purpose = 'head' then now() + interval '31 days' else now() end
    from access.scope s where s.id = scope;
  return null;
end $$;
grant execute on function oversight.open_record(uuid, uuid, text, text) to splot_app;

-- The record that I asked for, while it is open to me.
create function oversight.my_open_record(record uuid) returns table (scope_id uuid, institution_id uuid)
language sql stable security definer set search_path = '' rows 1 as $$
  select r.scope_id, r.institution_id from oversight.record r
  where r.id = record and r.worker_id = access.me() and r.valid @> clock_timestamp()
    and r.institution_id = oversight.i_oversee() and not oversight.kept_out_of(r.scope_id)
$$;
grant execute on function oversight.my_open_record(uuid) to splot_app;

-- What the institution's people wrote in that scope, with its (sealed) values. Not what one person alone may read, nor with
-- which concern a case began.
create function oversight.entries(record uuid, before_at timestamptz, before_id uuid, how_many int)
returns table (id uuid, at timestamptz, worker_id uuid, verb text, scope_id uuid, sealed_values bytea)
language sql stable security definer set search_path = '' as $$
  select e.id, e.at, e.worker_id, e.verb, e.scope_id, case when e.verb <> 'case.opened' then e.sealed_values end
  from oversight.my_open_record(record) r join journal.entry e on e.scope_id = r.scope_id and e.institution_id = r.institution_id
  where e.class <> 'violence' and not asks.i_am_kept_from(e.subject_id) and (before_at is null or (e.at, e.id) < (before_at, before_id))
  order by e.at desc, e.id desc limit how_many
$$;
grant execute on function oversight.entries(uuid, timestamptz, uuid, int) to splot_app;

-- Who of the institution opened that scope, the latest first; of a case also its household's pages.
create function oversight.looks_at(record uuid) returns table (at timestamptz, worker_id uuid, pages text[])
language sql stable security definer set search_path = '' as $$
  select l.at, l.worker_id, array_agg(distinct l.page)
  from oversight.my_open_record(record) r join access.scope s on s.id = r.scope_id
  join journal.look l on l.scope_id in (s.id, s.beside) and l.institution_id = r.institution_id
  group by l.at, l.worker_id order by l.at desc, l.worker_id limit 200
$$;
grant execute on function oversight.looks_at(uuid) to splot_app;

-- What a scope is called by those who work in it.
create function oversight.name_of(record uuid) returns text
language sql stable security definer set search_path = '' as $$
  select coalesce(
    (select h.label || ', ' || c.code from cases."case" c join households.household h on h.id = c.household_id where c.id = r.scope_id),
    (select h.label from households.household h where h.id = r.scope_id),
    (select p.name from partnerships.partnership p where p.id = r.scope_id))
  from oversight.my_open_record(record) r
$$;
grant execute on function oversight.name_of(uuid) to splot_app;

-- The head notes that they know of it.
create function oversight.acknowledge(record uuid) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  update oversight.record r set seen_by = access.me(), seen_at = now()
  where r.id = record and r.institution_id = institutions.i_head() and r.head_told_from <= now() and r.seen_at is null
    and not oversight.kept_out_of(r.scope_id);
  return found;
end $$;
grant execute on function oversight.acknowledge(uuid) to splot_app;
