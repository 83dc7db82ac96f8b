grant usage on schema drafts to splot_app, splot_jobs;

-- A draft belongs to the worker who types it, as long as they hold something in each place that it is about. It is kept and
-- thrown away by drafts.keep and drafts.drop: what is not served any more does not stand in the way.
create policy draft_is_mine on drafts.draft for select to splot_app
  using (worker_id = access.me() and not exists (select from unnest(scope_ids) place where not drafts.i_hold(place)));
grant select on drafts.draft to splot_app;
