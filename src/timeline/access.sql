grant usage on schema timeline to splot_app, splot_jobs;

-- What no slice opens any more is not asked for.
delete from timeline.openable where to_regproc(opens) is null;

-- A request for a locked entry is the institution's whose entry it is; the coordinator reads what became of it in the
-- timeline, without whose entry it is.
select access.rule($$
  create policy entry_request_is_seen on timeline.entry_request for select to splot_app using ({own})
$$);
grant select on timeline.entry_request to splot_app;
