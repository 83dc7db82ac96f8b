grant usage on schema meetings to splot_app, splot_jobs;

-- That there is a meeting, when, where and who comes: read by those who work together there.
select access.rule($$ create policy meeting_is_seen on meetings.meeting for select to splot_app using ({scope team}) $$);
select access.rule($$ create policy date_is_seen on meetings.proposed_date for select to splot_app using ({scope team}) $$);
select access.rule($$ create policy invitee_is_seen on meetings.invitee for select to splot_app using ({scope team}) $$);
select access.rule($$ create policy availability_is_seen on meetings.availability for select to splot_app using ({scope team}) $$);
select access.rule($$ create policy acknowledgement_is_seen on meetings.acknowledgement for select to splot_app using ({scope team}) $$);

-- Who of the family is asked, and what is talked about: read by those of them who read such facts of these people; what is about
-- the work itself by all of them; never by who left the room for it.
select access.rule($$ create policy family_is_seen on meetings.family_seat for select to splot_app using ({scope team} and {about}) $$);
select access.rule($$
  create policy point_is_seen on meetings.point for select to splot_app
  using (access.me() <> all (kept_from) and {scope team} and (class = 'team' or {about}))
$$);
-- What is written down, settled and remarked at a point is read with it; what was put into the basket or agreed as a level, by who reads
-- that too.
create policy note_is_seen on meetings.note for select to splot_app using (exists (select from meetings.point p where p.id = point_id));
create policy edit_is_seen on meetings.note_edit for select to splot_app using (exists (select from meetings.point p where p.id = point_id));
create policy decision_is_seen on meetings.decision for select to splot_app using (
  exists (select from meetings.point p where p.id = point_id)
  and (item_id is null or exists (select from baskets.item i where i.id = item_id))
  and (agreed_id is null or exists (select from assessments.agreed a where a.id = agreed_id)));
create policy remark_is_seen on meetings.remark for select to splot_app using (exists (select from meetings.point p where p.id = point_id));

-- A guest is seen like whoever else comes; what they say, and what they were shown, with the point, or such facts.
select access.rule($$ create policy guest_of_meeting_is_seen on guests.guest for select to splot_app using (kind = 'meeting' and {scope team}) $$);
select access.rule($$ create policy guest_seat_is_seen on meetings.guest_seat for select to splot_app using ({scope team}) $$);
create policy guest_point_is_seen on meetings.guest_point for select to splot_app using (exists (select from meetings.point p where p.id = point_id));
select access.rule($$ create policy shown_to_guest_is_seen on meetings.shown_to_guest for select to splot_app using ({scope team} and {about}) $$);
grant select on meetings.guest_seat, meetings.guest_point, meetings.shown_to_guest to splot_app;

-- Anybody who works together there calls a meeting; of reflection and supervision anybody of the partnership.
select access.rule($$
  create policy meeting_is_called on meetings.meeting for insert to splot_app with check (
    called_by = access.me() and institution_id = (select institutions.my_institution()) and ({scope team} or scope_id = id)
    and (partnership_id is distinct from scope_id or {scope file}) and meetings.fits(kind, id, scope_id, partnership_id))
$$);
-- Who called it says when it might be, and whom it waits for.
create policy date_is_proposed on meetings.proposed_date for insert to splot_app with check (
  exists (select from meetings.meeting m where m.id = meeting_id and m.called_by = access.me() and m.starts_at is null));
create policy invitee_is_asked on meetings.invitee for insert to splot_app with check (
  exists (select from meetings.meeting m where m.id = meeting_id and meetings.i_run(m))
  and meetings.is_open(meeting_id) and meetings.may_be_invited(meeting_id, worker_id));
select access.rule($$
  create policy family_is_asked on meetings.family_seat for insert to splot_app with check (
    exists (select from meetings.meeting m where m.id = meeting_id and m.partnership_id is null and meetings.i_run(m))
    and meetings.is_open(meeting_id) and {scope file})
$$);
create policy family_came on meetings.family_seat for update to splot_app using (meetings.goes_on(meeting_id));

