grant usage on schema extensions, splot to splot_app, splot_jobs, splot_identity;
grant execute on function splot.today_pl(), splot.folded(text) to splot_app, splot_jobs;
