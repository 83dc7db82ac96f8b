-- Easter Sunday of a year (Meeus, Jones, Butcher).
create function deadlines.easter(year int) returns date language plpgsql immutable set search_path = '' as $$
declare
  a constant int := year % 19;
  b constant int := year / 100;
  c constant int := year % 100;
  h constant int := (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  l constant int := (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  m constant int := (a + 11 * h + 22 * l) / 451;
begin
  return make_date(year, (h + l - 7 * m + 114) / 31, (h + l - 7 * m + 114) % 31 + 1);
end $$;

-- Whether offices work on a day: not on Saturdays, Sundays and public holidays.
create function deadlines.is_working_day(day date) returns boolean language sql stable set search_path = '' as $$
  select extract(isodow from is_working_day.day) < 6 and not exists (
    select from deadlines.holiday h
    where is_working_day.day >= coalesce(h.valid_from, '-infinity') and is_working_day.day <= coalesce(h.valid_to, 'infinity')
      and (h.month = extract(month from is_working_day.day) and h.day = extract(day from is_working_day.day)
        or h.after_easter = is_working_day.day - deadlines.easter(extract(year from is_working_day.day)::int)))
$$;
grant execute on function deadlines.is_working_day(date) to splot_app, splot_jobs;

-- The day that is so many working days after another; 0 gives that day itself, or the next working one.
create function deadlines.add_working_days(day date, days int) returns date language plpgsql stable set search_path = '' as $$
declare
  at date := day;
  rest int := days;
begin
  while not deadlines.is_working_day(at) loop at := at + 1; end loop;
  while rest > 0 loop
    at := at + 1;
    if deadlines.is_working_day(at) then rest := rest - 1; end if;
  end loop;
  return at;
end $$;
grant execute on function deadlines.add_working_days(date, int) to splot_app, splot_jobs;
