-- What a worker has begun to type, kept also on the server: encrypted, theirs alone, gone when sent or after 30 days.
create schema drafts;
grant usage on schema drafts to splot_app, splot_jobs;

create table drafts.draft (
  worker_id uuid not null,
  form text not null check (length(form) <= 200),
  content bytea not null check (length(content) <= 262144),
  kept_at timestamptz not null default now(),
  primary key (worker_id, form)
);

create function drafts.forget_old() returns void language sql security definer set search_path = '' as
$$ delete from drafts.draft where kept_at < now() - interval '30 days' $$;
grant execute on function drafts.forget_old() to splot_jobs;
