grant usage on schema families to splot_app, splot_jobs;
