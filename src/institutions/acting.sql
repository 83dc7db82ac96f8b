-- As which worker an account acts: the chosen one while it works there, else its first. The first question of every
-- request, so it reads nothing more.
create function institutions.acting_worker(account uuid, chosen uuid) returns table (id uuid, institution_id uuid)
language sql stable security definer set search_path = '' as $$
  select w.id, w.institution_id from institutions.worker w join institutions.institution i on i.id = w.institution_id
  where w.account_id = account and w.period @> now() and i.period @> now() and access.me() is null
  order by w.id = chosen desc nulls last, w.period, w.id limit 1
$$;
grant execute on function institutions.acting_worker(uuid, uuid) to splot_app;
