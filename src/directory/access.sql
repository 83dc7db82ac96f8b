grant usage on schema directory to splot_app, splot_jobs;

-- What is there is for everybody, also for who is not signed in; what must not be found is for those alone who keep it.
create policy service_is_seen on directory.service for select to splot_app
  using (not confidential or institution_id = (select directory.my_keeping()) or partnership_id = any ((select directory.my_kept_partnerships())::uuid[]));
create policy organization_is_seen on directory.organization for select to splot_app
  using (exists (select from directory.service s where s.organization_id = organization.id));
do $$
declare part text;
begin
  foreach part in array array['phone', 'service_at_location', 'schedule', 'service_area', 'places', 'confirmation'] loop
    execute format('create policy part_is_seen on directory.%I for select to splot_app
      using (not confidential or service_id = any ((select directory.my_confidential())::uuid[]))', part);
  end loop;
end $$;
-- What somebody doubts is told to who keeps the entry, and to whoever asked, as long as they may know of it.
create policy doubt_is_seen on directory.doubt for select to splot_app
  using (asked_by = access.me() and not confidential or service_id = any ((select directory.my_services())::uuid[]));

-- Entries are kept by who heads the institution or answers for it, for it or for a partnership that it leads.
create policy keeper_adds_organization on directory.organization for insert to splot_app
  with check (directory.my_keeping() is not null);
create policy keeper_adds on directory.service for insert to splot_app with check (
  added_by = access.me() and (institution_id = (select directory.my_keeping()) or partnership_id = any ((select directory.my_kept_partnerships())::uuid[])));
create policy keeper_changes on directory.service for update to splot_app
  using (institution_id = (select directory.my_keeping()) or partnership_id = any ((select directory.my_kept_partnerships())::uuid[]))
  with check (institution_id = (select directory.my_keeping()) or partnership_id = any ((select directory.my_kept_partnerships())::uuid[]));
do $$
declare part text;
begin
  foreach part in array array['phone', 'service_at_location', 'schedule', 'service_area'] loop
    execute format('create policy keeper_writes on directory.%I for insert to splot_app with check (directory.i_keep(service_id))', part);
    execute format('create policy keeper_takes_off on directory.%I for delete to splot_app using (service_id = any ((select directory.my_services())::uuid[]))', part);
  end loop;
end $$;
create policy keeper_says_places on directory.places for insert to splot_app
  with check (said_by = access.me() and replaced_at is null and directory.i_keep(service_id));
create policy keeper_confirms on directory.confirmation for insert to splot_app
  with check (confirmed_by = access.me() and directory.i_keep(service_id));
create policy anybody_doubts on directory.doubt for insert to splot_app
  with check (asked_by = (select institutions.me()) and not confidential and settled_at is null);
-- Who is not signed in doubts as nobody.
create policy public_doubts on directory.doubt for insert to splot_app
  with check (asked_by is null and (select institutions.me()) is null and not confidential and settled_at is null);

-- Departures, timetables and how long roads are: known to everybody; kept by those who keep entries.
create policy trip_is_seen on directory.trip for select to splot_app using (true);
create policy stop_is_seen on directory.trip_stop for select to splot_app using (true);
create policy factor_is_seen on directory.road_factor for select to splot_app using (true);
create policy keeper_adds_trip on directory.trip for insert to splot_app
  with check (added_by = access.me() and institution_id = (select directory.my_keeping()));
create policy keeper_ends_trip on directory.trip for delete to splot_app using (institution_id = (select directory.my_keeping()));
create policy keeper_adds_stop on directory.trip_stop for insert to splot_app
  with check (trip_id in (select t.id from directory.trip t where t.institution_id = (select directory.my_keeping())));
create policy timetable_is_seen on directory.timetable for select to splot_app using (true);
create policy timetable_stop_is_seen on directory.timetable_stop for select to splot_app using (true);
create policy keeper_brings_timetable on directory.timetable for insert to splot_app
  with check (brought_by = access.me() and institution_id = (select directory.my_keeping()));
create policy keeper_ends_timetable on directory.timetable for delete to splot_app using (institution_id = (select directory.my_keeping()));
create policy keeper_adds_timetable_stop on directory.timetable_stop for insert to splot_app
  with check (timetable_id in (select t.id from directory.timetable t where t.institution_id = (select directory.my_keeping())));
create policy keeper_places_stop on directory.timetable_stop for update to splot_app
  using (timetable_id in (select t.id from directory.timetable t where t.institution_id = (select directory.my_keeping())));
create policy keeper_places_stop_of_trip on directory.trip_stop for update to splot_app
  using (trip_id in (select t.id from directory.trip t where t.institution_id = (select directory.my_keeping())));
create policy leader_sets_factor on directory.road_factor for all to splot_app
  using (directory.i_keep_in_county(county)) with check (set_by = access.me() and directory.i_keep_in_county(county));

grant select on directory.organization, directory.service, directory.phone, directory.service_at_location, directory.schedule,
  directory.service_area, directory.places, directory.confirmation, directory.doubt, directory.trip, directory.trip_stop, directory.timetable, directory.timetable_stop, directory.road_factor to splot_app;
grant insert (id, institution_id, name) on directory.organization to splot_app;
grant insert (id, organization_id, institution_id, partnership_id, kind, name, description, website, email, contact_name, contact_title, how_to_apply,
    referred_by, needs, cost, cost_grosz, cost_words, for_whom, min_age, max_age, target_groups, languages, accessibility, hours_words, own_transport,
    transport_words, neutral_place, confidential, added_by) on directory.service to splot_app;
grant update (kind, name, description, website, email, contact_name, contact_title, how_to_apply,
    referred_by, needs, cost, cost_grosz, cost_words, for_whom, min_age, max_age, target_groups, languages, accessibility, hours_words, own_transport,
    transport_words, neutral_place, confidential, changed_at, checked_at, closed_at, version) on directory.service to splot_app;
grant insert, delete on directory.phone, directory.service_at_location, directory.schedule, directory.service_area to splot_app;
grant insert (id, service_id, confidential, state, free, wait_days, until, said_by) on directory.places to splot_app;
grant insert (id, service_id, confidential, confirmed_by) on directory.confirmation to splot_app;
grant insert (id, service_id, confidential, what, words, asked_by) on directory.doubt to splot_app;
grant insert, delete on directory.trip to splot_app;
grant insert on directory.trip_stop to splot_app;
grant insert, delete on directory.timetable to splot_app;
grant insert, update (commune, locality, chosen) on directory.timetable_stop to splot_app;
grant update (commune, locality) on directory.trip_stop to splot_app;
grant insert, update on directory.road_factor to splot_app;
