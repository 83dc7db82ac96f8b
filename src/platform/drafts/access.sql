grant usage on schema drafts to splot_app, splot_jobs;

-- A draft belongs to the worker who types it.
create policy draft_is_mine on drafts.draft for all to splot_app
  using (worker_id = access.me()) with check (worker_id = access.me());
grant select, insert, update, delete on drafts.draft to splot_app;
