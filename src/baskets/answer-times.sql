-- How long institutions take to answer what baskets ask of them, since a day: counts alone, to members of the
-- partnership; without cases that the asking worker is kept out of. Under five requests only their number.
create function partnerships.answer_times(partnership uuid, since date)
returns table (institution_id uuid, asked int, in_time int, median numeric, quarter numeric, three_quarters numeric)
language sql stable security definer set search_path = '' as $$
  select t.provider_id, count(*)::int, (count(*) filter (where t.in_time))::int,
    case when count(*) >= 5 then percentile_cont(0.5) within group (order by t.days) end::numeric,
    case when count(*) >= 5 then percentile_cont(0.25) within group (order by t.days) end::numeric,
    case when count(*) >= 5 then percentile_cont(0.75) within group (order by t.days) end::numeric
  from (
    select i.provider_id,
      (coalesce(i.institution_answered_at, now()) at time zone 'Europe/Warsaw')::date - (i.asked_at at time zone 'Europe/Warsaw')::date as days,
      i.institution_answered_at is not null and (i.institution_answered_at at time zone 'Europe/Warsaw')::date <= i.answer_by as in_time
    from baskets.item i join cases."case" c on c.id = i.scope_id
    where c.partnership_id = partnership and i.removed_at is null and i.asked_at >= splot.start_of_day(since)
      and (i.institution_answered_at is not null or i.answer_by < splot.today_pl())
      and not exists (select from access.barred b where b.scope_id = i.scope_id and b.worker_id = access.me() and b.valid @> now())) t
  where partnership in (select partnerships.i_take_part_in())
  group by t.provider_id
$$;
grant execute on function partnerships.answer_times(uuid, date) to splot_app;