-- Whoever works together there puts points on the agenda that they may read themselves, until it is over.
select access.rule($$
  create policy point_is_put on meetings.point for insert to splot_app with check (
    put_by = access.me() and kept_from = '{}' and words is null and meetings.is_open(meeting_id)
    and exists (select from meetings.meeting m where m.id = meeting_id and (m.partnership_id is null or point.class in ('team', 'file'))))
$$);
create policy point_moves_on on meetings.point for update to splot_app using (meetings.is_open(meeting_id));

-- Whoever reads a point writes it down and settles things, while the meeting goes on.
create policy note_is_written on meetings.note for update to splot_app
  using (exists (select from meetings.point p where p.id = point_id) and meetings.goes_on(meeting_id));
create policy edit_is_written on meetings.note_edit for insert to splot_app with check (
  edited_by = access.me() and exists (select from meetings.note n where n.point_id = note_edit.point_id and n.scope_id = note_edit.scope_id and meetings.goes_on(n.meeting_id)));
create policy edit_is_folded on meetings.note_edit for delete to splot_app using (exists (select from meetings.point p where p.id = point_id));
-- What it becomes beside a task, its slice lets who coordinates do; at a point for which somebody left the room it would come back to them.
select access.rule($$
  create policy decision_is_made on meetings.decision for insert to splot_app with check (
    made_by = access.me() and exists (select from meetings.point p where p.id = point_id) and meetings.goes_on(meeting_id)
    and case when num_nonnulls(item_id, agreed_id) = 0 then meetings.may_be_given(point_id, institution_id, worker_id)
      else {scope coordinate} and exists (select from meetings.point p where p.id = point_id and p.kept_from = '{}') end)
$$);
create policy decision_is_undone on meetings.decision for delete to splot_app using (
  exists (select from meetings.point p where p.id = point_id) and meetings.goes_on(meeting_id));

-- Then whoever reads a point remarks on it, until the minutes are approved; each says of themselves that they read them.
create policy remark_is_made on meetings.remark for insert to splot_app with check (
  worker_id = access.me() and institution_id = (select institutions.my_institution())
  and exists (select from meetings.point p where p.id = point_id) and meetings.takes_remarks(meeting_id));
select access.rule($$
  create policy acknowledgement_is_given on meetings.acknowledgement for insert to splot_app with check (
    worker_id = access.me() and {scope team} and meetings.is_over(meeting_id))
$$);

grant select on meetings.meeting, meetings.proposed_date, meetings.invitee, meetings.availability, meetings.acknowledgement,
  meetings.family_seat, meetings.point, meetings.note, meetings.note_edit, meetings.decision, meetings.remark to splot_app;
grant insert (id, scope_id, partnership_id, kind, called_by, institution_id, place, link, minutes, starts_at, fixed_at) on meetings.meeting to splot_app;
grant insert (id, meeting_id, scope_id, starts_at) on meetings.proposed_date to splot_app;
grant insert (id, meeting_id, scope_id, worker_id, institution_id, needed) on meetings.invitee to splot_app;
grant insert (id, meeting_id, scope_id, about, wish) on meetings.family_seat to splot_app;
grant update (attendance) on meetings.family_seat to splot_app;
grant insert (id, meeting_id, scope_id, n, what, minutes, class, about, source_kind, source_id, source_on, put_by) on meetings.point to splot_app;
grant update (n, done_at, postponed_at) on meetings.point to splot_app;
grant update (seq, state, words) on meetings.note to splot_app;
grant insert, delete on meetings.note_edit to splot_app;
grant insert (id, point_id, meeting_id, scope_id, what, institution_id, worker_id, due, item_id, agreed_id, domain, level, without_level, made_by) on meetings.decision to splot_app;
grant delete on meetings.decision to splot_app;
grant insert (id, point_id, meeting_id, scope_id, worker_id, institution_id, words) on meetings.remark to splot_app;
grant insert (meeting_id, scope_id, worker_id) on meetings.acknowledgement to splot_app;
select access.names_people('meetings.family_seat');
select access.names_people('meetings.point');

select cases.takes_while_open('meetings.meeting', 'meetings.proposed_date', 'meetings.invitee', 'meetings.family_seat', 'meetings.point',
  'meetings.note', 'meetings.note_edit', 'meetings.decision', 'meetings.remark');
