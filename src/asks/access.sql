grant usage on schema asks to splot_app, splot_jobs;

-- Asks are read through questions alone (asks.waiting_for_me, asks.i_wait_for): each side sees other columns of them.
