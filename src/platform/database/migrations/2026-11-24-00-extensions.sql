create schema extensions;
create extension pg_trgm schema extensions;
create extension unaccent schema extensions;
create extension fuzzystrmatch schema extensions;
create extension btree_gist schema extensions;
create extension btree_gin schema extensions;
grant usage on schema extensions, splot to splot_app, splot_jobs, splot_identity;

-- What this installation was made as, for good: its mode.
create table splot.setting (
  name text primary key,
  value text not null
);

-- The only "today": the day it is in Poland. A server that runs on UTC is a day behind at 23:30.
create function splot.today_pl() returns date
language sql stable parallel safe set search_path = '' as
$$ select (now() at time zone 'Europe/Warsaw')::date $$;

-- The instant at which a last day ends: midnight in Warsaw after it.
create function splot.end_of_day(last_day date) returns timestamptz
language sql stable parallel safe set search_path = '' as
$$ select (last_day + 1)::timestamp at time zone 'Europe/Warsaw' $$;

create function splot.start_of_day(first_day date) returns timestamptz
language sql stable parallel safe set search_path = '' as
$$ select first_day::timestamp at time zone 'Europe/Warsaw' $$;

-- A period that someone relied on only ever ends: its beginning stays, it does not grow, and its end is not put back
-- to before the present. A trigger of tables whose `period` the app may change.
create function splot.period_only_ends() returns trigger language plpgsql set search_path = '' as $$
begin
  if old.period = new.period or new.period <@ old.period
    and (isempty(new.period) and lower(old.period) >= now()
      or lower(new.period) = lower(old.period) and upper(new.period) >= least(now(), upper(old.period))) then return new; end if;
  raise exception 'a period may only end' using errcode = 'SP001';
end $$;

-- Folds a name the way people search for it: no case, no Polish letters, no punctuation.
create function splot.folded(name text) returns text
language sql immutable strict parallel safe set search_path = '' as
$$ select trim(regexp_replace(lower(extensions.unaccent('extensions.unaccent', name)), '[^a-z0-9]+', ' ', 'g')) $$;

grant execute on all functions in schema splot to splot_app, splot_jobs;
revoke execute on function splot.drop_policies(), splot.close_open_doors() from splot_app, splot_jobs;
