-- Code lists are data that travels between installations: codes are never reused, labels may be improved, an entry
-- ends by its period. Each list is a table of the slice that owns it, so facts refer to it by a foreign key.
create schema codes;

create table codes.list (
  no int generated always as identity, -- the order of making: a list refers only to earlier ones
  name text primary key,
  title_pl text,
  title_en text
);

-- Makes the table of a list, with what every list has and the columns that this one adds.
create function codes.create_list(name text, extra text default '') returns void
language plpgsql set search_path = '' as $$
begin
  execute format(
    'create table %s (code text primary key check (code ~ ''^[a-z][a-z0-9_]*$''), pl text not null, en text not null,
       position int not null default 0, valid_from date, valid_to date %s)',
    name, case when extra = '' then '' else ', ' || extra end);
  execute format('grant select on %s to splot_app, splot_jobs', name);
  insert into codes.list (name) values (name);
end $$;
