grant usage on schema cases to splot_app, splot_jobs;

-- What a case was opened for.
select access.rule($$
  create policy reported_is_seen on cases.reported for select to splot_app using (case_id = any ((select access.my_whole_scopes('file'))::uuid[]))
$$);
select access.rule($$ create policy case_is_seen on cases."case" for select to splot_app using ({scope pointer on id}) $$);
select access.rule($$
  create policy case_is_kept on cases."case" for update to splot_app using ({scope coordinate on id}) with check ({scope coordinate on id})
$$);
-- Why a case was closed is the file's: another institution that is asked in again does not read it. Since when it is open is
-- not told with a pointer alone: whoever reported a family knows when that was taken up, and would know which one it is.
select access.rule($$
  create policy opening_is_seen on cases.opening for select to splot_app using (
    ({scope team on case_id} or {scope head on case_id}) and closing_reason is null
    or case_id = any ((select access.my_whole_scopes('file'))::uuid[]))
$$);
-- The number in its own register is kept and read by the institution that leads the case, by those who keep the file.
select access.rule($$
  create policy registry_number_is_seen on cases.registry_number for select to splot_app using (
    case_id = any ((select access.my_whole_scopes('file'))::uuid[]) and institution_id = (select institutions.my_institution()))
$$);
select access.rule($$
  create policy registry_number_is_kept on cases.registry_number for all to splot_app
  using ({scope coordinate on case_id} and institution_id = (select institutions.my_institution()))
  with check ({scope coordinate on case_id} and institution_id = (select institutions.my_institution()))
$$);
select access.rule($$ create policy lead_is_seen on cases.lead for select to splot_app using ({scope pointer on case_id}) $$);
select access.rule($$ create policy handover_is_seen on cases.handover for select to splot_app using (
  case_id = any ((select access.my_whole_scopes('file'))::uuid[]) or {scope head on case_id}) $$);
select access.rule($$ create policy coordinator_is_seen on cases.coordinator for select to splot_app using ({scope pointer on case_id}) $$);

-- The team sees the team; an invited worker their own part.
select access.rule($$
  create policy team_is_seen on cases.team_member for select to splot_app using (
    {scope team on case_id} or {scope head on case_id} or (worker_id = access.me() and {scope pointer on case_id}))
$$);
select access.rule($$
  create policy exclusion_is_seen on cases.exclusion for select to splot_app using ({scope coordinate on case_id} or {scope head on case_id})
$$);

select access.rule($$ create policy problem_is_seen on cases.problem for select to splot_app using ({class}) $$);
select access.rule($$
  create policy problem_is_kept on cases.problem for all to splot_app using ({scope coordinate} and {class})
  with check ({scope coordinate} and class = (select k.class from partnerships.problem_kind k where k.code = kind))
$$);

-- What an institution left behind is its head's to read, sealed.
select access.rule($$
  create policy exit_handover_is_seen on cases.exit_handover for select to splot_app using (
    access.pair(case_id, institution_id) = any ((select access.my_pairs('handed_over'))::uuid[]))
$$);

select access.rule($$
  create policy opinion_is_seen on cases.opinion for select to splot_app using (
    scope_id = any ((select access.my_whole_scopes('file'))::uuid[]) or (institution_id is not null and ({own} or {handed over})))
$$);
select access.rule($$
  create policy opinion_is_recorded on cases.opinion for insert to splot_app with check (
    recorded_by = access.me() and {scope team}
    and (institution_id = (select institutions.my_institution()) or (institution_id is null and {scope coordinate})))
$$);

grant select (id, partnership_id, household_id, code, plan_template, opened_by, voided_at, opened_at, closed_at, version) on cases."case" to splot_app;
grant select on cases.reported, cases.registry_number, cases.opening, cases.lead, cases.handover, cases.coordinator,
  cases.team_member, cases.exclusion, cases.exit_handover, cases.problem, cases.opinion to splot_app;
-- When it was recorded is not the writer's to say.
grant insert (id, scope_id, kind, class) on cases.problem to splot_app;
grant insert (id, scope_id, institution_id, what, recorded_by) on cases.opinion to splot_app;
grant delete on cases.problem to splot_app;
grant insert, delete on cases.registry_number to splot_app;
grant update (number) on cases.registry_number to splot_app;
grant update (plan_template, version) on cases."case" to splot_app;

select cases.takes_while_open('cases.problem', 'worklist.task', 'worklist.topic', 'consents.information_clause', 'consents.basis', 'questionnaires.response', 'files.file');
