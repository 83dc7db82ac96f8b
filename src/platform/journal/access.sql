grant usage on schema journal to splot_app, splot_jobs;
-- Looks of this month and the next two have places of their own, from the first start on.
select journal.make_look_partitions();

-- What concerns no family is read by whoever did it.
select access.rule($$
  create policy entry_is_seen on journal.entry for select to splot_app using (
    {journal} or (scope_id is null and worker_id = access.me()))
$$);
-- A worker writes in their own name only, and into the journal of a scope only where they hold something. When it
-- was and in which transaction is not theirs to say.
create policy entry_is_written on journal.entry for insert to splot_app with check (
  worker_id = access.me() and (scope_id is null or access.i_hold_any(array[scope_id])));
create policy look_is_written on journal.look for insert to splot_app with check (worker_id = access.me());
create policy look_is_mine on journal.look for select to splot_app using (worker_id = access.me());
grant select on journal.entry, journal.look to splot_app;
grant insert (id, worker_id, institution_id, verb, subject_id, scope_id, class, about_id, about, fields, sealed_values) on journal.entry to splot_app;
grant insert (worker_id, institution_id, scope_id, page) on journal.look to splot_app;
grant execute on function journal.current_era() to splot_app;
