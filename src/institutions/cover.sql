-- Who does somebody's work while they are away. A fact of the institution alone: what goes over by it (asks, tasks) is told
-- by the slices that own these; of parts in the institution the duty goes over, where the head says so.

-- What is read of them and changed, at an instant: the absence is held, so it does not end meanwhile; then the institution, so
-- that whoever is asked does not note an absence of their own at that instant.
create function institutions.hold_absence(the_absence uuid) returns institutions.absence
language plpgsql security definer set search_path = '' as $$
declare a institutions.absence;
begin
  select * into a from institutions.absence x where x.id = the_absence for update;
  perform institutions.change_alone(a.institution_id);
  return a;
end $$;

-- Whether somebody is away through all that is left of a time.
create function institutions.is_away_through(worker uuid, the_time tstzrange) returns boolean
language sql stable security definer set search_path = '' as $$
  select coalesce(the_time * tstzrange(clock_timestamp(), null) <@ range_agg(a.period), false) from institutions.absence a
  where a.worker_id = is_away_through.worker and a.period && the_time
$$;

-- Asks a colleague to do somebody's work during an absence: by who is away, or by the head, who may hand the duty over too.
-- Whoever offers it themselves has said yes.
create function institutions.ask_cover(cover uuid, the_absence uuid, stand_in uuid, with_duty boolean) returns text
language plpgsql security definer set search_path = '' as $$
declare
  a institutions.absence := institutions.hold_absence(the_absence);
begin
  if a.id is null or isempty(a.period) or upper(a.period) <= clock_timestamp()
    or not coalesce(a.worker_id = institutions.me() or a.institution_id = institutions.i_head(), false) then return 'not-found'; end if;
  if stand_in = a.worker_id or not exists (select from institutions.worker w
    where w.id = stand_in and w.institution_id = a.institution_id and w.period @> clock_timestamp()) then return 'not-our-worker'; end if;
  if institutions.is_officer(stand_in) then return 'is-an-officer'; end if;
  if institutions.is_away_through(stand_in, a.period) then return 'stand-in-is-away'; end if;
  if with_duty and institutions.i_head() is null then return 'only-the-head'; end if;
  if with_duty and not exists (select from institutions.delegation d
    where d.worker_id = a.worker_id and d.part = 'duty' and d.period && a.period) then return 'no-duty-to-hand-over'; end if;
  insert into institutions.cover (id, absence_id, institution_id, worker_id, stand_in_id, duty, named_by)
  values (cover, a.id, a.institution_id, a.worker_id, stand_in, with_duty, access.me())
  on conflict (absence_id) where answer is distinct from 'no' and ended_at is null do nothing;
  if not found then return 'covered-already'; end if;
  return case when stand_in = access.me() then institutions.answer_cover(cover, 'yes') end;
end $$;
grant execute on function institutions.ask_cover(uuid, uuid, uuid, boolean) to splot_app;

-- The colleague says yes or no. With a yes the duty goes over, where it was to, for the time of the absence: as long as who is
-- away holds it, and only while whoever ordered that still heads the institution.
create function institutions.answer_cover(cover uuid, said text) returns text
language plpgsql security definer set search_path = '' as $$
declare
  c institutions.cover;
  a institutions.absence;
  given uuid;
begin
  select * into c from institutions.cover x where x.id = cover and x.stand_in_id = institutions.me();
  if not found then return 'not-found'; end if;
  a := institutions.hold_absence(c.absence_id);
  select * into c from institutions.cover x where x.id = cover for update;
  if c.ended_at is not null or isempty(a.period) or upper(a.period) <= clock_timestamp() then return 'cover-is-over'; end if;
  if c.answer is not null then return 'cover-answered'; end if;
  if said = 'yes' and institutions.is_officer(c.stand_in_id) then return 'is-an-officer'; end if;
  if said = 'yes' and c.duty and not exists (select from institutions.delegation d
    where d.worker_id = c.stand_in_id and d.part = 'duty' and d.period && a.period) then
    insert into institutions.delegation (id, institution_id, worker_id, part, period, given_by)
    select uuidv7(), c.institution_id, c.stand_in_id, 'duty', d.period * tstzrange(greatest(now(), lower(a.period)), upper(a.period)), c.named_by
    from institutions.delegation d
    where d.worker_id = c.worker_id and d.part = 'duty' and d.period && tstzrange(greatest(now(), lower(a.period)), upper(a.period))
      and exists (select from institutions.headed(c.institution_id) h where h.worker_id = c.named_by and h.valid @> clock_timestamp())
    order by upper(d.period) desc nulls first limit 1
    returning id into given;
    c.duty := given is not null;
  end if;
  update institutions.cover x set answer = said, answered_at = clock_timestamp(), duty = c.duty, delegation_id = given where x.id = cover;
  return null;
