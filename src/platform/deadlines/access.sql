grant usage on schema deadlines to splot_app, splot_jobs;
