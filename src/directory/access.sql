grant usage on schema directory to splot_app, splot_jobs;
