create function http.forget_old_answers() returns void language sql security definer set search_path = '' as
$$ delete from http.answered where at < now() - interval '7 days' $$;
grant execute on function http.forget_old_answers() to splot_jobs;
