-- How long institutions take to answer, of every kind of ask, against the days agreed for each: in bands and words, from five on,
-- and only what was really theirs.

-- Of some places those of a partnership, all at once.
create function partnerships.places_of(partnership uuid, places uuid[]) returns uuid[]
language plpgsql stable security definer set search_path = '' as $$
declare
  source text;
  found_there uuid[] := case when partnership = any (places) then array[partnership] else '{}' end;
  hits uuid[];
  others uuid[] := places;
begin
  for source in select s.source from partnerships.place_source s order by 1 loop
    execute format('select array_agg(p) filter (where o = $2), array_agg(p) filter (where o is null) from (select p, %s(p) as o from unnest($1) p) x', source)
      into hits, others using others, partnership;
    found_there := found_there || coalesce(hits, '{}');
  end loop;
  return found_there;
end $$;

-- What some institutions were asked since a day and answered, or should have by now; what I am kept from is left out. The clock runs
-- on working days, from when it lies with them until they answer. What somebody was away of it, and what whoever asks took to
-- complete it, is told beside. What was asked by an hour is reckoned in hours. Danger has its own rule, and who keeps a locked entry
-- is nobody's to know.
create function partnerships.answered_by(asked uuid[], since date)
returns table (institution_id uuid, kind text, scope_id uuid, days int, hours numeric, agreed int, in_time boolean, away int, completing int, passed_on boolean)
language sql stable security definer set search_path = '' rows 1000 as $$
  with kept as materialized (
    select array(select b.scope_id from access.barred b where b.worker_id = access.me() and b.valid @> now()) as out_of,
      array(select k.subject_id from asks.kept_from k where k.worker_id in (select institutions.same_person(access.me()))
        union select k.subject_id from asks.kept_with k join access.barred b using (scope_id) where b.worker_id = access.me() and b.valid @> now()) as from_whom
  ), calendar as materialized (
    -- How many working days lie up to each day: asked once, not for each ask.
    select d.day::date, count(*) filter (where splot.is_working_day(d.day::date)) over (order by d.day)::int as n
    from generate_series(since - 1, splot.today_pl() + 90, interval '1 day') d (day)
  ), away as materialized (
    select distinct x.worker_id from institutions.absence x where x.institution_id = any (asked) and not isempty(x.period) and coalesce(upper(x.period), 'infinity') > splot.start_of_day(since)
  ), told as (
    select a.*, b.from_day, b.until_day
    from asks.ask a join asks.kind k on k.code = a.kind and k.answerer_told join asks.part p on p.code = a.part and not p.urgent
    cross join lateral (select (greatest(a.asked_at, lower(a.stands)) at time zone 'Europe/Warsaw')::date as from_day,
      (coalesce(a.ended_at, now()) at time zone 'Europe/Warsaw')::date as until_day) b
    where a.institution_id = any (asked) and a.asked_at >= splot.start_of_day(since) and a.asker_institution_id is not null
      and (a.outcome in ('answered', 'handed_on') or a.outcome is null and (a.answer_by < splot.today_pl() or a.answer_at <= now()))
      and (a.scope_id is null or a.scope_id <> all ((select k.out_of from kept k)::uuid[])) and a.subject_id <> all ((select k.from_whom from kept k)::uuid[])
  ), reckoned as (
    select t.*, case when t.worker_id in (select w.worker_id from away w) then institutions.days_away(t.worker_id, t.from_day, t.until_day) else 0 end as away,
      greatest(u.n - f.n, 0) as passed, greatest(coalesce(l.n, splot.working_days_between(t.from_day, t.answer_by) + f.n) - f.n, 0) as agreed
    from told t join calendar f on f.day = t.from_day join calendar u on u.day = t.until_day left join calendar l on l.day = t.answer_by
  )
  select r.institution_id, r.kind, r.scope_id,
    case when r.answer_at is null and r.outcome is distinct from 'handed_on' then greatest(r.passed - r.away, 0) end,
    case when r.answer_at is not null and r.outcome is distinct from 'handed_on' then round(extract(epoch from coalesce(r.ended_at, now()) - greatest(r.asked_at, lower(r.stands))) / 3600, 1) end,
    r.agreed,
    case when r.outcome is distinct from 'handed_on' then r.outcome is not null and case when r.answer_at is null then r.passed - r.away <= r.agreed else r.ended_at <= r.answer_at end end,
    r.away,
    case when r.answer = 'returned' then coalesce((select sum(splot.working_days_between((c.asked_at at time zone 'Europe/Warsaw')::date, (coalesce(c.ended_at, now()) at time zone 'Europe/Warsaw')::date))::int
      from asks.ask c where c.subject_id = r.subject_id and c.kind = 'completion' and c.asked_at >= r.ended_at
        and c.asked_at < coalesce((select min(n.asked_at) from asks.ask n where n.subject_id = r.subject_id and n.kind = r.kind and n.asked_at > r.asked_at), 'infinity')), 0) else 0 end,
    r.outcome is not distinct from 'handed_on'
  from reckoned r
$$;

-- Of all members to who leads the partnership, and of all their kinds of asks; of their own institution, by kind, to its head. A
-- row without a kind is of all kinds, one without an institution of all members, and one without both of everything. An institution
-- that nobody asked is there as well, like one that was asked seldom. Without a partnership it is of my own institution, wherever.
create function partnerships.answer_times(partnership uuid, since date)
returns table (institution_id uuid, kind text, asked text, in_time text, median numeric, quarter numeric, three_quarters numeric, agreed int, in_hours boolean,
  away int, completing int, own_days int, passed_on text)
