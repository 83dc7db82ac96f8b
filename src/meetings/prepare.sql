-- Before a meeting: when it is, who comes, who comes in whose place.

-- Says when it is. Whoever could come on that date is taken to come, all others are asked; who runs it comes.
create function meetings.fix(the_meeting uuid, expected_version int, starts timestamptz, at_place text, at_link text, takes int) returns text
language plpgsql security definer set search_path = '' as $$
declare m meetings.meeting := meetings.hold(the_meeting, true);
begin
  if m.id is null then return 'not-found'; end if;
  perform cases.must_be_open(m.scope_id);
  if m.version <> expected_version then return 'changed-meanwhile'; end if;
  if m.begun_at is not null or m.cancelled_at is not null then return 'meeting-is-over'; end if;
  update meetings.meeting set starts_at = starts, place = at_place, link = at_link, minutes = takes, version = version + 1,
    fixed_at = case when starts_at is distinct from starts then now() else fixed_at end where id = m.id;
  if m.starts_at is not distinct from starts then return null; end if;
  update meetings.invitee i set words = null, stand_in_id = null,
    answer = case when i.worker_id = m.called_by or c.can then 'coming' end,
    answered_at = case when i.worker_id = m.called_by or c.can then now() end
  from meetings.invitee x
  cross join lateral (select exists (select from meetings.availability a join meetings.proposed_date d on d.id = a.date_id
    where a.invitee_id = x.id and d.starts_at = starts and a.answer = 'yes') as can) c
  where x.id = i.id and i.meeting_id = m.id;
  update meetings.guest_seat set answer = null, answered_at = null where meeting_id = m.id;
  return null;
end $$;
grant execute on function meetings.fix(uuid, int, timestamptz, text, text, int) to splot_app;

-- Says of each proposed date whether I can come.
create function meetings.answer_dates(the_meeting uuid, dates uuid[], answers text[]) returns text
language plpgsql security definer set search_path = '' as $$
declare
  m meetings.meeting := meetings.hold(the_meeting, false);
  mine uuid;
begin
  select i.id into mine from meetings.invitee i where i.meeting_id = m.id and i.worker_id = access.me();
  if mine is null then return 'not-found'; end if;
  perform cases.must_be_open(m.scope_id);
  if m.starts_at is not null or m.cancelled_at is not null then return 'date-is-fixed'; end if;
  if exists (select from meetings.proposed_date d where d.meeting_id = m.id and d.id <> all (dates)) then return 'each-date'; end if;
  insert into meetings.availability (date_id, invitee_id, meeting_id, scope_id, answer)
  select d.id, mine, m.id, m.scope_id, a.answer from unnest(dates, answers) a (date_id, answer)
    join meetings.proposed_date d on d.id = a.date_id and d.meeting_id = m.id
  on conflict (date_id, invitee_id) do update set answer = excluded.answer;
  update meetings.invitee set dates_answered_at = now() where id = mine;
  return null;
end $$;
grant execute on function meetings.answer_dates(uuid, uuid[], text[]) to splot_app;

-- Says whether I come, or who comes in my place.
create function meetings.answer(the_meeting uuid, said text, why text, stands_in uuid) returns text
language plpgsql security definer set search_path = '' as $$
declare m meetings.meeting := meetings.hold(the_meeting, false);
begin
  if m.id is null then return 'not-found'; end if;
  perform cases.must_be_open(m.scope_id);
  if m.starts_at is null or m.begun_at is not null or m.cancelled_at is not null then return 'meeting-is-over'; end if;
  if stands_in is not null and not meetings.may_stand_in(m.id, access.me(), stands_in) then return 'cannot-stand-in'; end if;
  update meetings.invitee set answer = said, words = why, stand_in_id = stands_in, answered_at = now()
  where meeting_id = m.id and worker_id = access.me();
  if not found then return 'not-found'; end if;
  if stands_in is not null then perform asks.notify('stand-in', stands_in, m.id, m.scope_id); end if;
  return null;
end $$;
grant execute on function meetings.answer(uuid, text, text, uuid) to splot_app;

-- A colleague who may be at that table and is not at it already.
create function meetings.may_stand_in(the_meeting uuid, worker uuid, stands_in uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from institutions.worker w join institutions.worker o using (institution_id) where w.id = worker and o.id = stands_in and o.id <> w.id)
    and meetings.may_be_invited(the_meeting, stands_in)
    and not exists (select from meetings.invitee i where i.meeting_id = the_meeting and i.worker_id = stands_in)
$$;
grant execute on function meetings.may_stand_in(uuid, uuid, uuid) to splot_app;

create function meetings.cancel(the_meeting uuid, why text) returns text
language plpgsql security definer set search_path = '' as $$
declare m meetings.meeting := meetings.hold(the_meeting, true);
begin
  if m.id is null then return 'not-found'; end if;
  perform cases.must_be_open(m.scope_id);
  if m.begun_at is not null or m.cancelled_at is not null then return 'meeting-is-over'; end if;
  update meetings.meeting set cancelled_at = now(), cancelled_because = why, version = version + 1 where id = m.id;
  perform asks.notify('meeting-off', i.worker_id, m.id, m.scope_id) from meetings.invitee i where i.meeting_id = m.id;
  return null;
end $$;
grant execute on function meetings.cancel(uuid, text) to splot_app;

-- Takes a point off the agenda before the meeting; what waited to be talked about is taken back with it.
create function meetings.remove_point(the_point uuid) returns text
language plpgsql security definer set search_path = '' as $$
declare
  m meetings.meeting := meetings.hold((select p.meeting_id from meetings.point p where p.id = the_point), false);
  p meetings.point;
begin
  select * into p from meetings.point x where x.id = the_point;
  if m.id is null or not meetings.i_read(the_point) or not (p.put_by = access.me() or meetings.i_run(m)) then return 'not-found'; end if;
  perform cases.must_be_open(m.scope_id);
  if m.begun_at is not null or m.cancelled_at is not null then return 'meeting-has-begun'; end if;
  update worklist.topic t set taken_back_at = now() where t.id = p.source_id and t.scope_id = p.scope_id and t.taken_back_at is null;
  delete from meetings.note n where n.point_id = p.id;
  delete from meetings.guest_point q where q.point_id = p.id;
  delete from meetings.point x where x.id = p.id;
  return null;
end $$;
grant execute on function meetings.remove_point(uuid) to splot_app;
