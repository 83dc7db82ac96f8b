-- The data protection officer and the auditor watch over what others do in their institution. So that nobody watches over
-- themselves, an officer is, at none of their jobs, a head or stand-in, on duty, a representative or deputy, a coordinator
-- or on a team: whoever is one of the two is not named the other. Whether somebody works with families is a question that
-- only a later slice can answer (institutions.works_with_families).

create function institutions.is_officer(worker uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (
    select from institutions.delegation d join institutions.worker w on w.id = d.worker_id
    where d.worker_id in (select institutions.same_person(is_officer.worker)) and institutions.of_an_officer(d.part)
      and splot.is_or_will_be(d.period) and splot.is_or_will_be(w.period))
$$;

create function institutions.of_an_officer(part text) returns boolean
language sql immutable set search_path = '' as $$ select part in ('data_protection_officer', 'auditor') $$;

-- Told to the head about their own people, before a part is given. What they do elsewhere is not said.
create function institutions.obstacle_to_part(worker uuid, part text) returns text
language sql stable security definer set search_path = '' as $$
  select case
    when not institutions.of_an_officer(obstacle_to_part.part) then case when institutions.is_officer(w.id) then 'is-an-officer' end
    when institutions.works_with_families(w.id) then 'works-with-families' end
  from institutions.worker w where w.id = obstacle_to_part.worker and w.institution_id = institutions.i_head()
$$;
grant execute on function institutions.obstacle_to_part(uuid, text) to splot_app;

-- Whoever is given a part works there at that instant: a deed that was refused before, had it seen that the work ended, begins
-- anew and is refused then.
create function institutions.works_still(worker uuid) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if access.me() is not null and not exists (
    select from institutions.worker w where w.id = works_still.worker and w.period @> clock_timestamp()) then
    raise exception 'their work ended meanwhile' using errcode = 'serialization_failure';
  end if;
end $$;

-- A trigger of what gives a worker a part with families or over people.
create function institutions.no_officer() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform institutions.hold_person(new.worker_id);
  perform institutions.works_still(new.worker_id);
  if institutions.is_officer(new.worker_id) then
    raise exception 'an officer has no other part' using errcode = 'SP001', constraint = 'officers_keep_apart';
  end if;
  return new;
end $$;

create trigger officers_keep_apart before insert on institutions.head for each row execute function institutions.no_officer();
create trigger officers_keep_apart before insert on institutions.delegation for each row
  when (new.part in ('stand_in', 'duty')) execute function institutions.no_officer();

create function institutions.only_an_officer() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform institutions.hold_person(new.worker_id);
  perform institutions.works_still(new.worker_id);
  if institutions.works_with_families(new.worker_id) then
    raise exception 'who has another part is no officer' using errcode = 'SP001', constraint = 'officers_keep_apart';
  end if;
  return new;
end $$;

create trigger officers_are_only_that before insert on institutions.delegation for each row
  when (new.part not in ('stand_in', 'duty')) execute function institutions.only_an_officer();

-- An account with one more job.
create function institutions.jobs_keep_apart() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform institutions.hold_person(new.id);
  if institutions.is_officer(new.id) and institutions.works_with_families(new.id) then
    raise exception 'an officer has no other part' using errcode = 'SP001', constraint = 'officers_keep_apart';
  end if;
  return null;
end $$;

create trigger officers_keep_apart after insert on institutions.worker for each row when (new.account_id is not null)
  execute function institutions.jobs_keep_apart();
create trigger officers_keep_apart_when_known after update on institutions.worker for each row
  when (old.account_id is distinct from new.account_id) execute function institutions.jobs_keep_apart();
