-- Takes away whatever is re-applied: policies, triggers, functions, grants and comments. What dated files made and
-- tables stand on (`splot.kept`, names separated by spaces) stays.
do $$
declare
  ours constant text[] := array(select nspname from pg_namespace where nspowner = 'splot_owner'::regrole);
  kept constant text[] := string_to_array(current_setting('splot.kept'), ' ');
  roles constant text := 'public, splot_app, splot_identity, splot_jobs';
  r record;
  gone text;
begin
  for r in select policyname, schemaname, tablename from pg_policies where schemaname = any (ours) loop
    execute format('drop policy %I on %I.%I', r.policyname, r.schemaname, r.tablename);
  end loop;

  for r in
    select tgname, tgrelid::regclass as on_table from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where not tgisinternal and tgparentid = 0 and c.relnamespace::regnamespace::text = any (ours)
  loop
    execute format('drop trigger %I on %s', r.tgname, r.on_table);
  end loop;

  -- In one statement, since functions may stand on one another; a table that stands on one of them stops it.
  select string_agg(p.oid::regprocedure::text, ', ') into gone from pg_proc p
  where p.proowner = 'splot_owner'::regrole and p.pronamespace::regnamespace::text = any (ours)
    and p.pronamespace::regnamespace || '.' || p.proname <> all (kept)
    and not exists (select from pg_depend d where d.objid = p.oid and d.classid = 'pg_proc'::regclass and d.deptype = 'e');
  if gone is not null then execute 'drop function ' || gone; end if;

  foreach gone in array ours loop
    execute format('revoke all on schema %I from %s', gone, roles);
    execute format('revoke all on all tables in schema %I from %s', gone, roles);
    execute format('revoke all on all sequences in schema %I from %s', gone, roles);
  end loop;
  for r in
    select p.oid::regprocedure as name from pg_proc p
    where p.pronamespace::regnamespace || '.' || p.proname = any (kept)
  loop
    execute format('revoke all on function %s from %s', r.name, roles);
    execute format('comment on function %s is null', r.name);
  end loop;

  for r in
    select d.objoid::regclass as on_table, a.attname as column_name from pg_description d
    join pg_class c on c.oid = d.objoid left join pg_attribute a on a.attrelid = c.oid and a.attnum = nullif(d.objsubid, 0)
    where d.classoid = 'pg_class'::regclass and c.relkind in ('r', 'p') and c.relnamespace::regnamespace::text = any (ours)
  loop
    if r.column_name is null then execute format('comment on table %s is null', r.on_table);
    else execute format('comment on column %s.%I is null', r.on_table, r.column_name);
    end if;
  end loop;
end $$;
