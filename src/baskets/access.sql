grant usage on schema baskets to splot_app, splot_jobs;

-- Goals are shared by class; the coordinator makes the basket.
select access.rule($$ create policy goal_is_seen on baskets.goal for select to splot_app using ({about until dropped_at}) $$);
select access.rule($$
  create policy goal_is_set on baskets.goal for insert to splot_app with check (
    {scope coordinate} and class = assessments.class_of(domain) and added_by = access.me())
$$);
select access.rule($$
  create policy goal_is_changed on baskets.goal for update to splot_app using ({scope coordinate}) with check ({scope coordinate})
$$);

-- An item is seen by those who hold both its class and its goal's; its provider's team members see what they do.
-- Whoever answers for the asked institution reads what it is asked for alone: the point (see rules.sql).
select access.rule($$
  create policy item_is_seen on baskets.item for select to splot_app using (
    ({about until removed_at} and {about of goal_class until removed_at})
    or (point_id is not null and access.pair(scope_id, provider_id) = any ((select access.my_pairs('own'))::uuid[])))
$$);
select access.rule($$
  create policy item_is_put_in on baskets.item for insert to splot_app with check (
    {scope coordinate} and added_by = access.me()
    and goal_class = baskets.goal_class(goal_id, scope_id)
    and class = case when service_kind is null then goal_class else baskets.service_class(service_kind) end
    and (provider_id is null or baskets.may_be_asked(scope_id, provider_id)))
$$);
select access.rule($$
  create policy item_is_changed on baskets.item for update to splot_app
  using ({scope coordinate}) with check ({scope coordinate} and (provider_id is null or baskets.may_be_asked(scope_id, provider_id)))
$$);
-- For whom: shown person by person. Whoever sees a person sees what is for them, if they see the item.
select access.rule($$
  create policy item_person_is_seen on baskets.item_person for select to splot_app using (
    {person file on scope_id, person_id} and item_id in (select id from baskets.item))
$$);
select access.rule($$
  create policy item_person_is_named on baskets.item_person for insert to splot_app
  with check ({scope coordinate} and baskets.is_about(scope_id, person_id))
$$);
select access.rule($$
  create policy item_person_is_taken_off on baskets.item_person for delete to splot_app using ({scope coordinate})
$$);
select access.rule($$ create policy gap_is_seen on baskets.gap for select to splot_app using ({about until recorded_at}) $$);
select access.rule($$ create policy gap_is_recorded on baskets.gap for insert to splot_app with check (
  {scope coordinate} and class = baskets.goal_class(goal_id, scope_id)) $$);
select access.rule($$ create policy version_is_seen on baskets.version for select to splot_app using ({scope team} or {scope head}) $$);
select access.rule($$
  create policy frozen_item_is_seen on baskets.frozen_item for select to splot_app using (
    ({about} and {about of goal_class} and item_id in (select id from baskets.item))
    or access.pair(scope_id, provider_id) = any ((select access.my_pairs('own'))::uuid[]))
$$);
grant select on baskets.goal, baskets.item, baskets.item_person, baskets.gap, baskets.version, baskets.frozen_item to splot_app;
grant insert on baskets.goal, baskets.item_person to splot_app;
select access.names_people('baskets.goal');
select access.names_people('baskets.joined_referral');
grant insert (id, scope_id, goal_id, class, what) on baskets.gap to splot_app;
grant insert (id, scope_id, goal_id, goal_class, service_kind, class, what, provider_id, worker_id, frequency, starts, ends, cost_grosz,
  family_cost_grosz, funding, request, added_by, performer_ids, indicator, service_id) on baskets.item to splot_app;
grant delete on baskets.item_person to splot_app;
grant update (words, expected, indicator, level_now, target, until, priority, about, dropped_at, version) on baskets.goal to splot_app;
-- Who is asked and what they answer stands in referrals (baskets.ask, referrals.answer_point).
grant update (what, performer_ids, indicator, service_id, provider_id, worker_id, frequency, starts, ends, cost_grosz, family_cost_grosz, funding, request,
  family_answer, family_words, family_answered_how, family_answered_on, removed_at, version) on baskets.item to splot_app;

