-- A newer TERC file of the statistical office (GUS): units that came, changed their name, or ended, from its day on.
-- What was true before stays: old cases keep the commune that they were about.
create function territory.present_units() returns table (terc text, level text, name text, kind text, parent text)
language sql stable security definer set search_path = '' as $$
  select u.terc, u.level, s.name, s.kind, s.parent from territory.unit u
  join territory.unit_state s on s.terc = u.terc and upper_inf(s.valid)
$$;
grant execute on function territory.present_units() to splot_jobs;

-- The day since which the present state holds: of the file that changed it last, or of what is shipped.
create function territory.holds_since() returns date
language sql stable security definer set search_path = '' as $$
  select greatest(date '2021-01-01', max(lower(s.valid)), max(upper(s.valid))) from territory.unit_state s
$$;
grant execute on function territory.holds_since() to splot_jobs;

create function territory.load_units(units jsonb, since date) returns void
language plpgsql security definer set search_path = '' as $$
begin
  lock table territory.unit_state in share row exclusive mode;
  create temporary table newer on commit drop as
    select * from jsonb_to_recordset(units) as n (terc text, level text, name text, kind text, parent text);
  insert into territory.unit (terc, level) select n.terc, n.level from pg_temp.newer n
    where not exists (select from territory.unit u where u.terc = n.terc) order by length(n.terc);
  update territory.unit_state s set valid = daterange(lower(s.valid), since)
    where upper_inf(s.valid) and (lower(s.valid) is null or lower(s.valid) < since) and not exists (
      select from pg_temp.newer n where n.terc = s.terc and n.name = s.name and n.kind is not distinct from s.kind and n.parent is not distinct from s.parent);
  insert into territory.unit_state (terc, valid, name, kind, parent)
    select n.terc, daterange(since, null), n.name, n.kind, n.parent from pg_temp.newer n
    where not exists (select from territory.unit_state s where s.terc = n.terc and upper_inf(s.valid));
end $$;
grant execute on function territory.load_units(jsonb, date) to splot_jobs;
