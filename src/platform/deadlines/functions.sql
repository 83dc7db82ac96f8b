-- Whether people work in Polish offices on a day: not on Saturdays, Sundays and public holidays.
create function splot.is_working_day(day date) returns boolean
language sql stable parallel safe security definer set search_path = '' as $$
  select extract(isodow from is_working_day.day) < 6 and not exists (select from deadlines.holiday h where h.day = is_working_day.day)
$$;
grant execute on function splot.is_working_day(date) to splot_app, splot_jobs;

-- The day from Monday to Friday that is so many of them after another of them.
create function splot.weekday_after(day date, count int) returns date
language sql immutable parallel safe
return day - (extract(isodow from day)::int - 1) + 7 * ((extract(isodow from day)::int - 1 + count) / 5) + (extract(isodow from day)::int - 1 + count) % 5;
grant execute on function splot.weekday_after(date, int) to splot_app, splot_jobs;

-- The day that is so many working days after another, which itself does not count (Code of Administrative Procedure, art.
-- 57 § 1); 0 gives that day itself, or the next working one.
create function splot.add_working_days(day date, count int) returns date
language plpgsql stable parallel safe security definer set search_path = '' as $$
declare
  -- Of a weekend, the Friday before it: the first day after both is the same.
  reached date := add_working_days.day - greatest(extract(isodow from add_working_days.day)::int - 5, 0);
  missing int := add_working_days.count;
  next date;
begin
  if missing = 0 then
    reached := add_working_days.day;
    while not splot.is_working_day(reached) loop reached := reached + 1; end loop;
  end if;
  -- As many weekdays on as are missing; then as many as there were holidays among them.
  while missing > 0 loop
    next := splot.weekday_after(reached, missing);
    missing := (select count(*) from deadlines.holiday h where h.day > reached and h.day <= next and extract(isodow from h.day) < 6);
    reached := next;
  end loop;
  return reached;
end $$;
grant execute on function splot.add_working_days(date, int) to splot_app, splot_jobs;

-- How many days from Monday to Friday lie before a day, since Monday, 3 January 2000.
create function splot.weekdays_before(day date) returns int
language sql immutable parallel safe
return 5 * ((day - date '2000-01-03') / 7) + least((day - date '2000-01-03') % 7, 5);
grant execute on function splot.weekdays_before(date) to splot_app, splot_jobs;

-- Working days used by another day since one, which itself does not count: the inverse of adding them. None when the other
-- lies before.
create function splot.working_days_between(since date, until date) returns int
language sql stable parallel safe security definer set search_path = '' as $$
  select greatest(splot.weekdays_before(until + 1) - splot.weekdays_before(since + 1) - (
    select count(*)::int from deadlines.holiday h where h.day > since and h.day <= until and extract(isodow from h.day) < 6), 0)
$$;
grant execute on function splot.working_days_between(date, date) to splot_app, splot_jobs;
