grant usage on schema drafts to splot_app, splot_jobs;

-- A draft belongs to the worker who types it, as long as they hold something in each place that it is about.
create policy draft_is_mine on drafts.draft for all to splot_app
  using (worker_id = access.me() and not exists (select from unnest(scope_ids) place where not access.i_hold_any(array[place])))
  with check (worker_id = access.me());
grant select, insert, update, delete on drafts.draft to splot_app;
