grant usage on schema day to splot_app, splot_jobs;

create function day.my_account() returns uuid
language sql stable security definer set search_path = '' as $$ select w.account_id from institutions.worker w where w.id = access.me() $$;

-- Since when my calendar is open.
create function day.calendar_open_since() returns timestamptz
language sql stable security definer set search_path = '' as $$ select c.opened_at from day.calendar c where c.account_id = day.my_account() $$;
grant execute on function day.calendar_open_since() to splot_app;

-- Opens my calendar at an address; one that was open before is closed.
create function day.open_calendar(the_address bytea) returns void
language sql security definer set search_path = '' as $$
  insert into day.calendar (account_id, address) select u.id, the_address from identity."user" u where u.id = day.my_account()
  on conflict (account_id) do update set address = excluded.address, opened_at = now()
$$;
grant execute on function day.open_calendar(bytea) to splot_app;

create function day.close_calendar() returns boolean
language sql security definer set search_path = '' as $$
  with closed as (delete from day.calendar c where c.account_id = day.my_account() returning 1) select exists (select from closed)
$$;
grant execute on function day.close_calendar() to splot_app;

-- Whose calendar an address is, and the jobs that person has today; nobody's while they lack a second factor that they must have.
create function day.jobs_of_calendar(the_address bytea) returns table (worker_id uuid, institution_id uuid, locale text)
language sql stable security definer set search_path = '' rows 2 as $$
  select w.id, w.institution_id, u.locale from day.calendar c join identity."user" u on u.id = c.account_id
  join institutions.worker w on w.account_id = u.id and w.period @> now()
  join institutions.institution i on i.id = w.institution_id and i.period @> now()
  left join identity.factor_need n on n.account_id = u.id
  where c.address = the_address and not coalesce(n.since < now() - interval '7 days' and not identity.has_factor(u.id), false)
  order by w.period, w.id
$$;
grant execute on function day.jobs_of_calendar(bytea) to splot_jobs;
