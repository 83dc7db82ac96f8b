grant usage on schema concerns to splot_app, splot_jobs;

-- A concern: the reporter sees what they wrote, who hears of it (concerns.i_hear: intake, of a danger the head too) until it is
-- answered (who answered it, also what they answered), and the team of the leading institution in the case that it was
-- attached to, unless it speaks of violence. The one with which a case began is read there by nobody: what it said is
-- passed on (cases.reported), for else a case that began with violence would be told by its lack.
select access.rule($$
  create policy concern_is_seen on concerns.concern for select to splot_app using (
    reporter_id = (select institutions.me())
    or (state = 'new' and id = any (array(select concerns.i_hear())))
    or (answered_by = (select institutions.me()) and (case_id is null or {scope team on case_id}))
    or (not violence and case_id = any ((select access.my_whole_scopes('file'))::uuid[]) and not began and not asks.i_am_kept_from(id)))
$$);
-- Any worker of a full member sends one; violence goes to the leading institution alone.
create policy concern_is_sent on concerns.concern for insert to splot_app with check (
  reporter_id = access.me() and reporter_institution_id = (select institutions.my_institution())
  and partnership_id = any (array(select partnerships.i_work_in()))
  and addressed_to in (select m.institution_id from partnerships.membership m where m.partnership_id = concern.partnership_id and m.period @> now())
  and (not violence or addressed_to = (select p.leading_institution_id from partnerships.partnership p where p.id = concern.partnership_id))
  and (violence or not worries && array(select k.code from partnerships.problem_kind k where k.violence)));
create policy concern_is_answered on concerns.concern for update to splot_app
  using (state = 'new' and id = any (array(select concerns.i_answer())))
  with check (answered_by = access.me() and answered_at = now() and state in ('passed_on', 'no_action')
    and (state = 'passed_on') = (passed_on_as is not null) and not (state = 'passed_on' and violence));
-- Passed on by the intake: the same words in the reporter's name, to another member.
create policy concern_is_passed_on on concerns.concern for insert to splot_app with check (
  not violence and addressed_to in (select m.institution_id from partnerships.membership m where m.partnership_id = concern.partnership_id and m.period @> now())
  and concerns.i_pass_on(concern));

-- That a concern came to an open case is written into its journal by the intake that attached it.
create policy attached_is_written on journal.entry for insert to splot_app with check (
  worker_id = access.me() and verb = 'concern.attached' and concerns.i_attach(subject_id, scope_id));
-- Whoever must not read it does not read there that it came.
create policy kept_from_is_not_told on journal.entry as restrictive for select to splot_app
  using (verb <> 'concern.attached' or not asks.i_am_kept_from(subject_id));

grant select on concerns.concern to splot_app;
-- When it was sent, and what became of it, is not the sender's to say.
grant insert (id, partnership_id, reporter_id, reporter_institution_id, addressed_to, who, commune, place, worries, what, urgency, family_knows,
  done_so_far, violence) on concerns.concern to splot_app;
grant update (state, answered_at, answered_by, answer_reason, passed_on_as, version) on concerns.concern to splot_app;
