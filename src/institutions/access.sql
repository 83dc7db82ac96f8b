grant usage on schema institutions to splot_app, splot_jobs;

-- Institutions are public; their head keeps them up to date.
create policy institution_is_seen on institutions.institution for select to splot_app using (true);
create policy area_is_seen on institutions.area for select to splot_app using (true);
create policy head_keeps_institution on institutions.institution for update to splot_app using (id = (select institutions.i_head()));
create policy head_keeps_area on institutions.area for all to splot_app
  using (institution_id = (select institutions.i_head())) with check (institution_id = (select institutions.i_head()));

-- Workers see the colleagues of their institution (partners add a rule of their own); the head takes on and ends work.
-- PostgreSQL asks the policies of a table from the last name to the first: this one costs least and lets most through.
create policy worker_of_mine_is_seen on institutions.worker for select to splot_app
  using (institution_id = (select institutions.my_institution()));
create policy head_takes_on on institutions.worker for insert to splot_app with check (institution_id = (select institutions.i_head()));
create policy head_or_self_keeps_worker on institutions.worker for update to splot_app
  using (institution_id = (select institutions.i_head()) or id = (select institutions.me()))
  with check (institution_id = (select institutions.i_head()) or id = (select institutions.me()));
create policy head_is_seen on institutions.head for select to splot_app using (true);
-- The next head is named by institutions.name_head. The head in their own right gives a stand-in and the officers'
-- parts; who stands in gives the duty only.
create policy delegation_is_seen on institutions.delegation for select to splot_app
  using (institution_id = (select institutions.my_institution()));
create policy head_delegates on institutions.delegation for insert to splot_app with check (
  given_by = access.me() and (institution_id = (select institutions.i_head_myself())
    or part = 'duty' and institution_id = (select institutions.i_head())));
create policy head_ends_delegation on institutions.delegation for update to splot_app using (
  institution_id = (select institutions.i_head_myself())
  or part = 'duty' and institution_id = (select institutions.i_head()));

-- When somebody is on duty is public, as the institution is; its head says so.
create policy duty_hours_are_seen on institutions.duty_hours for select to splot_app using (true);
create policy head_keeps_duty_hours on institutions.duty_hours for all to splot_app
  using (institution_id = (select institutions.i_head())) with check (institution_id = (select institutions.i_head()));
-- Colleagues know who is away; one says so oneself, or the head does.
create policy absence_is_seen on institutions.absence for select to splot_app
  using (institution_id = (select institutions.my_institution()));
create policy absence_is_noted on institutions.absence for insert to splot_app with check (noted_by = access.me()
  and (institution_id = (select institutions.i_head()) or worker_id = (select institutions.me())));
create policy absence_ends on institutions.absence for update to splot_app
  using (institution_id = (select institutions.i_head()) or worker_id = (select institutions.me()));
grant select, insert, delete on institutions.duty_hours to splot_app;
grant select, insert on institutions.absence to splot_app;
-- They know as well who does whose work meanwhile.
create policy cover_is_seen on institutions.cover for select to splot_app
  using (institution_id = (select institutions.my_institution()));
grant select on institutions.cover to splot_app;
grant update (period) on institutions.absence to splot_app;

-- Colleagues know whose second factor is lost, for one of them confirms it.
create policy colleagues_know_reset on institutions.factor_reset for select to splot_app
  using (institution_id = (select institutions.my_institution()));
grant select on institutions.factor_reset to splot_app;

-- What is written in the journal, and who looked, names the institution that the worker acts for.
create policy written_for_my_institution on journal.entry as restrictive for insert to splot_app
  with check (institution_id is not distinct from (select institutions.my_institution()));
create policy looked_for_my_institution on journal.look as restrictive for insert to splot_app
  with check (institution_id = (select institutions.my_institution()));

-- Which account a worker is stays untold: it would join the employments of one person.
grant select on institutions.institution, institutions.area, institutions.head, institutions.delegation to splot_app;
grant select (id, institution_id, given_name, family_name, position, social_worker, service_number, phone, phone_hours, email, period, version)
  on institutions.worker to splot_app;
grant update (name, short_name, locality, address, phone, email, duty_phone, factor_for_all, residents, version) on institutions.institution to splot_app;
grant insert, delete on institutions.area to splot_app;
grant insert on institutions.worker, institutions.delegation to splot_app;
grant update (given_name, family_name, position, social_worker, service_number, phone, phone_hours, email, version) on institutions.worker to splot_app;
grant update (period) on institutions.delegation to splot_app;
