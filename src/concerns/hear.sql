-- How a danger is heard (decision 015): told at one institution after another until somebody read it.

-- Where a concern that lies with an institution is read: there, or at the leading one while that member may not answer.
create function concerns.read_for(partnership uuid, institution uuid) returns uuid
language sql stable security definer set search_path = '' as $$
  select case when p.id in (select partnerships.takes_part_in(institution)) then institution
    when exists (select from partnerships.membership m where m.partnership_id = p.id and m.institution_id = institution and m.period @> now())
      then p.leading_institution_id end
  from partnerships.partnership p where p.id = partnership
$$;

-- Holds where a concern is being sent: who leaves, or gives the lead away, does so after it and so takes it along. Answers
-- which institution leads, and whether the addressed one is a member still.
create function concerns.hold_way(partnership uuid, institution uuid, out leads uuid, out member boolean)
language plpgsql security definer set search_path = '' as $$
begin
  select p.leading_institution_id into leads from partnerships.partnership p
  where p.id = partnership and p.id in (select partnerships.i_take_part_in()) for share;
  perform from partnerships.membership m where m.partnership_id = partnership and m.institution_id = coalesce(institution, leads) for share;
  member := exists (select from partnerships.membership m
    where m.partnership_id = partnership and m.institution_id = coalesce(institution, leads) and m.period @> clock_timestamp());
end $$;
grant execute on function concerns.hold_way(uuid, uuid) to splot_app;

-- Who reads a concern at an institution now: those at hand, but for whom its reporter keeps from it, and the reporter. One of
-- violence is read where it is addressed alone.
create function concerns.hearers(concern uuid, institution uuid) returns table (worker_id uuid, name text, phone text, email text, on_duty boolean)
language sql stable security definer set search_path = '' rows 3 as $$
  select h.* from concerns.concern c cross join lateral institutions.at_hand(concerns.read_for(c.partnership_id, institution)) h
  where c.id = concern and (not c.violence or c.addressed_to = institution) and not asks.is_kept_from(c.id, h.worker_id) and h.worker_id not in (select institutions.same_person(c.reporter_id))
$$;

-- When a danger was read by somebody else than who reported it, and by whom.
create function concerns.read_by(concern uuid) returns table (at timestamptz, worker_id uuid)
language sql stable security definer set search_path = '' rows 1 as $$
  select s.at, s.worker_id from asks.first_seen('concern', concern) s
$$;

-- Where a concern may be told, in this order; one of violence only where it was sent.
create function concerns.way_of(concern uuid) returns table (institution_id uuid, n bigint)
language sql stable security definer set search_path = '' rows 3 as $$
  select c.addressed_to, 0 from concerns.concern c where c.id = concern
  union all
  select w.institution_id, w.n from concerns.concern c cross join lateral partnerships.danger_way(c.partnership_id) w
  where c.id = concern and not c.violence and w.institution_id <> c.addressed_to
$$;

