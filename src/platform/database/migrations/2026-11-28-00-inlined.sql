-- The only "today", parsed when made, so that it becomes part of what asks.
create or replace function splot.today_pl() returns date
language sql stable parallel safe
return (now() at time zone 'Europe/Warsaw')::date;
