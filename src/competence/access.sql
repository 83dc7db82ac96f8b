grant usage on schema competence to splot_app, splot_jobs;

-- Partners read the proposal and their own map, and how it was changed.
create policy competence_is_seen on competence.competence for select to splot_app
  using (partnership_id is null or partnership_id = any ((select partnerships.my_partnerships())::uuid[]));
create policy change_is_seen on competence.competence_change for select to splot_app
  using (partnership_id = any ((select partnerships.my_partnerships())::uuid[]));

-- The head of the leading institution, in their own right, changes it with the reason, never what the law demands.
create policy leader_sets_competence on competence.competence for all to splot_app
  using (partnership_id = any (array(select partnerships.i_lead_as_head())) and not locked)
  with check (partnership_id = any (array(select partnerships.i_lead_as_head())) and not locked
    and not competence.law_demands(problem_kind, institution_kind));
create policy leader_gives_reason on competence.competence_change for insert to splot_app
  with check (changed_by = access.me() and partnership_id = any (array(select partnerships.i_lead_as_head())));

grant select, insert, delete on competence.competence to splot_app;
grant update (part, law, note) on competence.competence to splot_app;
grant select, insert on competence.competence_change to splot_app;