-- Tells a danger at the next institution where somebody can read it, unless it was read, or the last one still has time.
create function concerns.climb(the_concern uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  c concerns.concern;
  next uuid;
begin
  select * into c from concerns.concern k where k.id = the_concern and k.state = 'new' and k.urgency = 'immediate' for no key update;
  if not found or exists (select from concerns.read_by(c.id)) then return; end if;
  if exists (select from concerns.step s cross join lateral concerns.hearers(c.id, s.institution_id)
      where s.concern_id = c.id and s.began > clock_timestamp() - make_interval(mins => partnerships.danger_minutes(c.partnership_id))) then
    return;
  end if;
  select w.institution_id into next from concerns.way_of(c.id) w
  where not exists (select from concerns.step s where s.concern_id = c.id and s.institution_id = w.institution_id)
    and exists (select from concerns.hearers(c.id, w.institution_id))
  order by w.n limit 1;
  if next is not null then
    insert into concerns.step (concern_id, institution_id) values (c.id, next);
    perform pg_notify('splot_live', h.worker_id::text) from concerns.hearers(c.id, next) h;
    update concerns.concern k set unheard_at = null, unheard_told_at = null where k.id = c.id and k.unheard_at is not null;
  else
    update concerns.concern k set unheard_at = clock_timestamp() where k.id = c.id and k.unheard_at is null;
    if not found then return; end if;
  end if;
  perform pg_notify('splot_live', c.reporter_id::text);
  perform jobs.enqueue('tell-dangers', '{}', job_key => 'tell-dangers');
end $$;

create function concerns.danger_begins() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform concerns.climb(new.id);
  return null;
end $$;

-- At the end of the transaction: whom its reporter keeps from it stands there by then.
create constraint trigger danger_begins after insert on concerns.concern deferrable initially deferred
  for each row when (new.state = 'new' and new.urgency = 'immediate') execute function concerns.danger_begins();
create constraint trigger danger_goes_along after update of addressed_to, state on concerns.concern deferrable initially deferred
  for each row when (new.state = 'new' and new.urgency = 'immediate' and (new.addressed_to <> old.addressed_to or old.state <> 'new'))
  execute function concerns.danger_begins();

-- Lets dangers climb whose time is over, and answers whom to write to, once each: those who hear of it now, also who came
-- there since it began, and a reporter whom nobody heard.
create function concerns.dangers_to_tell() returns table (concern_id uuid, worker_id uuid, account_id uuid, email text, heard boolean)
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
begin
  perform concerns.climb(k.id) from concerns.concern k where k.state = 'new' and k.urgency = 'immediate';
  return query
  with told as (
    insert into concerns.told (concern_id, worker_id)
    select distinct s.concern_id, h.worker_id
    from concerns.concern k join concerns.step s on s.concern_id = k.id cross join lateral concerns.hearers(k.id, s.institution_id) h
    where k.state = 'new' and not exists (select from concerns.read_by(k.id))
    on conflict do nothing returning concerns.told.concern_id, worker_id
  ), unheard as (
    update concerns.concern k set unheard_told_at = clock_timestamp()
    where k.state = 'new' and k.unheard_at is not null and k.unheard_told_at is null returning k.id, k.reporter_id
  )
  select t.concern_id, w.id, w.account_id, w.email, true from told t join institutions.worker w on w.id = t.worker_id where w.email is not null or w.account_id is not null
  union all
  select u.id, w.id, w.account_id, w.email, false from unheard u join institutions.worker w on w.id = u.reporter_id where w.email is not null or w.account_id is not null;
end $$;
grant execute on function concerns.dangers_to_tell() to splot_jobs;

-- What became of a danger, for who reported it and who reads it: who read it when, since when nobody is left to read it,
-- and when it goes on.
create function concerns.heard(concern uuid) returns table (read_at timestamptz, read_by text, read_in text, unheard_at timestamptz, goes_on_at timestamptz)
language sql stable security definer set search_path = '' rows 1 as $$
  select r.at, w.given_name || ' ' || w.family_name, coalesce(i.short_name, i.name),
    case when r.at is null and c.state = 'new' then c.unheard_at end,
    case when r.at is null and c.state = 'new' and c.unheard_at is null then (select max(s.began) from concerns.step s where s.concern_id = c.id)
      + make_interval(mins => partnerships.danger_minutes(c.partnership_id)) end
  from concerns.concern c left join concerns.read_by(c.id) r on true
  left join institutions.worker w on w.id = r.worker_id left join institutions.institution i on i.id = w.institution_id
  where c.id = concern and c.urgency = 'immediate' and (c.reporter_id = access.me() or c.id in (select concerns.i_hear()))
$$;
grant execute on function concerns.heard(uuid) to splot_app;

-- Where it was told so far, and who can read it there now; of one that came back from a case that is not told of anybody.
create function concerns.told_at(concern uuid) returns table (institution text, began timestamptz, people text[])
language sql stable security definer set search_path = '' rows 2 as $$
  select coalesce(i.short_name, i.name), s.began,
    array(select h.name from concerns.hearers(s.concern_id, s.institution_id) h where not exists (select from asks.kept_with k where k.subject_id = s.concern_id))
  from concerns.step s join institutions.institution i on i.id = s.institution_id
  where s.concern_id = concern and exists (select from concerns.heard(concern)) order by s.began
$$;
grant execute on function concerns.told_at(uuid) to splot_app;

-- Who would read what I report at a member institution: until when somebody is on duty there now or from when next, by which
-- phone, where a danger goes on from there, and the people who work there, of whom some hear of it now, and some when duty
-- begins next. Without anybody at hand nobody is on duty.
create function concerns.who_hears(partnership uuid, institution uuid)
returns table (until timestamptz, next timestamptz, phone text, goes_on_to text[], people jsonb)
language sql stable security definer set search_path = '' rows 1 as $$
  with others as materialized (
    select w.id, w.given_name || ' ' || w.family_name as name, h.worker_id is not null as hears, coalesce(h.on_duty, false) as on_duty, h.phone,
      institutions.hears_for(w.id) is not null and not exists (select from institutions.absence a
        where a.worker_id = w.id and a.period @> institutions.next_on_duty(w.institution_id)) as hears_next
    from institutions.worker w left join institutions.at_hand(w.institution_id) h on h.worker_id = w.id
    where w.institution_id = concerns.read_for(partnership, institution) and w.period @> clock_timestamp()
      and w.id not in (select institutions.same_person(access.me()))
  )
  select case when exists (select from others o where o.hears) then institutions.on_duty_until(i.id) end, institutions.next_on_duty(i.id),
    coalesce(i.duty_phone, (select o.phone from others o where o.on_duty and o.phone is not null limit 1), i.phone),
    array(select coalesce(n.short_name, n.name) from partnerships.danger_way(partnership) w join institutions.institution n on n.id = w.institution_id
      where n.id not in (institution, i.id) order by w.n),
    coalesce((select jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name, 'hears', o.hears, 'hearsNext', o.hears_next, 'onDuty', o.on_duty)
      order by o.on_duty desc, o.name collate "pl-x-icu", o.id) from others o), '[]')
  from institutions.institution i
  where i.id = concerns.read_for(partnership, institution) and partnership in (select partnerships.i_work_in())
    and exists (select from partnerships.membership m where m.partnership_id = partnership and m.institution_id = institution and m.period @> now())
