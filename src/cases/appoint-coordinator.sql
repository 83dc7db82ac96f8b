-- Appoints a coordinator from the leading institution's workers, in place of the present one. The head's deed.
create function cases.appoint_coordinator(id uuid, case_id uuid, worker uuid) returns text
language plpgsql security definer set search_path = '' as $$
begin
  if not cases.begin_deed(case_id, 'head') then return 'not-found'; end if;
  if not exists (select from institutions.worker w join cases.lead l on l.institution_id = w.institution_id and l.period @> now()
      where l.case_id = appoint_coordinator.case_id and w.id = worker and w.period @> now()) then return 'not-our-worker'; end if;
  if institutions.is_officer(worker) then return 'is-an-officer'; end if;
  if exists (select from access.barred b where b.scope_id = appoint_coordinator.case_id and b.worker_id = worker and b.valid @> now()) then return 'worker-excluded'; end if;
  if exists (select from cases.coordinator c where c.case_id = appoint_coordinator.case_id and c.worker_id = worker and c.period @> now()) then
    return 'already-coordinator';
  end if;
  update cases.coordinator c set period = tstzrange(lower(c.period), greatest(now(), lower(c.period)))
  where c.case_id = appoint_coordinator.case_id and c.period @> now();
  insert into cases.coordinator (id, case_id, worker_id, appointed_by) values (id, case_id, worker, access.me());
  return null;
end $$;
grant execute on function cases.appoint_coordinator(uuid, uuid, uuid) to splot_app;
