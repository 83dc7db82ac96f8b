create function drafts.forget_old() returns void language sql security definer set search_path = '' as
$$ delete from drafts.draft where kept_at < now() - interval '30 days' $$;
grant execute on function drafts.forget_old() to splot_jobs;
