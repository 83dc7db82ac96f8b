-- The queue's own tables belong to graphile-worker, which makes them when the app first starts. What names a `line` waits in
-- it, one after another, and holds up nothing else.
create function jobs.enqueue(name text, payload jsonb, run_at timestamptz default now(), job_key text default null, line text default null) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform graphile_worker.take_in(name, payload::json, run_at, job_key, line);
end $$;
grant execute on function jobs.enqueue(text, jsonb, timestamptz, text, text) to splot_app, splot_jobs, splot_identity;