language sql stable security definer set search_path = '' rows 30 as $$
  with mine (id) as (select institutions.i_head()),
  told as materialized (
    select m.institution_id as id, p.leading_institution_id = mine.id as leads from partnerships.membership m join partnerships.partnership p on p.id = m.partnership_id cross join mine
    where p.id = partnership and m.period @> now() and m.left_because is null and mine.id in (p.leading_institution_id, m.institution_id)
    union
    select mine.id, false from mine where partnership is null and mine.id is not null
  ), answer as materialized (
    select a.* from partnerships.answered_by(array(select t.id from told t), since) a
  ), here as materialized (
    select a.* from answer a where partnership is null
    union all
    -- Joined, and not asked of an array: among thousands of places each answer would look for its own from the beginning.
    select a.* from answer a join unnest(partnerships.places_of(partnership, array(select distinct x.scope_id from answer x where x.scope_id is not null))) here (id) on here.id = a.scope_id
  ), alike as materialized (
    -- Answers that are alike stand once, with how many they are: a year has few days, and thousands of answers.
    select a.institution_id, a.kind, a.days, a.hours, a.agreed, a.in_time, a.passed_on, count(*) as many, sum(a.away) as away, sum(a.completing) as completing
    from here a group by 1, 2, 3, 4, 5, 6, 7
  ), shown (institution_id, kind, days, hours, agreed, in_time, passed_on, many, away, completing) as materialized (
    select t.id, null, a.days, a.hours, a.agreed, a.in_time, a.passed_on, a.many, a.away, a.completing from told t left join alike a on a.institution_id = t.id
    union all
    select a.institution_id, a.kind, a.days, a.hours, a.agreed, a.in_time, a.passed_on, a.many, a.away, a.completing from alike a join mine on mine.id = a.institution_id
    union all
    select null, k.kind, a.days, a.hours, a.agreed, a.in_time, a.passed_on, a.many, a.away, a.completing from alike a
      cross join lateral (values (a.kind), (null)) k (kind) where exists (select from told t where t.leads)
  ), counted as (
    select s.institution_id, s.kind, coalesce(sum(s.many) filter (where s.in_time is not null), 0) as n, coalesce(sum(s.many) filter (where s.in_time), 0) as good,
      coalesce(sum(s.many) filter (where s.days is not null), 0) as n_days, coalesce(sum(s.many) filter (where s.hours is not null), 0) as n_hours,
      coalesce(sum(s.away), 0) as away, coalesce(sum(s.completing), 0) as completing, coalesce(sum(s.days * s.many), 0) as own_days,
      coalesce(sum(s.many) filter (where s.passed_on), 0) as passed_on
    from shown s group by s.institution_id, s.kind
  ), reckoned as (
    -- A kind that is asked by the hour is told in hours; together days are told.
    select c.*, c.kind is not null and c.n_days = 0 and c.n_hours > 0 as in_hours from counted c
  ), ladder as (
    -- How many answers took no longer than each time.
    select r.institution_id, r.kind, v.took, sum(sum(s.many)) over (partition by r.institution_id, r.kind order by v.took) as upto, r.n_days + case when r.in_hours then r.n_hours else 0 end as of_all
    from reckoned r join shown s on s.institution_id is not distinct from r.institution_id and s.kind is not distinct from r.kind
    cross join lateral (select case when r.in_hours then s.hours else s.days end as took) v
    where v.took is not null group by r.institution_id, r.kind, v.took, r.in_hours, r.n_days, r.n_hours
  ), usual as (
    -- Between two neighbours it lies where their order says, as percentile_cont has it.
    select l.institution_id, l.kind, array_agg(x.low + (x.high - x.low) * (q.at - floor(q.at)) order by q.share) as p
    from (select distinct institution_id, kind, of_all from ladder) l
    cross join lateral (select share, share * (l.of_all - 1) as at from unnest(array[0.25, 0.5, 0.75]) share) q
    cross join lateral (
      select min(k.took) filter (where k.upto > floor(q.at)) as low, min(k.took) filter (where k.upto > ceil(q.at)) as high
      from ladder k where k.institution_id is not distinct from l.institution_id and k.kind is not distinct from l.kind) x
    group by l.institution_id, l.kind
  ), agreed as (
    select distinct on (s.institution_id, s.kind) s.institution_id, s.kind, s.agreed from shown s where s.days is not null
    group by s.institution_id, s.kind, s.agreed order by s.institution_id, s.kind, sum(s.many) desc, s.agreed
  )
  select c.institution_id, c.kind, splot.band(c.n::bigint),
    case when c.n >= 5 then case when c.good >= 0.9 * c.n then 'nearly_all' when c.good >= 0.5 * c.n then 'most' else 'fewer' end end,
    v.p[2], v.p[1], v.p[3], case when c.n_days >= 5 then g.agreed end, c.in_hours,
    case when c.n_days >= 5 then c.away end::int, case when c.n_days >= 5 then c.completing end::int, case when c.n_days >= 5 then c.own_days end::int, splot.band(c.passed_on::bigint)
  from reckoned c
  left join usual u on u.institution_id is not distinct from c.institution_id and u.kind is not distinct from c.kind
  left join agreed g on g.institution_id is not distinct from c.institution_id and g.kind is not distinct from c.kind
  cross join lateral (select case when case when c.in_hours then c.n else c.n_days end >= 5 then u.p end as p) v
  where c.kind is null or c.n >= 5
$$;
grant execute on function partnerships.answer_times(uuid, date) to splot_app;