end $$;
grant execute on function institutions.answer_cover(uuid, text) to splot_app;

-- Takes it back before its time: who is away, their head, or who stands in.
create function institutions.end_cover(cover uuid) returns text
language plpgsql security definer set search_path = '' as $$
declare c institutions.cover;
begin
  select * into c from institutions.cover x where x.id = cover
    and (institutions.me() in (x.worker_id, x.stand_in_id) or x.institution_id = institutions.i_head());
  if not found then return 'not-found'; end if;
  perform institutions.hold_absence(c.absence_id);
  update institutions.cover x set ended_at = now(), ended_by = access.me() where x.id = cover and x.ended_at is null and x.answer is distinct from 'no';
  return case when not found then 'cover-is-over' end;
end $$;
grant execute on function institutions.end_cover(uuid) to splot_app;

-- Who is back before their time takes their work up again; and with the cover ends the duty that went over by it.
create function institutions.back_early() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform institutions.change_alone(new.institution_id);
  update institutions.cover c set ended_at = now(), ended_by = access.me()
  where c.absence_id = new.id and c.ended_at is null and c.answer is distinct from 'no';
  return null;
end $$;
create trigger back_early after update on institutions.absence for each row
  when (upper(new.period) < upper(old.period) or isempty(new.period)) execute function institutions.back_early();

-- Who is away through all that is left of that time themselves does not stand in: whoever is away, and their head, find another.
-- Where it is a part of it, the cover rests for those days and goes on.
create function institutions.stand_in_is_away() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform institutions.change_alone(new.institution_id);
  update institutions.cover c set ended_at = now(), ended_by = access.me()
  from institutions.absence a
  where c.stand_in_id = new.worker_id and c.ended_at is null and c.answer is distinct from 'no'
    and a.id = c.absence_id and a.period && new.period and upper(a.period) > now() and institutions.is_away_through(new.worker_id, a.period);
  return null;
end $$;
create trigger stand_in_is_away after insert on institutions.absence for each row execute function institutions.stand_in_is_away();

-- The duty that went over is no longer than that of whoever is away: when the head ends theirs, it ends with it.
create function institutions.duty_ends_with_its_own() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update institutions.delegation d set period = tstzrange(lower(d.period), greatest(lower(d.period), upper(new.period)))
  where d.id in (select c.delegation_id from institutions.cover c where c.worker_id = new.worker_id and c.ended_at is null)
    and (upper_inf(d.period) or upper(d.period) > upper(new.period))
    and not exists (select from institutions.delegation o where o.worker_id = new.worker_id and o.part = 'duty'
      and o.id <> new.id and o.period @> greatest(lower(d.period), upper(new.period)));
  return null;
end $$;
create trigger duty_ends_with_its_own after update on institutions.delegation for each row
  when (new.part = 'duty' and upper(new.period) is distinct from upper(old.period)) execute function institutions.duty_ends_with_its_own();

create function institutions.duty_comes_back() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update institutions.delegation d set period = tstzrange(lower(d.period), greatest(now(), lower(d.period)))
  where d.id = new.delegation_id and upper(d.period) > now();
  return null;
end $$;
create trigger duty_comes_back after update on institutions.cover for each row
  when (old.ended_at is null and new.ended_at is not null and new.delegation_id is not null) execute function institutions.duty_comes_back();

-- On which days of an absence who stands in is away too.
create function institutions.rests(cover uuid) returns table ("from" date, until date)
language sql stable security definer set search_path = '' rows 1 as $$
  select (lower(common.period) at time zone 'Europe/Warsaw')::date, (upper(common.period) at time zone 'Europe/Warsaw' - interval '1 microsecond')::date
  from institutions.cover c join institutions.absence a on a.id = c.absence_id
  join institutions.absence o on o.worker_id = c.stand_in_id and o.period && a.period
  cross join lateral (select a.period * o.period) common (period)
  where c.id = rests.cover and c.ended_at is null and c.institution_id = institutions.my_institution() and upper(common.period) > clock_timestamp()
  order by common.period
$$;
grant execute on function institutions.rests(uuid) to splot_app;

