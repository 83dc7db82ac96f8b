-- Whether people work in Polish offices on a day: not on Saturdays, Sundays and public holidays.
create function splot.is_working_day(day date) returns boolean
language sql stable parallel safe security definer set search_path = '' as $$
  select extract(isodow from is_working_day.day) < 6 and not exists (select from deadlines.holiday h where h.day = is_working_day.day)
$$;
grant execute on function splot.is_working_day(date) to splot_app, splot_jobs;

-- The day that is so many working days after another; 0 gives that day itself, or the next working one.
create function splot.add_working_days(day date, count int) returns date
language sql stable parallel safe security definer set search_path = '' as $$
  select d::date from generate_series(add_working_days.day, add_working_days.day + 14 + 2 * count, interval '1 day') d
  where extract(isodow from d) < 6 and not exists (select from deadlines.holiday h where h.day = d::date)
  order by d offset count limit 1
$$;
grant execute on function splot.add_working_days(date, int) to splot_app, splot_jobs;

-- How many days from Monday to Friday lie before a day, since Monday, 3 January 2000.
create function splot.weekdays_before(day date) returns int
language sql immutable parallel safe
return 5 * ((day - date '2000-01-03') / 7) + least((day - date '2000-01-03') % 7, 5);
grant execute on function splot.weekdays_before(date) to splot_app, splot_jobs;

-- Working days used by another day since one, which begins with the first working day: the inverse of adding them. None when
-- the other lies before.
create function splot.working_days_between(since date, until date) returns int
language sql stable parallel safe security definer set search_path = '' as $$
  select greatest(splot.weekdays_before(until + 1) - splot.weekdays_before(since) - 1 - (
    select count(*)::int from deadlines.holiday h where h.day between since and until and extract(isodow from h.day) < 6), 0)
$$;
grant execute on function splot.working_days_between(date, date) to splot_app, splot_jobs;
