-- Who is told what by letter (decision 019). Whom silence was told to may read by that what they are asked to answer, where a slice
-- says so.
select access.fact('asks.told_to', 'ask_id');

-- Tells somebody, but not whoever does it, at whichever of their jobs.
create function asks.notify(the_kind text, worker uuid, subject uuid, place uuid default null, is_urgent boolean default false) returns void
language sql security definer set search_path = '' as $$
  insert into asks.notice (kind, worker_id, scope_id, subject_id, urgent)
  select the_kind, w.id, place, subject, is_urgent from institutions.worker w
  where w.id = notify.worker and w.period @> clock_timestamp() and w.id not in (select institutions.same_person(access.me()))
$$;

-- The same, unless an earlier one of the kind about the same thing is still to be told.
create function asks.notify_once(the_kind text, worker uuid, subject uuid, place uuid default null) returns void
language sql security definer set search_path = '' as $$
  select asks.notify(the_kind, worker, subject, place)
  where not exists (select from asks.notice n where (n.kind, n.worker_id, n.subject_id) = (the_kind, worker, subject) and n.told_at is null)
$$;

-- What I have read is not told any more.
create function asks.needs_no_notice(the_kind text, subject uuid) returns void
language sql security definer set search_path = '' as $$
  delete from asks.notice n where n.kind = the_kind and n.worker_id = access.me() and n.subject_id = subject and n.told_at is null
$$;

-- Of whom a question is asked now, by whom it has not been seen: those who may answer or read it, less who asks it.
create function asks.asked_of(a asks.ask) returns setof uuid
language sql stable security definer set search_path = '' rows 2 as $$
  select w.id from institutions.worker w
  where w.institution_id = a.institution_id and (a.worker_id is null or w.id = a.worker_id or a.worker_id in (select institutions.covers(w.id)))
    and w.period @> clock_timestamp()
    and (a.asked_by is null or a.asked_by not in (select institutions.same_person(w.id)))
    and exists (select from asks.of(w.id, a))
$$;

-- Up to when somebody's letter of a day tells what came: their hour of that day, once it is there; nothing before it, and nothing
-- on a day on which they get no letter. Who said nothing, at seven on working days. By the clock in Poland.
create function asks.letter_of_the_day(worker uuid, at timestamptz) returns timestamptz
language sql stable security definer set search_path = '' as $$
  select h.hour from (select (at at time zone 'Europe/Warsaw')::date) d (day)
  left join asks.wish k on k.worker_id = worker
  cross join lateral (select (d.day + make_interval(hours => coalesce(k.hour, 7))) at time zone 'Europe/Warsaw') h (hour)
  where h.hour <= at and (coalesce(k.every_day, false) or splot.is_working_day(d.day))
$$;

-- Who stands in for whom a question is asked of by name, and does not answer in their place: they are told that it waits.
create function asks.stand_ins_of(a asks.ask) returns setof uuid
language sql stable security definer set search_path = '' rows 1 as $$
  select w.id from institutions.worker w
  where w.institution_id = a.institution_id and a.worker_id in (select institutions.covers(w.id))
    and (a.asked_by is null or a.asked_by not in (select institutions.same_person(w.id)))
    and not exists (select from asks.of(w.id, a)) and not asks.is_kept_from(a.subject_id, w.id)
    and not exists (select from access.barred b where b.scope_id = a.scope_id and b.worker_id = w.id and b.valid @> clock_timestamp())
$$;

-- What is to be told at an instant, and is told by that: a question to each of whom it is asked, once, at once when it is to be
-- answered today or by an hour, or they want it so, else in their letter of the day, and once more on the last day for an answer;
-- that it waits, to who stands in for them; silence to whom the rules of work name, of an hour that is over at once, as to who asked;
-- and notices. What is urgent goes its own
-- way (concerns.dangers_to_tell). One row a person and thing: `step` 0 is a question or a notice, later ones tell of silence.
-- Each minute it looks at what has just been asked, each quarter of an hour at everything: who takes over a duty is told too, and
-- what came while nothing ran. A day on which nothing ran at somebody's hour is told by the letter of the next.
create function asks.letters_to_write(at timestamptz default clock_timestamp(),
  everything boolean default extract(minute from clock_timestamp())::int % 15 = 0)
