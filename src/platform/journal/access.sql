-- An entry is seen by whoever sees facts of its class in its scope; an institution sees its own entries, entries of
-- class `violence` are read by their author alone, and what concerns no family by whoever did it.
select access.rule($$
  create policy entry_is_seen on journal.entry for select to splot_app using (
    {class}
    or (class = 'pointer' and {scope pointer})
    or (class = 'request' and {scope request})
    or (class = 'own' and {own})
    or (class = 'violence' and worker_id = access.me() and {scope pointer})
    or (scope_id is null and worker_id = access.me()))
$$);
-- A worker writes in their own name only.
create policy entry_is_written on journal.entry for insert to splot_app with check (worker_id = access.me());
create policy look_is_written on journal.look for insert to splot_app with check (worker_id = access.me());
create policy look_is_mine on journal.look for select to splot_app using (worker_id = access.me());
grant select, insert on journal.entry, journal.look to splot_app;
grant execute on function journal.current_era() to splot_app;
