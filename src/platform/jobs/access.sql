grant usage on schema jobs to splot_app, splot_jobs, splot_identity;