returns table (worker_id uuid, account_id uuid, email text, locale text, id uuid, kind text, step int, "from" text, institution text, answer_by date)
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
begin
  return query
  with open as materialized (
    select a.* from asks.ask a join asks.part p on p.code = a.part and not p.urgent
    where a.outcome is null and a.stands @> clock_timestamp() and (everything or lower(a.stands) > clock_timestamp() - interval '10 minutes')
  ), untold as (
    select o.*, w.worker, w.step from open o cross join lateral (
      select x, 0 from asks.asked_of(o::asks.ask) x
      union all select x, 5 from asks.stand_ins_of(o::asks.ask) x where o.worker_id is not null) w (worker, step)
    where o.seen_at is null and not exists (select from asks.told_to t where t.ask_id = o.id and t.worker_id = w.worker and t.step = w.step)
  ), first as (
    insert into asks.told_to (ask_id, worker_id, step)
    select u.id, u.worker, u.step from untold u left join asks.wish k on k.worker_id = u.worker
    where u.answer_by <= splot.today_pl() or u.answer_at is not null or coalesce(k.at_once, false) or lower(u.stands) < asks.letter_of_the_day(u.worker, at)
    on conflict do nothing returning ask_id, worker_id, step
  ), silent as (
    insert into asks.told_to (ask_id, worker_id, step)
    select o.id, s.worker_id, s.step from open o join asks.kind q on q.code = o.kind and q.silence_told
    cross join lateral asks.silence_told_to(o::asks.ask) s
    where case when o.answer_at is null then o.answer_by < splot.today_pl() else lower(o.stands) < o.answer_at and o.answer_at <= clock_timestamp() end
      and (o.answer_at is not null and s.step < 3 or asks.letter_of_the_day(s.worker_id, at) is not null)
    on conflict do nothing returning ask_id, worker_id, step
  ), last_day as (
    insert into asks.told_to (ask_id, worker_id, step)
    select o.id, x, 6 from open o join asks.kind q on q.code = o.kind and q.silence_told cross join lateral asks.asked_of(o::asks.ask) x
    where o.answer_at is null and asks.due_day(o::asks.ask) <= splot.today_pl() and asks.letter_of_the_day(x, at) is not null
      and least(o.seen_at, (select t.at from asks.told_to t where t.ask_id = o.id and t.worker_id = x and t.step = 0)) < splot.start_of_day(splot.today_pl())
      and not exists (select from asks.reminder r where r.ask_id = o.id and r.day = splot.today_pl())
    on conflict do nothing returning ask_id, worker_id, step
  ), hour_over as (
    insert into asks.told_to (ask_id, worker_id, step)
    select o.id, o.asked_by, 4 from asks.ask o
    where o.outcome is null and o.answer_at <= clock_timestamp() and o.asked_by is not null and lower(o.stands) < o.answer_at
      and not exists (select from access.barred b where b.scope_id = o.scope_id and b.worker_id = o.asked_by and b.valid @> clock_timestamp())
    on conflict do nothing returning ask_id, worker_id, step
  ), noticed as (
    update asks.notice n set told_at = now()
    where n.told_at is null and (n.urgent or n.at < asks.letter_of_the_day(n.worker_id, at)
      or exists (select from asks.wish k where k.worker_id = n.worker_id and k.at_once))
    returning n.*
  ), all_told as (
    select t.worker_id, o.id, o.kind, t.step, o.asker_institution_id, o.institution_id, asks.due_day(o) as answer_by
      from (select * from first union all select * from silent union all select * from last_day union all select * from hour_over) t join asks.ask o on o.id = t.ask_id
    union all
    select n.worker_id, n.id, n.kind, 0, null, null, null from noticed n
    where not exists (select from access.barred b where b.scope_id = n.scope_id and b.worker_id = n.worker_id and b.valid @> clock_timestamp())
  )
  select w.id, w.account_id, w.email, coalesce(u.locale, 'pl'), t.id, t.kind, t.step, coalesce(f.short_name, f.name), coalesce(i.short_name, i.name), t.answer_by
  from all_told t join institutions.worker w on w.id = t.worker_id and w.period @> clock_timestamp()
  left join identity."user" u on u.id = w.account_id left join institutions.institution f on f.id = t.asker_institution_id left join institutions.institution i on i.id = t.institution_id
  where w.email is not null or w.account_id is not null
  order by w.id, t.step, t.answer_by nulls last, t.id;
