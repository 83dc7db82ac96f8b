grant usage on schema households to splot_app, splot_jobs;

-- A household is seen through a case about it, also by whoever knows one of its people there. Its people: all of them by the leading institution's team, one of
-- them by whoever has a basis for that person. Where it is and how to reach it, by those who hold `whereabouts`.
select access.rule($$
  create policy household_is_seen on households.household for select to splot_app using (
    {scope named on id} or exists (select from households.member m where m.household_id = household.id))
$$);
select access.rule($$
  create policy address_is_seen on households.address for select to splot_app using (
    household_id = any ((select access.my_whole_scopes('whereabouts'))::uuid[])
    or (not protected and {scope whereabouts on household_id}))
$$);
select access.rule($$
  create policy member_is_seen on households.member for select to splot_app using ({person file on household_id, person_id})
$$);
create policy person_is_seen on households.person for select to splot_app
  using (id = any (array(select households.people_i_see())));
create policy name_is_seen on households.name for select to splot_app
  using (person_id = any (array(select households.people_i_see())));
select access.rule($$
  create policy relation_is_seen on households.relation for select to splot_app using (
    {person file on household_id, person_id} and {person file on household_id, to_person_id})
$$);
select access.rule($$
  create policy contact_way_is_seen on households.contact_way for select to splot_app using (
    household_id = any ((select access.my_whole_scopes('whereabouts'))::uuid[])
    or (person_id is not null and {person whereabouts on household_id, person_id}))
$$);

-- The leading institution's team keeps them, within its case. Creating goes through households.create_* (intake).
select access.rule($$
  create policy household_is_kept on households.household for update to splot_app using ({scope keep on id}) with check ({scope keep on id})
$$);
select access.rule($$
  create policy address_is_kept on households.address for all to splot_app
  using ({scope keep on household_id}) with check ({scope keep on household_id})
$$);
select access.rule($$
  create policy member_is_kept on households.member for update to splot_app
  using ({scope keep on household_id}) with check ({scope keep on household_id})
$$);
create policy person_is_kept on households.person for update to splot_app
  using (id = any (array(select households.people_i_keep())));
create policy name_is_kept on households.name for insert to splot_app
  with check (person_id = any (array(select households.people_i_keep())));
select access.rule($$
  create policy relation_is_kept on households.relation for all to splot_app
  using ({scope keep on household_id}) with check ({scope keep on household_id}
    and person_id = any (array(select households.people_of(household_id)))
    and to_person_id = any (array(select households.people_of(household_id))))
$$);
select access.rule($$
  create policy contact_way_is_kept on households.contact_way for all to splot_app
  using ({scope keep on household_id}) with check ({scope keep on household_id}
    and (person_id is null or person_id = any (array(select households.people_of(household_id)))))
$$);

grant select on households.household, households.address, households.member, households.name, households.relation,
  households.contact_way to splot_app;
-- Whether somebody was entered apart would tell that the number is known elsewhere.
grant select (id, partnership_id, given_name, family_name, name, birth_date, birth_year, sex, languages, expected, died_on, pesel_sealed, version)
  on households.person to splot_app;
grant insert, update, delete on households.address, households.contact_way to splot_app;
grant insert, delete on households.relation to splot_app;
grant update (authority, contact_forbidden, version) on households.relation to splot_app;
grant update (label, commune, locality, version) on households.household to splot_app;
grant update (part, lives_here, runs_household, period, version) on households.member to splot_app;
grant update (given_name, family_name, birth_date, birth_year, sex, languages, expected, died_on, version) on households.person to splot_app;
grant insert on households.name to splot_app;
