grant usage on schema access to splot_app, splot_jobs;
grant execute on function access.pair(uuid, uuid) to splot_app;
