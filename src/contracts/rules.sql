-- What the head of the leading institution, or who stands in, must approve: its file with its people, while it waits.
insert into access.scope_rule values
  ('case', 'contracts.grants_of', null),
  ('household', 'contracts.grants_of_household', null);

create function contracts.grants_of(cases_asked uuid[])
returns table (scope_id uuid, worker_id uuid, about_id uuid, classes text[], valid tstzmultirange, because jsonb)
language sql stable set search_path = '' set plan_cache_mode = force_generic_plan as $$
  select c.scope_id, h.worker_id, null::uuid, array['file', 'health', 'addiction'],
    h.valid * l.period::tstzmultirange * cases.open_during(c.scope_id), jsonb_build_object('reason', 'approval', 'contract', c.id)
  from contracts.social_contract c join cases.lead l on l.case_id = c.scope_id
  cross join lateral institutions.headed(l.institution_id) h
  where c.scope_id = any (cases_asked) and c.state = 'signed' and h.worker_id <> c.drawn_up_by
$$;

create function contracts.grants_of_household(households_asked uuid[])
returns table (scope_id uuid, worker_id uuid, about_id uuid, classes text[], valid tstzmultirange, because jsonb)
language sql stable set search_path = '' set plan_cache_mode = force_generic_plan as $$
  select c.household_id, g.worker_id, null::uuid, array['file'], g.valid, g.because || jsonb_build_object('case', c.id)
  from contracts.grants_of(array(select d.id from cases."case" d where d.household_id = any (households_asked))) g
  join cases."case" c on c.id = g.scope_id
$$;

create function contracts.contract_changed() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform cases.derive(array[new.scope_id]);
  return null;
end $$;

create trigger derives after update on contracts.social_contract for each row
  when (old.state <> new.state and 'signed' in (old.state, new.state)) execute function contracts.contract_changed();
