grant usage on schema mail to splot_app, splot_jobs, splot_identity;
