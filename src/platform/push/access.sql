grant usage on schema push to splot_app, splot_jobs;
