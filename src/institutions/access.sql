-- Institutions are public; their head keeps them up to date.
create policy institution_is_seen on institutions.institution for select to splot_app using (true);
create policy area_is_seen on institutions.area for select to splot_app using (true);
create policy head_keeps_institution on institutions.institution for update to splot_app using (id = institutions.i_head());
create policy head_keeps_area on institutions.area for all to splot_app
  using (institution_id = institutions.i_head()) with check (institution_id = institutions.i_head());

-- Workers see the colleagues of their institution (partners add a rule of their own); the head takes on and ends work.
create policy colleague_is_seen on institutions.worker for select to splot_app using (institution_id = institutions.my_institution());
create policy head_takes_on on institutions.worker for insert to splot_app with check (institution_id = institutions.i_head());
create policy head_or_self_keeps_worker on institutions.worker for update to splot_app
  using (institution_id = institutions.i_head() or id = access.me())
  with check (institution_id = institutions.i_head() or id = access.me());
create policy head_is_seen on institutions.head for select to splot_app using (true);
create policy head_names_next_head on institutions.head for insert to splot_app with check (institution_id = institutions.i_head());
create policy head_ends on institutions.head for update to splot_app using (institution_id = institutions.i_head());
create policy delegation_is_seen on institutions.delegation for select to splot_app using (institution_id = institutions.my_institution());
create policy head_delegates on institutions.delegation for insert to splot_app with check (
  institution_id = institutions.i_head() and given_by = access.me());
create policy head_ends_delegation on institutions.delegation for update to splot_app using (institution_id = institutions.i_head());

grant select on institutions.institution, institutions.area, institutions.worker, institutions.head, institutions.delegation to splot_app;
grant update (name, short_name, locality, address, phone, email, version) on institutions.institution to splot_app;
grant insert, delete on institutions.area to splot_app;
grant insert on institutions.worker, institutions.head, institutions.delegation to splot_app;
grant update (given_name, family_name, position, social_worker, service_number, phone, phone_hours, email, version) on institutions.worker to splot_app;
grant update (period) on institutions.head, institutions.delegation to splot_app;
