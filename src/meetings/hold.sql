-- A meeting is held: it begins, people come, leave the room and come back, its minutes are sent and approved.

-- Begins it. What people said beforehand is how they came, until it is said otherwise.
create function meetings.begin(the_meeting uuid) returns text
language plpgsql security definer set search_path = '' as $$
declare m meetings.meeting := meetings.hold(the_meeting, false);
begin
  if m.id is null then return 'not-found'; end if;
  perform cases.must_be_open(m.scope_id);
  if m.begun_at is not null then return null; end if;
  if m.starts_at is null then return 'no-date-yet'; end if;
  if m.cancelled_at is not null then return 'meeting-is-over'; end if;
  update meetings.meeting set begun_at = now(), version = version + 1 where id = m.id;
  update meetings.invitee set attendance = case answer when 'coming' then 'present' when 'remote' then 'remote'
    when 'not' then case when stand_in_id is null then 'excused' else 'stand_in' end end where meeting_id = m.id;
  update meetings.guest_seat s set attendance = case s.answer when 'coming' then 'present' when 'remote' then 'remote' when 'not' then 'excused' end
  from guests.guest g where s.meeting_id = m.id and g.id = s.id and g.ended_at is null;
  return null;
end $$;
grant execute on function meetings.begin(uuid) to splot_app;

-- Says how somebody came, or who came in their place.
create function meetings.note_attendance(the_invitee uuid, how text, stands_in uuid) returns text
language plpgsql security definer set search_path = '' as $$
declare
  m meetings.meeting := meetings.hold((select i.meeting_id from meetings.invitee i where i.id = the_invitee), false);
  who uuid := (select i.worker_id from meetings.invitee i where i.id = the_invitee);
begin
  if m.id is null then return 'not-found'; end if;
  perform cases.must_be_open(m.scope_id);
  if m.begun_at is null or m.ended_at is not null then return 'meeting-is-over'; end if;
  if stands_in is not null and not meetings.may_stand_in(m.id, who, stands_in) then return 'cannot-stand-in'; end if;
  update meetings.invitee set attendance = how, stand_in_id = case when how = 'stand_in' then stands_in
    when answer = 'not' then stand_in_id end where id = the_invitee;
  return null;
end $$;
grant execute on function meetings.note_attendance(uuid, text, uuid) to splot_app;

-- Somebody leaves the room for a point, at whichever of their jobs, or comes back: said by who runs the meeting and reads the point;
-- of oneself, that one leaves.
create function meetings.leave_room(the_point uuid, worker uuid, back boolean) returns text
language plpgsql security definer set search_path = '' as $$
declare
  m meetings.meeting := meetings.hold((select p.meeting_id from meetings.point p where p.id = the_point), false);
  those constant uuid[] := array(select institutions.same_person(worker));
begin
  if m.id is null or not meetings.i_read(the_point) or not meetings.i_run(m) and (back or access.me() <> all (those)) then return 'not-found'; end if;
  perform cases.must_be_open(m.scope_id);
  if m.ended_at is not null or m.cancelled_at is not null then return 'meeting-is-over'; end if;
  if not exists (select from meetings.invitee i where i.meeting_id = m.id and worker in (i.worker_id, i.stand_in_id)) then return 'not-found'; end if;
  if not back and exists (select from meetings.decision d join institutions.worker w on w.id = any (those) and w.institution_id = d.institution_id
    where d.point_id = the_point and d.item_id is null) then return 'has-a-task-there'; end if;
  update meetings.point p set kept_from = array(
    select unnest(p.kept_from) except select unnest(those) union select unnest(those) where not back) where p.id = the_point;
  return null;
end $$;
grant execute on function meetings.leave_room(uuid, uuid, boolean) to splot_app;

-- Whether I read a point, as its rule says: asked by deeds that go past it.
create function meetings.i_read(the_point uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from meetings.point p where p.id = the_point and access.me() <> all (p.kept_from) and meetings.i_read_such(p.scope_id, p.class, p.about))
$$;

-- Ends it and sends the minutes: what was written stands, what was settled and became nothing yet becomes tasks at once, whoever may read them is told.
-- Of a part for which somebody left the room the task stays with its institution.
create function meetings.send_minutes(the_meeting uuid) returns text
language plpgsql security definer set search_path = '' as $$
declare m meetings.meeting := meetings.hold(the_meeting, true);
begin
  if m.id is null then return 'not-found'; end if;
  perform cases.must_be_open(m.scope_id);
  if m.begun_at is null then return 'not-begun'; end if;
  if m.ended_at is not null then return 'minutes-are-sent'; end if;
  -- Whoever is writing at this moment is waited for.
  perform from meetings.note n where n.meeting_id = m.id order by n.point_id for update;
  update meetings.meeting set ended_at = now(), version = version + 1 where id = m.id;
  update meetings.point p set words = nullif(btrim(n.words, E' \n\r\t'), '') from meetings.note n where n.point_id = p.id and p.meeting_id = m.id;
  with made as (
    insert into worklist.task (id, scope_id, class, about, what, institution_id, worker_id, due, state, source_kind, source_id, added_by)
    select gen_random_uuid(), d.scope_id, case when p.kept_from <> '{}' then 'own' when p.class = 'team' then 'file' else p.class end,
      case when p.about = array[d.scope_id] then '{}' else p.about end, d.what, d.institution_id, d.worker_id, d.due, 'planned', 'decision', d.id, d.made_by
    from meetings.decision d join meetings.point p on p.id = d.point_id where d.meeting_id = m.id and num_nonnulls(d.item_id, d.agreed_id) = 0
    returning id, source_id)
  update meetings.decision d set task_id = made.id from made where made.source_id = d.id;
  perform asks.notify('minutes', w, m.id, m.scope_id) from (
    select i.worker_id from meetings.invitee i where i.meeting_id = m.id
    union select i.stand_in_id from meetings.invitee i where i.meeting_id = m.id and i.stand_in_id is not null) who (w);
  return null;
end $$;
grant execute on function meetings.send_minutes(uuid) to splot_app;

-- Approves the minutes: they stand as they are, and nobody learns any more who wrote what, or wrote otherwise first.
create function meetings.approve(the_meeting uuid) returns text
language plpgsql security definer set search_path = '' as $$
declare m meetings.meeting := meetings.hold(the_meeting, true);
begin
  if m.id is null then return 'not-found'; end if;
  if m.ended_at is null then return 'not-begun'; end if;
  if m.approved_at is not null then return null; end if;
  update meetings.meeting set approved_at = now(), approved_by = access.me(), version = version + 1 where id = m.id;
  delete from meetings.note_edit e using meetings.note n where n.point_id = e.point_id and n.meeting_id = m.id;
  delete from meetings.note n where n.meeting_id = m.id;
  return null;
end $$;
grant execute on function meetings.approve(uuid) to splot_app;