end $$;
grant execute on function asks.letters_to_write(timestamptz, boolean) to splot_jobs;

-- Where a letter's link leads me: to where I answer, to where I wait, or only to that it is answered by now. Whoever is not
-- concerned finds nothing. Whoever stands in learns that it waits, not what is asked or of which thing, and only while they do.
create function asks.place_of(the_id uuid) returns table (kind text, subject_id uuid, scope_id uuid, side text)
language sql stable security definer set search_path = '' rows 1 as $$
  select x.kind, x.subject_id, x.scope_id, x.side from (
    select a.kind, a.subject_id, a.scope_id, 'asked' as side, 1 as n from asks.ask o cross join lateral asks.of(access.me(), o) a where o.id = the_id
    union all
    select a.kind, a.subject_id, a.scope_id, 'waits', 2 from asks.awaited_by_me() a where a.id = the_id
    union all
    select n.kind, n.subject_id, n.scope_id, 'noticed', 3 from asks.notice n
      where n.id = the_id and n.worker_id = access.me() and n.told_at is not null
        and not exists (select from access.barred b where b.scope_id = n.scope_id and b.worker_id = n.worker_id and b.valid @> clock_timestamp())
    union all
    select case when t.step = 5 then 'ask' else a.kind end, case when t.step = 5 then a.id else a.subject_id end, null,
        case when a.outcome is not null then 'over' when t.step = 5 then 'covered' else 'silent' end, case when t.step = 5 then 5 else 4 end
      from asks.told_to t join asks.ask a on a.id = t.ask_id
      where t.ask_id = the_id and t.worker_id = access.me() and not asks.is_kept_from(a.subject_id, t.worker_id)
        and (t.step <> 5 or a.worker_id in (select institutions.i_cover()))
        and not exists (select from access.barred b where b.scope_id = a.scope_id and b.worker_id = t.worker_id and b.valid @> clock_timestamp())
  ) x where institutions.me() is not null order by x.n limit 1
$$;
grant execute on function asks.place_of(uuid) to splot_app;

-- How I want to be told.
create function asks.my_wish() returns table (at_once boolean, hour int, every_day boolean)
language sql stable security definer set search_path = '' rows 1 as $$
  select coalesce(k.at_once, false), coalesce(k.hour, 7), coalesce(k.every_day, false) from (values (access.me())) m (id) left join asks.wish k on k.worker_id = m.id
$$;
grant execute on function asks.my_wish() to splot_app;
create function asks.wish_for(at_once boolean, hour int, every_day boolean) returns void
language sql security definer set search_path = '' as $$
  insert into asks.wish (worker_id, at_once, hour, every_day) values (access.me(), wish_for.at_once, wish_for.hour, wish_for.every_day)
  on conflict (worker_id) do update set at_once = excluded.at_once, hour = excluded.hour, every_day = excluded.every_day
$$;
grant execute on function asks.wish_for(boolean, int, boolean) to splot_app;
