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
  held := array(select distinct g.scope_id from access.granted g
    where g.worker_id = access.me() and g.scope_id = any (places || written) and g.valid @> clock_timestamp());
  if its_id is not null and exists (select from drafts.source s where s.kind = kind_of_it) and not held && places then return null; end if;
  return held;
end $$;
grant execute on function drafts.places_of(text, uuid[]) to splot_app;

create function drafts.forget_old() returns void language sql security definer set search_path = '' as $$
  delete from drafts.draft d where d.kept_at < now() - interval '30 days'
    or exists (select from unnest(d.scope_ids) place where not exists (
      select from access.granted g where g.worker_id = d.worker_id and g.scope_id = place and g.valid @> clock_timestamp()))
$$;
grant execute on function drafts.forget_old() to splot_jobs;
