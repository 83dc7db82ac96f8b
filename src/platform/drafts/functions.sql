-- Sources are rows too, put here anew by the slices that own them: what no file names any more is gone.
delete from drafts.source;

-- The places that a form is about: by its name, as a slice tells (`drafts.source`), and by what is written in it. Nothing of
-- them is told to whoever holds nothing there: of a thing that they may not know of, the answer is that of one that is none.
create function drafts.places_of(form text, written uuid[]) returns uuid[]
language plpgsql stable security definer set search_path = '' as $$
declare
  kind_of_it constant text := split_part(form, '/', 1);
  its_id constant uuid := substring(split_part(form, '/', 2) from '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$')::uuid;
  source drafts.source;
  found_here uuid[];
  places uuid[] := '{}';
  held uuid[];
begin
  for source in select s.* from drafts.source s where s.kind = kind_of_it and its_id is not null loop
    execute format('select array_agg(t.%I) from %s t where t.%I = $1', source.place, source.thing::regclass, source.key) into found_here using its_id;
    places := places || found_here;
  end loop;
  held := array(select distinct place from unnest(places || written) place where drafts.i_hold(place));
  if its_id is not null and exists (select from drafts.source s where s.kind = kind_of_it) and not held && places then return null; end if;
  return held;
end $$;

-- Whether I hold something in a place: a grant, where it is a scope; else as a slice tells (`held`).
create function drafts.i_hold(place uuid) returns boolean
language plpgsql stable security definer set search_path = '' as $$
declare
  otherwise text;
  holds boolean := access.i_hold_any(array[place]);
begin
  for otherwise in select distinct s.held from drafts.source s where s.held is not null loop
    exit when holds;
    execute format('select %s($1)', otherwise) into holds using place;
  end loop;
  return holds;
end $$;
grant execute on function drafts.i_hold(uuid) to splot_app;

-- Keeps what I have typed, in place of what I kept there before. False where the form is about something I may not know of.
create function drafts.keep(form text, written uuid[], content bytea) returns boolean
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare places constant uuid[] := drafts.places_of(keep.form, keep.written);
begin
  if places is null then return false; end if;
  insert into drafts.draft as d (worker_id, form, content, scope_ids) values (access.me(), keep.form, keep.content, places)
  on conflict (worker_id, form) do update set content = excluded.content, scope_ids = excluded.scope_ids, kept_at = now();
  return true;
end $$;

create function drafts.drop(form text) returns void language sql security definer set search_path = '' as
$$ delete from drafts.draft d where d.worker_id = access.me() and d.form = drop.form $$;
grant execute on function drafts.keep(text, uuid[], bytea), drafts.drop(text) to splot_app;

create function drafts.forget_old() returns void language plpgsql security definer set search_path = '' as $$
declare kept record;
begin
  delete from drafts.draft d where d.kept_at < now() - interval '30 days';
  for kept in select d.worker_id, d.form, d.scope_ids from drafts.draft d where d.scope_ids <> '{}' loop
    perform set_config('splot.worker', kept.worker_id::text, true);
    delete from drafts.draft d where (d.worker_id, d.form) = (kept.worker_id, kept.form)
      and exists (select from unnest(kept.scope_ids) place where not drafts.i_hold(place));
  end loop;
  perform set_config('splot.worker', '', true);
end $$;
grant execute on function drafts.forget_old() to splot_jobs;
