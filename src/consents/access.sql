-- The people of the leading institution in the case see all bases about a person; another institution sees those
-- that name it. The coordinator records for the leading institution, each institution's team member for its own.
select access.rule($$
  create policy clause_is_seen on consents.information_clause for select to splot_app using ({person file})
$$);
select access.rule($$
  create policy clause_is_given on consents.information_clause for insert to splot_app
  with check (given_by = access.me() and {person file} and {scope team})
$$);
select access.rule($$
  create policy basis_is_seen on consents.basis for select to splot_app using (
    scope_id = any (array(select access.my_whole_scopes('file')))
    or ({scope team} and institutions.my_institution() in (from_institution_id, to_institution_id)))
$$);
select access.rule($$
  create policy basis_is_recorded on consents.basis for insert to splot_app with check (
    recorded_by = access.me() and {scope team} and from_institution_id = institutions.my_institution()
    and withdrawn_at is null and upper(period) is not null
    and consents.objection(rule, from_institution_id, to_institution_id, classes, period) is null)
$$);
select access.rule($$
  create policy disclosure_is_seen on consents.disclosure for select to splot_app using (
    scope_id = any (array(select access.my_whole_scopes('file')))
    or ({scope team} and institutions.my_institution() in (from_institution_id, to_institution_id)))
$$);
select access.rule($$
  create policy disclosure_is_recorded on consents.disclosure for insert to splot_app with check (
    recorded_by = access.me() and {scope team} and basis_id in (select id from consents.basis))
$$);
grant select, insert on consents.information_clause, consents.basis, consents.disclosure to splot_app;
