grant usage on schema copies to splot_app;
