-- How long institutions take to answer what baskets ask of them, since a day: in bands and words, without cases that the
-- asking worker is kept out of. Of all members to who leads the partnership, with the whole under no institution; of their
-- own institution to its head. Under five requests nothing is said, and an institution that nobody asked is there as well.
create function partnerships.answer_times(partnership uuid, since date)
returns table (institution_id uuid, asked text, in_time text, median numeric, quarter numeric, three_quarters numeric)
language sql stable security definer set search_path = '' as $$
  with told as materialized (
    select m.institution_id as id from partnerships.membership m join partnerships.partnership p on p.id = m.partnership_id
    where p.id = partnership and m.period @> now() and m.left_because is null
      and institutions.i_head() in (p.leading_institution_id, m.institution_id)
  ), answer as materialized (
    select a.institution_id as provider_id,
      (coalesce(a.ended_at, now()) at time zone 'Europe/Warsaw')::date - (a.asked_at at time zone 'Europe/Warsaw')::date as days,
      a.outcome is not null and (a.ended_at at time zone 'Europe/Warsaw')::date <= a.answer_by as in_time
    from asks.ask a join cases."case" c on c.id = a.scope_id
    left join baskets.asking x on x.point_id = a.subject_id join baskets.item i on i.id = coalesce(x.item_id, a.subject_id) and i.removed_at is null
    where a.kind = 'referral' and c.partnership_id = partnership and a.asked_at >= splot.start_of_day(since)
      and (a.outcome = 'answered' or a.outcome is null and a.answer_by < splot.today_pl())
      and not exists (select from access.barred b where b.scope_id = a.scope_id and b.worker_id = access.me() and b.valid @> now())
  ), shown as (
    select t.id, a.days, a.in_time from told t left join answer a on a.provider_id = t.id
    union all
    select null, a.days, a.in_time from answer a
    where institutions.i_head() = (select p.leading_institution_id from partnerships.partnership p where p.id = partnership)
  )
  select s.id, splot.band(count(s.days)),
    case when count(s.days) >= 5 then case
      when count(*) filter (where s.in_time) >= 0.9 * count(s.days) then 'nearly_all'
      when count(*) filter (where s.in_time) >= 0.5 * count(s.days) then 'most' else 'fewer' end end,
    case when count(s.days) >= 5 then percentile_cont(0.5) within group (order by s.days) end::numeric,
    case when count(s.days) >= 5 then percentile_cont(0.25) within group (order by s.days) end::numeric,
    case when count(s.days) >= 5 then percentile_cont(0.75) within group (order by s.days) end::numeric
  from shown s group by s.id
$$;
grant execute on function partnerships.answer_times(uuid, date) to splot_app;
