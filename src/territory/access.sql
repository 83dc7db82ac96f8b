grant usage on schema territory to splot_app, splot_jobs;

-- The map of the country is for everybody; units change by the administrator's load of a newer TERC file.
create policy unit_is_seen on territory.unit for select to splot_app, splot_jobs using (true);
create policy state_is_seen on territory.unit_state for select to splot_app, splot_jobs using (true);
create policy locality_is_seen on territory.locality for select to splot_app, splot_jobs using (true);
grant select on territory.unit, territory.unit_state, territory.locality to splot_app, splot_jobs;
