-- Places of a service: what is taken on takes one, its end frees it, and a list moves by urgency, then by day.

-- How many places a service of ours has in all. Answers what stands in the way.
create function referrals.say_capacity(service uuid, places int) returns text
language plpgsql security definer set search_path = '' as $$
declare ours constant uuid := directory.my_keeping();
begin
  if ours is null or not exists (select from directory.service s join directory.organization o on o.id = s.organization_id
    where s.id = service and o.institution_id = ours and not s.confidential and s.closed_at is null) then return 'not-found'; end if;
  insert into referrals.capacity (service_id, institution_id, total, said_by) values (service, ours, places, access.me())
  on conflict (service_id) do update set total = excluded.total, said_by = excluded.said_by, said_at = excluded.said_at;
  return null;
end $$;
grant execute on function referrals.say_capacity(uuid, int) to splot_app;

-- What waits for a service of an institution, or for none that is named, in its order: by urgency, then by the day on which it was
-- put there, as long as its basis holds.
create function referrals.waiting_list(institution uuid, service uuid)
returns table (point_id uuid, referral_id uuid, scope_id uuid, urgent boolean, since timestamptz)
language sql stable security definer set search_path = '' as $$
  select p.id, r.id, r.scope_id, r.urgency = 'urgent', p.answered_at
  from referrals.referral r join referrals.point p on p.referral_id = r.id
  where r.to_institution_id = institution and p.service_id is not distinct from service
    and p.answer = 'waiting' and p.begun_on is null and p.withdrawn_at is null and referrals.basis_holds(r) @> clock_timestamp()
  order by 4 desc, 5, 1
$$;

-- Whether a service may be found, and is given still.
create function referrals.is_given(service uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from directory.service s where s.id = service and not s.confidential and s.closed_at is null)
$$;

-- Takes a place for a point that is held: two do not take the last one, since whoever comes second waits here and counts anew. Who
-- goes before others on the list does so for a reason, but for those from which they are kept: nothing tells that these wait. Answers
-- what stands in the way.
create function referrals.take_place(p referrals.point, r referrals.referral, service uuid, because text) returns text
language plpgsql security definer set search_path = '' as $$
declare c referrals.capacity;
begin
  select * into c from referrals.capacity h where h.service_id = service and h.institution_id = r.to_institution_id and referrals.is_given(service) for update;
  if not found then return 'no-such-service'; end if;
  if (select count(*) from referrals.taken_place t where t.service_id = service and t.freed_at is null) >= c.total then return 'no-place-left'; end if;
  if because is null and exists (select from referrals.waiting_list(r.to_institution_id, service) l where l.point_id <> p.id
      and l.scope_id <> all (access.barred_to_me())
      and (not l.urgent, l.since, l.point_id) < (r.urgency <> 'urgent', case when p.answer = 'waiting' then p.answered_at else clock_timestamp() end, p.id)) then
    return 'others-wait-before';
  end if;
  insert into referrals.taken_place (service_id, institution_id, point_id, referral_id, scope_id) values (service, r.to_institution_id, p.id, r.id, r.scope_id);
  return null;
end $$;

-- The end of a point frees its place; so does taking back, or a consent that is withdrawn, where nothing had begun yet. Where something
-- had, whoever gives it says when the place is free.
create function referrals.free_places(points uuid[]) returns void
language sql security definer set search_path = '' as $$
  update referrals.taken_place t set freed_at = greatest(now(), t.taken_at), freed_by = access.me()
  where t.point_id = any (points) and t.freed_at is null
$$;

create function referrals.point_ended() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform referrals.free_places(array[new.id]);
  return null;
end $$;
create trigger place_is_free after update on referrals.point for each row
  when (old.ended_on is null and new.ended_on is not null or old.withdrawn_at is null and new.withdrawn_at is not null and new.begun_on is null)
  execute function referrals.point_ended();

create function referrals.basis_ended() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform referrals.free_places(array(select p.id from referrals.point p where p.referral_id = new.id and p.begun_on is null));
  return null;
