-- A closed case takes nothing but what is meant for it: it is read, printed and exported, kept from somebody, opened again;
-- what was said too much is taken back; how it was to work together, and what somebody saw who looked in on the family, is
-- written down. Everything else waits until it is opened again. Held, it is not closed meanwhile.
create function cases.is_closed(scope uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from cases."case" c where c.id = scope and not cases.open_during(c.id) @> clock_timestamp())
$$;

create function cases.must_be_open(scope uuid) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform from cases.opening o where o.case_id = scope and upper_inf(o.period) for share;
  if not found and cases.is_closed(scope) then
    raise exception 'the case is closed' using errcode = 'SP001', schema = 'cases', constraint = 'case_is_closed';
  end if;
end $$;

-- The same of what the app writes without a function of ours. It is told after all else was asked, to whoever may.
create function cases.written_while_open() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform cases.must_be_open(coalesce(new.scope_id, old.scope_id));
  return null;
end $$;

create function cases.takes_while_open(variadic things regclass[]) returns void
language plpgsql set search_path = '' as $$
declare thing regclass;
begin
  foreach thing in array things loop
    execute format('create trigger written_while_open after insert or update or delete on %s for each row
      when (current_user = ''splot_app'') execute function cases.written_while_open()', thing);
  end loop;
end $$;

-- A task rests while its case is closed: a question of `worklist`.
create function worklist.rests(scope uuid) returns boolean
language sql stable security definer set search_path = '' as $$ select cases.is_closed(scope) $$;
grant execute on function worklist.rests(uuid) to splot_app;
