-- Who agreed that an institution reads about somebody, and in which form, for the plan's paper: told to whoever prints it, who
-- holds the whole file. Nobody signs where a court stands in place of who represents a child, or a consent of 0.1.0 has words alone.
create function contracts.consented(the_case uuid) returns table (about uuid, institution uuid, signer uuid, in_words text, form text)
language sql stable security definer set search_path = '' as $$
  select distinct t.about_id, t.institution_id, s.signer_id, s.court_order, s.form
  from consents.tick t join consents.sheet s on s.id = t.sheet_id
  where t.scope_id = the_case and t.yes and t.period @> now() and the_case = any ((select access.my_whole_scopes('file'))::uuid[])
  union
  select b.about_id, b.to_institution_id, p.signer, coalesce(b.court_order, b.given_by), b.form
  from consents.basis b left join lateral unnest(b.signed_by) p (signer) on true
  where b.scope_id = the_case and b.withdrawn_at is null and b.period @> now() and the_case = any ((select access.my_whole_scopes('file'))::uuid[])
$$;
grant execute on function contracts.consented(uuid) to splot_app;
