grant usage on schema families to splot_app, splot_jobs;
-- Steps of what was there before these rules.
select families.derive_steps(array(select id from cases."case"));
