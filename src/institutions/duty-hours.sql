-- The day of the week by which duty hours go: 1 (Monday) to 7, and 8 on a public holiday.
create function institutions.duty_weekday(day date) returns int
language sql stable security definer set search_path = '' as $$
  select case when exists (select from deadlines.holiday h where h.day = duty_weekday.day) then 8 else extract(isodow from duty_weekday.day)::int end
$$;

-- When an institution is on duty on a day, in instants; 24:00 is the next midnight in Poland. Of hours that the clock leaps
-- over nothing is left.
create function institutions.duty_on(institution uuid, day date) returns tstzrange
language sql stable security definer set search_path = '' as $$
  select tstzrange(least(d.begins, d.ends), d.ends) from institutions.duty_hours h cross join lateral (
    select (duty_on.day + h.begins) at time zone 'Europe/Warsaw', (duty_on.day + h.ends) at time zone 'Europe/Warsaw') d (begins, ends)
  where h.institution_id = institution and h.weekday = institutions.duty_weekday(duty_on.day)
$$;

-- Until when an institution is on duty now; null while it is not.
create function institutions.on_duty_until(institution uuid) returns timestamptz
language sql stable security definer set search_path = '' as $$
  select upper(d) from institutions.duty_on(institution, splot.today_pl()) d where d @> clock_timestamp()
$$;

-- When an institution is on duty next, within a month; null where it keeps no duty hours.
create function institutions.next_on_duty(institution uuid) returns timestamptz
language sql stable security definer set search_path = '' as $$
  select min(lower(d)) from generate_series(0, 31) ahead cross join lateral institutions.duty_on(institution, splot.today_pl() + ahead) d
  where lower(d) > clock_timestamp()
$$;

create trigger only_ends before update on institutions.absence for each row execute function splot.period_only_ends();
