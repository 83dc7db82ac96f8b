grant usage on schema assessments to splot_app, splot_jobs;

-- The team knows that an assessment is under way; the coordinator opens and fixes it.
select access.rule($$ create policy assessment_is_seen on assessments.assessment for select to splot_app using ({scope team}) $$);
select access.rule($$
  create policy assessment_is_opened on assessments.assessment for insert to splot_app with check (
    {scope coordinate} and opened_by = access.me() and fixed_at is null)
$$);

-- A view is its institution's own until opened; then those see it to whom that institution gives its class about
-- each person of it. Safety stays with the worker who wrote it.
select access.rule($$
  create policy view_is_seen on assessments.view for select to splot_app using ({entry})
$$);
select access.rule($$
  create policy view_is_entered on assessments.view for insert to splot_app with check (
    author_id = access.me() and institution_id = (select institutions.my_institution()) and {own} and {scope team}
    and class = assessments.class_of(domain) and (class <> 'violence' or opened_at is null)
    and assessments.is_open(assessment_id, scope_id))
$$);
select access.rule($$
  create policy view_is_mended on assessments.view for update to splot_app
  using ({own} and {scope team} and (class <> 'violence' or author_id = access.me()) and assessments.is_open(assessment_id, scope_id))
  with check (institution_id = (select institutions.my_institution()) and (class <> 'violence' or opened_at is null))
$$);

-- What was agreed is shared by class; the coordinator writes it down while the assessment is open.
select access.rule($$ create policy agreed_is_seen on assessments.agreed for select to splot_app using ({about}) $$);
select access.rule($$
  create policy agreed_is_written on assessments.agreed for insert to splot_app with check (
    {scope coordinate} and class = assessments.class_of(domain) and assessments.is_open(assessment_id, scope_id))
$$);
select access.rule($$
  create policy agreed_is_mended on assessments.agreed for update to splot_app
  using ({scope coordinate} and assessments.is_open(assessment_id, scope_id)) with check ({scope coordinate})
$$);
grant select on assessments.view, assessments.agreed to splot_app;
grant select (id, scope_id, kind, opened_by, opened_at, fixed_at, agreed_on, version) on assessments.assessment to splot_app;
grant insert (id, scope_id, kind, opened_by) on assessments.assessment to splot_app;
grant insert on assessments.view, assessments.agreed to splot_app;
select access.names_people('assessments.view');
select access.names_people('assessments.agreed');
grant update (level, without_level, strengths, barriers, words, about, written_at, opened_at, version) on assessments.view to splot_app;
grant update (level, without_level, today, dissent, about, version) on assessments.agreed to splot_app;

select cases.takes_while_open('assessments.assessment', 'assessments.view', 'assessments.agreed');
