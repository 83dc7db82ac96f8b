grant usage on schema worklist to splot_app, splot_jobs;

-- A task is seen by those who see facts of its class in its case, and by the team members of the institution whose
-- task it is. Team members give tasks; its owner, the owner's institution and the coordinator move it on.
select access.rule($$
  create policy task_is_seen on worklist.task for select to splot_app using ({about until ended_at} or {own})
$$);
select access.rule($$
  create policy task_is_given on worklist.task for insert to splot_app with check (
    added_by = access.me() and {scope team} and (worker_id is null or worklist.works_with(scope_id, worker_id)) and class in ('own', 'file', 'health', 'addiction', 'justice'))
$$);
select access.rule($$
  create policy task_moves_on on worklist.task for update to splot_app
  using ({scope coordinate} or (institution_id = (select institutions.my_institution()) and {scope team}))
$$);
-- What is to be talked about is read as a point of the meeting will be, put there by whoever works there, and taken back by them
-- or who coordinates.
select access.rule($$ create policy topic_is_seen on worklist.topic for select to splot_app using ({scope team} and (class = 'team' or {about})) $$);
select access.rule($$ create policy topic_is_put on worklist.topic for insert to splot_app with check (put_by = access.me() and {scope team} and taken_back_at is null) $$);
select access.rule($$
  create policy topic_is_taken_back on worklist.topic for update to splot_app using ({scope coordinate} or put_by = access.me() and {scope team})
$$);
grant select on worklist.topic to splot_app;
grant insert (id, scope_id, class, about, what, put_by, source_kind, source_id) on worklist.topic to splot_app;
grant update (taken_back_at) on worklist.topic to splot_app;
select access.names_people('worklist.topic');
grant select on worklist.task to splot_app;
select access.names_people('worklist.task');
grant insert (id, scope_id, class, about, what, institution_id, worker_id, due, state, source_kind, source_id, added_by) on worklist.task to splot_app;
grant update (what, worker_id, due, state, not_done_reason, outcome, ended_at, version) on worklist.task to splot_app;