$$;
grant execute on function concerns.who_hears(uuid, uuid) to splot_app;

-- Keeps somebody who works where a concern that I am sending may be told from reading it, today or another day.
create function concerns.keep_from(concern uuid, workers uuid[]) returns text
language plpgsql security definer set search_path = '' as $$
declare c concerns.concern;
begin
  select * into c from concerns.concern k where k.id = keep_from.concern and k.reporter_id = access.me() and k.sent_at = now() and k.state = 'new';
  if not found then return 'not-found'; end if;
  insert into asks.kept_from (subject_id, worker_id) select c.id, h.id
  from institutions.worker h where h.id = any (workers) and h.period @> clock_timestamp()
    and h.institution_id in (select concerns.read_for(c.partnership_id, w.institution_id) from concerns.way_of(c.id) w);
  return case when not exists (select from concerns.hearers(c.id, c.addressed_to)) and c.urgency <> 'immediate' then 'nobody-may-read' end;
end $$;
grant execute on function concerns.keep_from(uuid, uuid[]) to splot_app;

-- Who is kept from a concern, for its reporter and for those who answer it, so that they do not pass it to them.
create function concerns.kept_from(concern uuid) returns text[]
language sql stable security definer set search_path = '' as $$
  select array(select w.given_name || ' ' || w.family_name from asks.kept_from k join institutions.worker w on w.id = k.worker_id
    where k.subject_id = concern order by w.family_name, w.given_name)
  from concerns.concern c where c.id = concern and (c.reporter_id = access.me() or c.id in (select concerns.i_hear()))
$$;
grant execute on function concerns.kept_from(uuid) to splot_app;

-- Passed on, it stays kept from them.
create function concerns.kept_from_goes_along() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into asks.kept_from (subject_id, worker_id) select new.passed_on_as, k.worker_id from asks.kept_from k where k.subject_id = new.id;
  return null;
end $$;
create trigger kept_from_goes_along after update of passed_on_as on concerns.concern for each row
  when (old.passed_on_as is null and new.passed_on_as is not null) execute function concerns.kept_from_goes_along();
