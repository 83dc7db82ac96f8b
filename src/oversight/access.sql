grant usage on schema oversight to splot_app;

-- That a record was asked for, by whom and why: the officers of the institution know at once, its head from the
-- instant at which the purpose lets them know; of a family that one of them is kept out of, not they.
create policy record_is_known on oversight.record for select to splot_app using (
  (institution_id = (select oversight.i_oversee()) or institution_id = (select institutions.i_head()) and head_told_from <= now())
  and not oversight.kept_out_of(scope_id));
grant select on oversight.record to splot_app;
