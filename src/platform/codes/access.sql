grant usage on schema codes to splot_app, splot_jobs;

-- Code lists are for everybody.
create policy list_is_seen on codes.list for select to splot_app, splot_jobs using (true);
grant select on codes.list to splot_app, splot_jobs;
do $$
declare list text;
begin
  for list in select name from codes.list loop
    execute format('create policy code_is_seen on %s for select to splot_app, splot_jobs using (true)', list);
    execute format('grant select on %s to splot_app, splot_jobs', list);
    if obj_description(list::regclass, 'pg_class') is null then
      execute format('comment on table %s is %L', list, 'A code list: its title and its entries are those of data/codes/' || list || '.json.');
    end if;
  end loop;
end $$;
