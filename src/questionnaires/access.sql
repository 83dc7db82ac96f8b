grant usage on schema questionnaires to splot_app, splot_jobs;

-- A questionnaire is for everybody. What was answered speaks of everybody at once, so it is read by those who hold its
-- class about everybody in its scope; what is not finished, by its author alone.
create policy questionnaire_is_seen on questionnaires.questionnaire for select to splot_app, splot_jobs using (true);
select access.rule($$
  create policy response_is_seen on questionnaires.response for select to splot_app using (
    {whole} and (status <> 'in-progress' or author_id = access.me()))
$$);
select access.rule($$
  create policy response_is_begun on questionnaires.response for insert to splot_app with check (
    author_id = access.me() and status = 'in-progress' and {whole} and {scope team})
$$);
-- Finished by its author; amended by its author or whoever coordinates.
select access.rule($$
  create policy response_is_kept on questionnaires.response for update to splot_app
  using ({whole} and (author_id = access.me() and {scope team} or status <> 'in-progress' and {scope coordinate}))
  with check ({whole} and (author_id = access.me() and {scope team} or {scope coordinate}))
$$);
select access.rule($$
  create policy response_is_dropped on questionnaires.response for delete to splot_app
  using (status = 'in-progress' and author_id = access.me() and {whole})
$$);
grant select on questionnaires.questionnaire to splot_app, splot_jobs;
grant select, delete on questionnaires.response to splot_app;
grant insert (id, scope_id, class, questionnaire_id, author_id) on questionnaires.response to splot_app;
grant update (status, items, completed_at, version) on questionnaires.response to splot_app;
