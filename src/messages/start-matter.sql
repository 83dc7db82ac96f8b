-- Begins a matter in a case on whose team I am, or in a partnership in which I work. Who begins it reads it.
create function messages.start_matter(id uuid, place uuid, title text, institutions_asked uuid[], workers_asked uuid[]) returns text
language plpgsql security definer set search_path = '' as $$
begin
  if messages.is_case(place) then
    if not cases.begin_deed(place, 'team') then return 'not-found'; end if;
  else
    perform messages.hold_place(place, array[institutions.my_institution()]);
    if place not in (select partnerships.i_work_in()) then return 'not-found'; end if;
  end if;
  insert into messages.matter (id, scope_id, title, started_by, institution_id)
    values (start_matter.id, place, start_matter.title, access.me(), institutions.my_institution());
  insert into messages.reader (matter_id, scope_id, institution_id, worker_id, added_by)
    values (start_matter.id, place, institutions.my_institution(), access.me(), access.me());
  return messages.add_readers(start_matter.id, institutions_asked, workers_asked);
end $$;
grant execute on function messages.start_matter(uuid, uuid, text, uuid[], uuid[]) to splot_app;

-- Lets others read a matter, all of it: workers, or institutions (no worker beside).
create function messages.add_readers(the_matter uuid, institutions_asked uuid[], workers_asked uuid[]) returns text
language plpgsql security definer set search_path = '' as $$
declare t messages.matter;
begin
  select * into t from messages.matter m where m.id = the_matter;
  if not found or not messages.begin_deed(t) then return 'not-found'; end if;
  if exists (select from messages.matter m where m.id = the_matter and m.closed_at is not null) then return 'matter-is-settled'; end if;
  if exists (select from unnest(institutions_asked, workers_asked) a (i, w) where not messages.may_read(t.scope_id, a.i, a.w)) then return 'cannot-read'; end if;
  insert into messages.reader (matter_id, scope_id, institution_id, worker_id, added_by)
    select distinct on (a.i, a.w) t.id, t.scope_id, a.i, a.w, access.me() from unnest(institutions_asked, workers_asked) a (i, w)
    where not messages.reads_already(t, a.i, a.w);
  return null;
end $$;
grant execute on function messages.add_readers(uuid, uuid[], uuid[]) to splot_app;

-- Ends somebody's reading: one's own, or, for who began the matter or coordinates, anybody's. Who began it stays as long as they wish.
create function messages.remove_reader(the_reader uuid) returns text
language plpgsql security definer set search_path = '' as $$
declare
  r messages.reader;
  t messages.matter;
begin
  select * into r from messages.reader x where x.id = the_reader;
  select * into t from messages.matter m where m.id = r.matter_id;
  if not found or not messages.begin_deed(t) then return 'not-found'; end if;
  if r.worker_id is distinct from access.me() and t.started_by <> access.me()
    and t.scope_id <> all ((select access.my_scopes('coordinate'))::uuid[]) then return 'only-who-began'; end if;
  update messages.reader set period = tstzrange(lower(period), greatest(now(), lower(period))) where id = the_reader and upper_inf(period);
  if not found then return 'not-found'; end if;
  return null;
end $$;
grant execute on function messages.remove_reader(uuid) to splot_app;

-- A matter is settled, in a word if there is one to say; and taken up again. What was urgent in it waits no more.
create function messages.settle_matter(the_matter uuid, said text) returns text
language plpgsql security definer set search_path = '' as $$
declare t messages.matter;
begin
  select * into t from messages.matter m where m.id = the_matter;
  if not found or not messages.begin_deed(t) then return 'not-found'; end if;
  update messages.matter set closed_at = clock_timestamp(), closed_by = access.me(), closing_words = said, version = version + 1
  where id = the_matter and closed_at is null;
  return case when not found then 'matter-is-settled' end;
end $$;
grant execute on function messages.settle_matter(uuid, text) to splot_app;

create function messages.take_up_again(the_matter uuid) returns text
language plpgsql security definer set search_path = '' as $$
declare t messages.matter;
begin
  select * into t from messages.matter m where m.id = the_matter;
  if not found or not messages.begin_deed(t) then return 'not-found'; end if;
  update messages.matter set closed_at = null, closed_by = null, closing_words = null, version = version + 1 where id = the_matter and closed_at is not null;
  return case when not found then 'matter-goes-on' end;
end $$;
grant execute on function messages.take_up_again(uuid) to splot_app;