end $$;
create trigger places_are_free after update on referrals.referral for each row
  when (old.basis_withdrawn_at is null and new.basis_withdrawn_at is not null) execute function referrals.basis_ended();

-- Whether what takes a place goes on: its end is still written there. Told to who keeps the entries there, and is not kept from it.
create function referrals.goes_on(point uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select referrals.under_way(p) @> clock_timestamp() and referrals.basis_holds(r) @> clock_timestamp()
  from referrals.point p join referrals.referral r on r.id = p.referral_id
  where p.id = point and exists (select from referrals.taken_place t where t.point_id = p.id and t.institution_id = directory.my_keeping()
    and t.scope_id <> all (access.barred_to_me()))
$$;
grant execute on function referrals.goes_on(uuid) to splot_app;

-- Says that a place is free again: of what is read no more. Of what goes on its end is written instead.
create function referrals.free_place(place uuid) returns text
language plpgsql security definer set search_path = '' as $$
declare t referrals.taken_place;
begin
  select * into t from referrals.taken_place h where h.id = place and h.freed_at is null and h.institution_id = directory.my_keeping()
    and h.scope_id <> all (access.barred_to_me()) for update;
  if not found then return 'not-found'; end if;
  if referrals.goes_on(t.point_id) then return 'still-goes-on'; end if;
  perform referrals.free_places(array[t.point_id]);
  return null;
end $$;
grant execute on function referrals.free_place(uuid) to splot_app;

-- Of services of my institution how many places there are; told to who keeps its entries also how many are taken and how many wait, of
-- what they are not kept from.
create function referrals.places_of_ours() returns table (service_id uuid, total int, taken int, waiting int)
language sql stable security definer set search_path = '' rows 5 as $$
  select c.service_id, c.total, k.taken, k.waiting
  from referrals.capacity c
  left join lateral (select
      (select count(*)::int from referrals.taken_place t where t.service_id = c.service_id and t.freed_at is null and t.scope_id <> all (access.barred_to_me())) as taken,
      (select count(*)::int from referrals.waiting_list(c.institution_id, c.service_id) l where l.scope_id <> all (access.barred_to_me())) as waiting
    ) k on c.institution_id = directory.my_keeping()
  where c.institution_id = institutions.my_institution()
$$;
grant execute on function referrals.places_of_ours() to splot_app;

-- What is due: a letter of mine that nobody answered by its day, or that a guest sent back; to who keeps the entries, a service where a place is free and somebody
-- waits, or of which the directory says what is not so any more.
create function referrals.due() returns table (id uuid, what text, state text, since date)
language sql stable security definer set search_path = '' rows 3 as $$
  select r.id, r.outside, case when bool_or(p.answer = 'returned') then 'returned' else 'unanswered' end, min(p.answer_by)
  from referrals.referral r join referrals.point p on p.referral_id = r.id
  where r.sent_by = access.me() and r.outside is not null and p.withdrawn_at is null
    and (p.answer = 'returned' or p.answer is null and p.answer_by < splot.today_pl()) and referrals.basis_holds(r) @> clock_timestamp()
  group by r.id
  union all
  select s.id, s.name, case when o.taken < o.total and o.waiting > 0 then 'next' else 'drift' end, null
  from referrals.places_of_ours() o join directory.service s on s.id = o.service_id left join directory.places d on d.service_id = s.id and d.replaced_at is null
  where o.taken is not null and not s.confidential and s.closed_at is null and (o.taken < o.total and o.waiting > 0 or referrals.has_drifted(d, o.total - o.taken))
$$;
grant execute on function referrals.due() to splot_app;

-- Whether what is stated of free places differs from what is free. Who stated nothing, or that some are free without saying how many,
-- is not corrected as long as that holds.
create function referrals.has_drifted(stated directory.places, free int) returns boolean
language sql immutable set search_path = '' as $$
  select coalesce(case when stated.state = 'free' then free <= 0 or stated.free <> free else free > 0 end, false)
$$;
grant execute on function referrals.has_drifted(directory.places, int) to splot_app;
