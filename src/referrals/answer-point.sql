-- How each deed on a referral begins: what others might change meanwhile is held (both institutions, the referral with its
-- basis; within a case the case, `referrals.hold_case`), and the class for it is held then still. Nothing is answered or done on a
-- basis that is over.
create function referrals.begin_deed(r referrals.referral, class text, the_point uuid default null) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  if not referrals.i_hold(r, class, the_point) then return false; end if;
  if r.scope_id = r.id then perform referrals.hold_facts(array[r.scope_id]); else perform referrals.hold_case(r); end if;
  perform from referrals.referral h where h.id = r.id for no key update;
  perform access.begin_anew_if_changed(r.scope_id);
  return referrals.i_hold(r, class, the_point);
end $$;

-- Whether I hold a class of a referral; for a deed at one of its points, where that is open to me.
create function referrals.i_hold(r referrals.referral, class text, the_point uuid) returns boolean
language sql volatile security definer set search_path = '' as $$
  select (class = 'request' and the_point is not null or access.pair(r.scope_id, r.id) = any (access.my_pairs(class)))
    and (the_point is null or array[access.pair(r.scope_id, r.id), access.pair(r.scope_id, the_point)] && access.my_pairs('request'))
$$;

-- Whether a colleague of mine has answered for our institution: told to whoever could have.
create function referrals.colleague_answered(the_point uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (
    select from referrals.point p join referrals.referral r on r.id = p.referral_id cross join partnerships.answers_for(r.partnership_id, r.to_institution_id) a
    where p.id = the_point and r.to_institution_id = institutions.my_institution() and p.answer is not null
      and a.worker_id = access.me() and a.valid @> now()
      and not exists (select from access.barred b where b.scope_id = r.scope_id and b.worker_id = access.me() and b.valid @> clock_timestamp()))
$$;
grant execute on function referrals.colleague_answered(uuid) to splot_app;

-- The receiver answers a point: takes it on, within a case also with a change of what is asked, puts it on its list, declines, or
-- sends it back for completion.
create function referrals.answer_point(the_point uuid, expected_version int, said text, why text, said_words text, expected date, handles uuid,
  new_what text default null, new_frequency text default null, new_starts date default null, new_ends date default null,
  in_service uuid default null, ahead text default null) returns text
language plpgsql security definer set search_path = '' as $$
declare
  p referrals.point;
  r referrals.referral;
  obstacle text;
begin
  select r0.* into r from referrals.referral r0 join referrals.point p0 on p0.referral_id = r0.id where p0.id = the_point;
  if not found or not referrals.i_answer(r) or not referrals.begin_deed(r, referrals.class_to_answer(r, 'request'), the_point) then
    return case when referrals.colleague_answered(the_point) then 'point-already-answered' else 'not-found' end;
  end if;
  select * into p from referrals.point where id = the_point for no key update;
  if p.answer is not null or p.withdrawn_at is not null then return 'point-already-answered'; end if;
  if p.version <> expected_version then return 'changed-meanwhile'; end if;
  if said = 'changed' and r.scope_id = r.id or said = 'returned' and r.to_institution_id is null then return 'not-found'; end if;
  if handles is not null and not exists (select from institutions.worker w where w.id = handles and w.institution_id = r.to_institution_id
      and w.period @> clock_timestamp() and not exists (select from access.barred b where b.scope_id = r.scope_id and b.worker_id = w.id and b.valid @> clock_timestamp())
      and not exists (select from institutions.delegation d where d.worker_id in (select institutions.same_person(w.id))
        and institutions.of_an_officer(d.part) and splot.is_or_will_be(d.period))) then
    return 'works-elsewhere';
  end if;
  if in_service is not null then
    obstacle := case when said <> 'waiting' then referrals.take_place(p, r, in_service, ahead)
      when not exists (select from referrals.capacity c where c.service_id = in_service and c.institution_id = r.to_institution_id and referrals.is_given(in_service)) then 'no-such-service' end;
    if obstacle is not null then return obstacle; end if;
  end if;
  if said = 'changed' then perform referrals.offer_instead(the_point, new_what, new_frequency, new_starts, new_ends); end if;
  perform referrals.put_answer(the_point, said, why, said_words, expected, handles, in_service, case when said <> 'waiting' then ahead end);
  return null;
end $$;
grant execute on function referrals.answer_point(uuid, int, text, text, text, date, uuid, text, text, date, date, uuid, text) to splot_app;

-- Puts an answer down at a point that is held: of a worker, or of a guest.
create function referrals.put_answer(the_point uuid, said text, why text, said_words text, expected date, handles uuid default null,
  in_service uuid default null, ahead text default null, by_guest uuid default null) returns void
language sql security definer set search_path = '' as $$
  update referrals.point set answer = said, answered_at = greatest(now(), asked_at + interval '1 microsecond'),
    answered_by = case when by_guest is null then access.me() end, reason = why,
    returned_at = case when said = 'returned' then greatest(now(), asked_at + interval '1 microsecond') else returned_at end,
    expected_on = expected, handled_by = handles, service_id = in_service, ahead_because = ahead, version = version + 1
  where id = the_point;
  select referrals.say(the_point, said, said_words, by_guest)
$$;

-- What the receiver said at a step, told to who sent it. What is sent back waits with them as an ask, but of a guest.
create function referrals.say(the_point uuid, the_step text, said text, by_guest uuid default null) returns void
language sql security definer set search_path = '' as $$
  insert into referrals.feedback (point_id, referral_id, scope_id, institution_id, said_by, guest_id, step, words)
    select p.id, p.referral_id, p.scope_id, case when by_guest is null then institutions.my_institution() end, case when by_guest is null then access.me() end,
      by_guest, the_step, said from referrals.point p where p.id = the_point;
  select asks.notify('referral-step', g.worker_id, p.referral_id, p.scope_id) from referrals.point p
  join access.granted g on g.scope_id = p.scope_id and g.about_id = p.referral_id and 'sent' = any (g.classes) and g.valid @> clock_timestamp()
  where p.id = the_point and (the_step <> 'returned' or by_guest is not null) and g.worker_id is distinct from access.me()
$$;

-- Steps of what was taken on: it begins, goes on, ends with an outcome.
create function referrals.take_step(the_point uuid, expected_version int, the_step text, on_day date, came_of_it text, said_words text, expected date,
  in_service uuid default null, ahead text default null) returns text
language plpgsql security definer set search_path = '' as $$
declare r referrals.referral;
begin
  select r0.* into r from referrals.referral r0 join referrals.point p0 on p0.referral_id = r0.id where p0.id = the_point;
  if not found or not referrals.i_answer(r) or not referrals.begin_deed(r, referrals.class_to_answer(r, 'file'), the_point) then return 'not-found'; end if;
  return referrals.put_step(r, the_point, expected_version, the_step, on_day, came_of_it, said_words, expected, in_service, ahead);
end $$;
grant execute on function referrals.take_step(uuid, int, text, date, text, text, date, uuid, text) to splot_app;

-- The same of a point whose referral is held; whoever saw no version is a guest.
create function referrals.put_step(r referrals.referral, the_point uuid, expected_version int, the_step text, on_day date, came_of_it text, said_words text,
  expected date, in_service uuid default null, ahead text default null, by_guest uuid default null) returns text
language plpgsql security definer set search_path = '' as $$
declare
  p referrals.point;
  obstacle text;
begin
  select * into p from referrals.point where id = the_point for no key update;
  if p.answer is null or p.answer not in ('accepted', 'changed', 'waiting') then return 'not-found'; end if;
  if p.withdrawn_at is not null or p.ended_on is not null then return 'point-is-over'; end if;
  if (the_step = 'begun') = (p.begun_on is not null) and the_step <> 'told' then return 'step-out-of-order'; end if;
  if p.version <> expected_version then return 'changed-meanwhile'; end if;
  if the_step = 'ended' and on_day < p.begun_on then return 'ends-before-it-begins'; end if;
  -- Whoever comes from the list takes a place as it begins: of the service for which they waited, where none is named.
  if the_step = 'begun' and in_service is null and referrals.is_given(p.service_id) then in_service := p.service_id; end if;
  if the_step = 'begun' and in_service is not null and not exists (select from referrals.taken_place t where t.point_id = p.id and t.freed_at is null) then
    obstacle := referrals.take_place(p, r, in_service, ahead);
    if obstacle is not null then return obstacle; end if;
    update referrals.point set service_id = in_service, ahead_because = ahead where id = the_point;
  end if;
  update referrals.point set begun_on = case when the_step = 'begun' then on_day else begun_on end,
    ended_on = case when the_step = 'ended' then on_day end, outcome = came_of_it,
    expected_on = case when the_step = 'told' and begun_on is null then coalesce(expected, expected_on) else expected_on end, version = version + 1
  where id = the_point;
  perform referrals.say(the_point, the_step, said_words, by_guest);
  return null;
end $$;
