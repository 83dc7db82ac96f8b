create schema extensions;
create extension pg_trgm schema extensions;
create extension unaccent schema extensions;
create extension fuzzystrmatch schema extensions;
create extension btree_gist schema extensions;
create extension btree_gin schema extensions;

-- What this installation was made as, for good: its mode.
create table splot.setting (
  name text primary key,
  value text not null
);

-- The only "today": the day it is in Poland. A server that runs on UTC is a day behind at 23:30.
create function splot.today_pl() returns date
language sql stable parallel safe set search_path = '' as
$$ select (now() at time zone 'Europe/Warsaw')::date $$;

-- Folds a name the way people search for it: no case, no Polish letters, no punctuation.
create function splot.folded(name text) returns text
language sql immutable strict parallel safe set search_path = '' as
$$ select trim(regexp_replace(lower(extensions.unaccent('extensions.unaccent', name)), '[^a-z0-9]+', ' ', 'g')) $$;
