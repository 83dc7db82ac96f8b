-- Agreements that hold now and end within so many days, with nothing agreed for the time after.
create function partnerships.ending_within(days int) returns table (agreement_id uuid, partnership_id uuid, last_day date)
language sql stable security definer set search_path = '' as $$
  select a.id, a.partnership_id, (upper(a.in_force) at time zone 'Europe/Warsaw')::date - 1
  from partnerships.agreement a
  where a.in_force @> now() and upper(a.in_force) <= splot.start_of_day(splot.today_pl() + days + 1)
    and not exists (select from partnerships.agreement b where b.partnership_id = a.partnership_id and lower(b.in_force) >= upper(a.in_force))
$$;

-- Those of them that I know of: of my partnerships.
create function partnerships.mine_ending_within(days int) returns table (agreement_id uuid, partnership_id uuid, last_day date)
language sql stable security definer set search_path = '' as $$
  select e.* from partnerships.ending_within(days) e where e.partnership_id = any ((select partnerships.my_partnerships())::uuid[])
$$;
grant execute on function partnerships.mine_ending_within(int) to splot_app;

-- Notes that the heads of the members are told now, and answers whom to write to. Of several thresholds passed at once
-- (after a pause) the nearest one tells, the others are noted as told.
create function partnerships.warn_of_ends(thresholds int[])
returns table (partnership_id uuid, partnership text, last_day date, email text)
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
begin
  return query
  with due as (
    select e.*, t.days_before from partnerships.ending_within((select max(t) from unnest(thresholds) t)) e
    cross join unnest(thresholds) t (days_before) where e.last_day - splot.today_pl() <= t.days_before
  ), told as (
    insert into partnerships.agreement_warning (agreement_id, last_day, days_before)
    select d.agreement_id, d.last_day, d.days_before from due d on conflict do nothing
    returning agreement_id, last_day, days_before
  ), nearest as (
    -- Told already of a nearer threshold: a farther one that appears later says nothing new.
    select d.agreement_id, d.partnership_id, d.last_day from due d
    group by d.agreement_id, d.partnership_id, d.last_day
    having (d.agreement_id, d.last_day, min(d.days_before)) in (select * from told)
  )
  select distinct p.id, p.name, n.last_day, w.email
  from nearest n join partnerships.partnership p on p.id = n.partnership_id
  cross join lateral (
    select m.institution_id from partnerships.membership m
    where m.partnership_id = p.id and m.period @> now() and m.left_because is null
    union select p.leading_institution_id) i
  cross join lateral institutions.headed(i.institution_id) h
  join institutions.worker w on w.id = h.worker_id and h.valid @> now()
  where w.email is not null;
end $$;
grant execute on function partnerships.warn_of_ends(int[]) to splot_jobs;
