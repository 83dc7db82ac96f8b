grant usage on schema access to splot_app, splot_jobs;
grant execute on function access.pair(uuid, uuid) to splot_app;

-- What I hold now, not why: rules about rows with a class ask it row by row.
create policy grant_is_mine on access.granted for select to splot_app using (worker_id = access.me() and valid @> clock_timestamp());
grant select (scope_id, worker_id, about_id, classes, valid) on access.granted to splot_app;
