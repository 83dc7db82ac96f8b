grant usage on schema consents to splot_app, splot_jobs;

-- The people of the leading institution in the case see all bases about a person; another institution sees those
-- that name it. The coordinator records for the leading institution (whose team alone holds the whole file), each
-- other institution's team member for its own.
select access.rule($$
  create policy clause_is_seen on consents.information_clause for select to splot_app using ({person file})
$$);
select access.rule($$
  create policy clause_is_given on consents.information_clause for insert to splot_app
  with check (given_by = access.me() and {person file} and {scope team})
$$);
select access.rule($$
  create policy basis_is_seen on consents.basis for select to splot_app using (
    scope_id = any ((select access.my_whole_scopes('file'))::uuid[])
    or ({scope team} and (select institutions.my_institution()) in (from_institution_id, to_institution_id)))
$$);
select access.rule($$
  create policy basis_is_recorded on consents.basis for insert to splot_app with check (
    recorded_by = access.me() and {person file} and from_institution_id = (select institutions.my_institution())
    and ({scope coordinate} or ({scope team} and not scope_id = any ((select access.my_whole_scopes('file'))::uuid[])))
    and withdrawn_at is null and upper(period) is not null
    and consents.objection(rule, from_institution_id, to_institution_id, classes, period) is null
    and (not classes && array['health', 'addiction'] or form is null or (select f.for_special_data from consents.consent_form f where f.code = form))
    and coalesce(consents.signed_rightly(rule, scope_id, about_id, signed_by, court_order), false))
$$);
select access.rule($$
  create policy disclosure_is_seen on consents.disclosure for select to splot_app using (
    scope_id = any ((select access.my_whole_scopes('file'))::uuid[])
    or ({scope team} and (select institutions.my_institution()) in (from_institution_id, to_institution_id))
    or access.pair(scope_id, from_institution_id) = any ((select access.my_pairs('handed_over'))::uuid[]))
$$);
select access.rule($$
  create policy disclosure_is_recorded on consents.disclosure for insert to splot_app with check (
    recorded_by = access.me() and {scope team} and exists (
      select from consents.basis b where b.id = basis_id and b.scope_id = disclosure.scope_id and b.about_id = disclosure.about_id
        and b.from_institution_id = disclosure.from_institution_id and b.to_institution_id = disclosure.to_institution_id
        and disclosure.classes <@ b.classes and disclosure.period <@ b.period and b.withdrawn_at is null))
$$);
-- Whose signature is missing, and who said no, is seen by whoever records consents; what is exchanged, by who keeps the file,
-- and by those to whom it is open.
select access.rule($$ create policy sheet_is_seen on consents.sheet for select to splot_app using ({scope coordinate}) $$);
select access.rule($$ create policy tick_is_seen on consents.tick for select to splot_app using ({scope coordinate}) $$);
select access.rule($$ create policy without_is_seen on consents.without for select to splot_app using ({scope coordinate}) $$);
select access.rule($$
  create policy exchange_is_seen on consents.exchange for select to splot_app using (
    scope_id = any ((select access.my_whole_scopes('file'))::uuid[])
    or ({scope team} and to_institution_id = (select institutions.my_institution())))
$$);
grant select on consents.sheet, consents.tick, consents.without, consents.exchange to splot_app;
grant select on consents.information_clause, consents.basis, consents.disclosure to splot_app;
grant insert on consents.information_clause to splot_app;
grant insert (id, scope_id, about_id, from_institution_id, to_institution_id, rule, classes, purpose, period, form, given_by, signed_by, court_order, document_id,
  recorded_by) on consents.basis to splot_app;
grant insert (id, scope_id, about_id, basis_id, from_institution_id, to_institution_id, classes, period, what, recorded_by)
  on consents.disclosure to splot_app;
