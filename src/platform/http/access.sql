grant usage on schema http to splot_app, splot_jobs;

-- An answer is repeated to the worker whose deed it was.
create policy answer_is_mine on http.answered for all to splot_app
  using (worker_id = access.me()) with check (worker_id = access.me());
grant select, insert, update on http.answered to splot_app;
