-- The instant at which a last day ends: midnight in Warsaw after it.
create function splot.end_of_day(last_day date) returns timestamptz
language sql stable parallel safe
return (last_day + 1)::timestamp at time zone 'Europe/Warsaw';
grant execute on function splot.end_of_day(date) to splot_app, splot_jobs;

create function splot.start_of_day(first_day date) returns timestamptz
language sql stable parallel safe
return first_day::timestamp at time zone 'Europe/Warsaw';
grant execute on function splot.start_of_day(date) to splot_app, splot_jobs;

-- What somebody looks for, folded as names are; null when they typed no letter or digit, so that it is like nothing.
create function splot.sought(asked text) returns text
language sql immutable parallel safe set search_path = '' as
$$ select nullif(splot.folded(asked), '') $$;
grant execute on function splot.sought(text) to splot_app, splot_jobs;

-- Does a period hold now or begin later?
create function splot.is_or_will_be(period tstzrange) returns boolean
language sql stable parallel safe return not isempty(period) and (upper_inf(period) or upper(period) > now());
grant execute on function splot.is_or_will_be(tstzrange) to splot_app;

-- A number for those who do not see what is counted: none below five, then bands.
create function splot.band(n bigint) returns text
language sql immutable parallel safe set search_path = '' as $$
  select case when n < 5 then 'under_5' when n < 10 then 'from_5' when n < 20 then 'from_10' when n < 50 then 'from_20' else 'from_50' end
$$;

-- A period that someone relied on only ever ends: its beginning stays, it does not grow, and its end is not put back
-- to before the present. A trigger of tables whose `period` the app may change.
create function splot.period_only_ends() returns trigger language plpgsql set search_path = '' as $$
begin
  if old.period = new.period or new.period <@ old.period
    and (isempty(new.period) and lower(old.period) >= now()
      or lower(new.period) = lower(old.period) and upper(new.period) >= least(now(), upper(old.period))) then return new; end if;
  raise exception 'a period may only end' using errcode = 'SP001', schema = 'http', constraint = 'period_only_ends';
end $$;
grant execute on function splot.period_only_ends() to splot_app, splot_jobs;
