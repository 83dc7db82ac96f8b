-- After the rules: every table of ours is guarded, and every function was understood (their bodies may name one
-- another in any order, so they are read only when all are there).
do $$
declare
  t record;
  f record;
begin
  for t in
    select c.oid::regclass as name from pg_class c
    where c.relkind in ('r', 'p') and c.relowner = 'splot_owner'::regrole and not c.relrowsecurity
  loop
    execute format('alter table %s enable row level security', t.name);
  end loop;
  set local check_function_bodies = on;
  for f in
    select p.oid, p.oid::regprocedure as name, l.lanname as language from pg_proc p join pg_language l on l.oid = p.prolang
    where p.proowner = 'splot_owner'::regrole and l.lanname in ('sql', 'plpgsql')
  loop
    begin
      if f.language = 'sql' then perform pg_catalog.fmgr_sql_validator(f.oid);
      else perform pg_catalog.plpgsql_validator(f.oid);
      end if;
    exception when others then raise exception 'function %: %', f.name, sqlerrm;
    end;
  end loop;
end $$;
