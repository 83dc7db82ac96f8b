grant usage on schema oversight to splot_app;

-- That a record was asked for, by whom and why: the officers of the institution know at once, its head from the
-- instant at which the purpose lets them know.
create policy record_is_known on oversight.record for select to splot_app using (
  institution_id = (select oversight.i_oversee())
  or institution_id = (select institutions.i_head()) and head_told_from <= now());
grant select on oversight.record to splot_app;