-- What limits the family, and what a goal needs, are seen like goals and items; who makes the basket writes them down, and
-- alone knows what was suggested and put aside.
select access.rule($$ create policy limit_is_seen on baskets.family_limit for select to splot_app using ({about until ended_at}) $$);
select access.rule($$ create policy limit_is_said on baskets.family_limit for insert to splot_app with check ({scope coordinate} and added_by = access.me()) $$);
select access.rule($$ create policy limit_ends on baskets.family_limit for update to splot_app using ({scope coordinate}) with check ({scope coordinate}) $$);
select access.rule($$
  create policy need_is_seen on baskets.need for select to splot_app using ({about until dropped_at} and {about of goal_class until dropped_at})
$$);
select access.rule($$
  create policy need_is_added on baskets.need for insert to splot_app with check (
    {scope coordinate} and added_by = access.me()
    and goal_class = baskets.goal_class(goal_id, scope_id) and class = baskets.service_class(service_kind)
    and (person_id is null or baskets.is_about(scope_id, person_id)))
$$);
select access.rule($$ create policy need_ends on baskets.need for update to splot_app using ({scope coordinate}) with check ({scope coordinate}) $$);
select access.rule($$ create policy time_is_seen on baskets.item_time for select to splot_app using (item_id in (select id from baskets.item)) $$);
select access.rule($$ create policy time_is_set on baskets.item_time for insert to splot_app with check ({scope coordinate}) $$);
select access.rule($$ create policy time_is_taken_off on baskets.item_time for delete to splot_app using ({scope coordinate}) $$);
select access.rule($$ create policy put_aside_is_seen on baskets.put_aside for select to splot_app using ({scope coordinate}) $$);
select access.rule($$
  create policy is_put_aside on baskets.put_aside for insert to splot_app with check ({scope coordinate} and put_aside_by = access.me())
$$);
-- Money of a partnership: its amount for who answers for the institution that leads it, and for who coordinates a case there. What was
-- paid for an item is seen with it.
create policy budget_is_seen on baskets.budget for select to splot_app using (partnership_id = any ((select baskets.my_budgets())::uuid[]));
create policy budget_is_set on baskets.budget for insert to splot_app
  with check (set_by = access.me() and replaced_at is null and partnership_id = any ((select directory.my_kept_partnerships())::uuid[]));
select access.rule($$ create policy payment_is_seen on baskets.payment for select to splot_app using (item_id in (select id from baskets.item)) $$);
select access.rule($$ create policy payment_is_entered on baskets.payment for insert to splot_app with check ({scope coordinate} and entered_by = access.me()) $$);
select access.rule($$ create policy payment_is_taken_back on baskets.payment for update to splot_app using ({scope coordinate}) with check ({scope coordinate}) $$);
grant select on baskets.budget, baskets.payment to splot_app;
grant insert (id, partnership_id, amount_grosz, period, set_by) on baskets.budget to splot_app;
grant insert (id, item_id, scope_id, amount_grosz, paid_on, entered_by) on baskets.payment to splot_app;
grant update (taken_back_at) on baskets.payment to splot_app;
grant select on baskets.family_limit, baskets.need, baskets.item_time, baskets.put_aside to splot_app;
grant insert (id, scope_id, kind, number, weekdays, at, language, words, about, added_by) on baskets.family_limit to splot_app;
grant update (ended_at) on baskets.family_limit to splot_app;
grant insert (id, scope_id, goal_id, goal_class, service_kind, class, person_id, times, minutes, added_by) on baskets.need to splot_app;
grant update (dropped_at) on baskets.need to splot_app;
grant insert, delete on baskets.item_time to splot_app;
grant insert (scope_id, facts, services, put_aside_by) on baskets.put_aside to splot_app;
select access.names_people('baskets.family_limit');

-- Whoever reads an item reads what its institution was asked for it, and said.
select access.rule($$ create policy asking_is_seen on baskets.asking for select to splot_app using (item_id in (select id from baskets.item)) $$);
create policy point_of_item_is_seen on referrals.point for select to splot_app
  using (exists (select from baskets.asking a where a.point_id = point.id));
create policy referral_of_item_is_seen on referrals.referral for select to splot_app
  using (exists (select from baskets.asking a where a.referral_id = referral.id));
create policy feedback_of_item_is_seen on referrals.feedback for select to splot_app
  using (exists (select from baskets.asking a where a.point_id = feedback.point_id));
grant select on baskets.asking to splot_app;

-- A referral that joined a case is read there like any entry of its institution, while what opened it to whoever leads holds, or who
-- sent it wrote down who agreed; by nobody whom its sender keeps from it.
select access.rule($$
  create policy joined_referral_is_seen on baskets.joined_referral for select to splot_app
    using (left_at is null and {entry} and (agreed_by is not null or baskets.is_told_still(scope_id, institution_id, about[1], written_at))
      and referral_id <> all ((select access.barred_to_me())::uuid[]))
$$);
do $$
declare part text;
begin
  foreach part in array array['point', 'particulars', 'feedback'] loop
    execute format('create policy %1$s_of_joined_is_seen on referrals.%1$I for select to splot_app
      using (exists (select from baskets.joined_referral j where j.referral_id = %1$I.referral_id))', part);
  end loop;
end $$;
create policy shown_of_joined_is_seen on referrals.shown_to_guest for select to splot_app
  using (exists (select from baskets.joined_referral j where j.referral_id = shown_to_guest.scope_id));
create policy joined_is_seen on referrals.referral for select to splot_app
  using (exists (select from baskets.joined_referral j where j.referral_id = referral.id));
create policy attachment_of_joined_is_seen on files.file for select to splot_app
  using (exists (select from baskets.joined_referral j where j.referral_id = file.about_id and j.referral_id = file.scope_id));
grant select on baskets.joined_referral to splot_app;

select cases.takes_while_open('baskets.goal', 'baskets.item', 'baskets.item_person', 'baskets.gap', 'baskets.family_limit', 'baskets.need',
  'baskets.item_time', 'baskets.put_aside', 'baskets.payment');
