grant usage on schema contracts to splot_app, splot_jobs;

-- The plan is the file's. A contract speaks of everybody: the leading team reads it, and the head while it waits for
-- approval.
select access.rule($$ create policy plan_is_seen on contracts.cooperation_plan for select to splot_app using ({scope file}) $$);
select access.rule($$
  create policy plan_is_drawn_up on contracts.cooperation_plan for insert to splot_app with check ({scope coordinate} and drawn_up_by = access.me()
    and version_id in (select id from baskets.version where scope_id = cooperation_plan.scope_id))
$$);
select access.rule($$
  create policy contract_is_seen on contracts.social_contract for select to splot_app using (
    scope_id = any ((select access.my_whole_scopes('file'))::uuid[]))
$$);
select access.rule($$
  create policy contract_is_drawn_up on contracts.social_contract for insert to splot_app with check (
    {scope coordinate} and drawn_up_by = access.me()
    and plan_id in (select id from contracts.cooperation_plan where scope_id = social_contract.scope_id)
    and social_worker_id in (select w.id from institutions.worker w where w.social_worker))
$$);
select access.rule($$
  create policy contract_moves_on on contracts.social_contract for update to splot_app
  using ({scope coordinate} and state in ('draft', 'printed', 'signed', 'approved'))
  with check ({scope coordinate} and state in ('draft', 'printed', 'signed', 'ended'))
$$);
select access.rule($$
  create policy signature_is_seen on contracts.signature for select to splot_app using (
    scope_id = any ((select access.my_whole_scopes('file'))::uuid[]))
$$);
select access.rule($$
  create policy signature_is_kept on contracts.signature for all to splot_app
  using ({scope coordinate} and signed_on is null) with check ({scope coordinate})
$$);
select access.rule($$ create policy evaluation_is_seen on contracts.evaluation for select to splot_app using ({about}) $$);
-- Said by who coordinates, or works with the family in the leading team.
select access.rule($$
  create policy evaluation_is_made on contracts.evaluation for insert to splot_app with check (
    ({scope coordinate} or ({scope team} and scope_id = any ((select access.my_whole_scopes('file'))::uuid[])))
    and evaluated_by = access.me() and class = baskets.item_class(item_id, scope_id))
$$);
select access.rule($$ create policy review_is_seen on contracts.review for select to splot_app using ({scope team} or {scope head}) $$);
select access.rule($$ create policy review_is_planned on contracts.review for insert to splot_app with check ({scope coordinate}) $$);
select access.rule($$
  create policy review_is_held on contracts.review for update to splot_app using ({scope coordinate} and held_on is null)
  with check ({scope coordinate} and (held_by is null or held_by = access.me()))
$$);
select access.rule($$
  create policy sent_back_is_seen on contracts.sent_back for select to splot_app using (
    scope_id = any ((select access.my_whole_scopes('file'))::uuid[]))
$$);
select access.rule($$ create policy progress_is_seen on contracts.progress for select to splot_app using (({about} or {own})) $$);
select access.rule($$
  create policy progress_is_reported on contracts.progress for insert to splot_app with check (
    reported_by = access.me() and institution_id = (select institutions.my_institution())
    and item_id in (select s.item_id from contracts.our_services(scope_id) s))
$$);
grant insert on contracts.progress to splot_app;
grant select on contracts.progress, contracts.sent_back, contracts.cooperation_plan, contracts.social_contract, contracts.signature, contracts.evaluation to splot_app;
grant select (id, scope_id, contract_id, due, held_on, held_by) on contracts.review to splot_app;
grant insert (id, scope_id, version_id, no, planned, commitments, consequences, drawn_up_by) on contracts.cooperation_plan to splot_app;
grant insert (id, scope_id, plan_id, type, amends_id, social_worker_id, causes, possibilities, limits, barriers, main_goal, effects,
  education, skills, experience, earlier_attempts, said_nothing, planned, review_on, drawn_up_by) on contracts.social_contract to splot_app;
grant insert on contracts.signature, contracts.evaluation to splot_app;
grant insert (id, scope_id, contract_id, due) on contracts.review to splot_app;
grant delete on contracts.signature to splot_app;
grant update (type, plan_id, social_worker_id, causes, possibilities, limits, barriers, main_goal, effects, education, skills, experience,
  earlier_attempts, said_nothing, planned, review_on, state, printed_hash, printed_file_id,
  printed_items,
  ended_because, version) on contracts.social_contract to splot_app;
grant update (signed_hash, signed_on, how, file_id, cannot_declare_will) on contracts.signature to splot_app;
grant update (held_on, summary, held_by, due) on contracts.review to splot_app;

-- What a service came to is about the same people.
create function contracts.about_of_item() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  select i.about into new.about from baskets.item i where i.id = new.item_id;
  return new;
end $$;
create trigger about_its_people before insert on contracts.evaluation for each row execute function contracts.about_of_item();

select cases.takes_while_open('contracts.cooperation_plan', 'contracts.social_contract', 'contracts.signature', 'contracts.evaluation', 'contracts.review', 'contracts.progress');
