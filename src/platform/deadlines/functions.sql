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
  where splot.is_working_day(d::date) order by d offset count limit 1
$$;
grant execute on function splot.add_working_days(date, int) to splot_app, splot_jobs;

-- Working days used by another day since one, which begins with the first working day: the inverse of adding them. None when
-- the other lies before.
create function splot.working_days_between(since date, until date) returns int
language sql stable parallel safe security definer set search_path = '' as $$
  select count(*)::int from generate_series(splot.add_working_days(since, 0) + 1, until, interval '1 day') d
  where splot.is_working_day(d::date)
$$;
grant execute on function splot.working_days_between(date, date) to splot_app, splot_jobs;