-- For whom a worker stands in at this instant: they said yes, who is away is away, they are not, and both work there.
create function institutions.covers(worker uuid) returns setof uuid
language sql stable security definer set search_path = '' rows 1 as $$
  select c.worker_id from institutions.cover c
  join institutions.absence a on a.id = c.absence_id and a.period @> clock_timestamp()
  join institutions.worker s on s.id = c.stand_in_id and s.period @> clock_timestamp()
  join institutions.worker w on w.id = c.worker_id and w.period @> clock_timestamp()
  where c.stand_in_id = covers.worker and c.answer = 'yes' and c.ended_at is null
    and not exists (select from institutions.absence o where o.worker_id = covers.worker and o.period @> clock_timestamp())
$$;
create function institutions.i_cover() returns setof uuid
language sql stable security definer set search_path = '' rows 1 as $$ select institutions.covers(access.me()) $$;
grant execute on function institutions.i_cover() to splot_app;

-- Until when somebody is away now, who stands in and by which phone; nothing for who is there.
create function institutions.away(worker uuid) returns table (until date, stand_in_id uuid, stand_in text, phone text)
language sql stable security definer set search_path = '' rows 1 as $$
  select (upper(a.period) at time zone 'Europe/Warsaw')::date - 1, s.id, s.given_name || ' ' || s.family_name, coalesce(s.phone, i.phone)
  from institutions.absence a join institutions.institution i on i.id = a.institution_id
  left join institutions.cover c on c.absence_id = a.id and c.answer = 'yes' and c.ended_at is null
  left join institutions.worker s on s.id = c.stand_in_id and s.period @> clock_timestamp()
    and not exists (select from institutions.absence o where o.worker_id = s.id and o.period @> clock_timestamp())
  where a.worker_id = away.worker and a.period @> clock_timestamp()
$$;

-- How many working days somebody was away after one day, until another with it. A day counts as away when they are at noon.
create function institutions.days_away(worker uuid, since date, until date) returns int
language sql stable security definer set search_path = '' as $$
  select count(*)::int from institutions.absence a
  cross join lateral generate_series(greatest(since + 1, (lower(a.period) at time zone 'Europe/Warsaw')::date),
    least(until, coalesce((upper(a.period) at time zone 'Europe/Warsaw')::date, until)), interval '1 day') d (day)
  where a.worker_id = days_away.worker and a.period && tstzrange(splot.start_of_day(since + 1), splot.start_of_day(greatest(since, until) + 1))
    and a.period @> (splot.start_of_day(d.day::date) + interval '12 hours') and splot.is_working_day(d.day::date)
$$;

-- For whom I stand in now, until their last day away.
create function institutions.my_covers() returns table (id uuid, name text, until date)
language sql stable security definer set search_path = '' rows 1 as $$
  select c.id, w.given_name || ' ' || w.family_name, (upper(a.period) at time zone 'Europe/Warsaw')::date - 1
  from institutions.cover c join institutions.absence a on a.id = c.absence_id join institutions.worker w on w.id = c.worker_id
  where c.stand_in_id = institutions.me() and c.answer = 'yes' and c.ended_at is null and a.period @> now()
    and not exists (select from institutions.absence o where o.worker_id = c.stand_in_id and o.period @> now())
$$;
grant execute on function institutions.my_covers() to splot_app;

-- What became of covers since an instant, by somebody else's word: told to who is away, to who asked for it, and to who stood in.
create function institutions.told_of_covers(since timestamptz) returns table (id uuid, at timestamptz, verb text, institution_id uuid, name text)
language sql stable security definer set search_path = '' as $$
  select c.id, coalesce(c.ended_at, c.answered_at), 'cover.' || case when c.ended_at is not null then 'ended' when c.answer = 'yes' then 'agreed' else 'declined' end,
    c.institution_id, w.given_name || ' ' || w.family_name
  from institutions.cover c join institutions.worker w on w.id = case when c.stand_in_id = access.me() then c.worker_id else c.stand_in_id end
  where institutions.me() in (c.named_by, c.worker_id, c.stand_in_id) and coalesce(c.ended_by, c.stand_in_id) <> access.me()
    and coalesce(c.ended_at, c.answered_at) > since
  union all
  select c.id, o.noted_at, 'cover.rests', c.institution_id, s.given_name || ' ' || s.family_name
  from institutions.cover c join institutions.absence a on a.id = c.absence_id join institutions.worker s on s.id = c.stand_in_id
  join institutions.absence o on o.worker_id = c.stand_in_id and o.period && a.period
  where institutions.me() in (c.named_by, c.worker_id) and o.noted_by <> access.me() and c.ended_at is null and c.answered_at < o.noted_at
    and o.noted_at > since
$$;
grant execute on function institutions.told_of_covers(timestamptz) to splot_app;
