-- Appoints a coordinator from the leading institution's workers, in place of the present one. The head's deed; where nobody may do
-- it there, that of the head of the partnership's leader (cases.in_place_of_head).
create function cases.appoint_coordinator(id uuid, case_id uuid, worker uuid) returns text
language plpgsql security definer set search_path = '' as $$
begin
  if not (cases.begin_deed(case_id, 'head') or cases.begin_deed(case_id, 'appoint')) then return 'not-found'; end if;
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

-- Whoever has just opened a case proposes themselves as its coordinator: it holds until the head says otherwise. Where the head
-- does it, nobody else is asked.
create function cases.propose_myself(case_id uuid) returns text
language plpgsql security definer set search_path = '' as $$
declare heads constant boolean := exists (select from cases.lead l cross join lateral institutions.headed(l.institution_id) h
  where l.case_id = propose_myself.case_id and upper_inf(l.period) and h.worker_id = access.me() and h.valid @> clock_timestamp());
begin
  if not exists (select from cases."case" c join cases.opening o on o.case_id = c.id and lower(o.period) = now()
      where c.id = propose_myself.case_id and c.opened_by = access.me())
    or exists (select from cases.coordinator k where k.case_id = propose_myself.case_id) then return 'not-found'; end if;
  if institutions.is_officer(access.me()) then return 'is-an-officer'; end if;
  insert into cases.coordinator (id, case_id, worker_id, appointed_by, proposed, confirmed_at, confirmed_by)
  values (uuidv7(), case_id, access.me(), access.me(), true, case when heads then now() end, case when heads then access.me() end);
  return null;
end $$;
grant execute on function cases.propose_myself(uuid) to splot_app;

-- The head agrees that whoever proposed themselves coordinates; nobody to what they proposed themselves.
create function cases.confirm_coordinator(case_id uuid) returns text
language plpgsql security definer set search_path = '' as $$
begin
  if not cases.begin_deed(case_id, 'head') then return 'not-found'; end if;
  update cases.coordinator k set confirmed_at = now(), confirmed_by = access.me()
  where k.case_id = confirm_coordinator.case_id and upper_inf(k.period) and k.proposed and k.confirmed_at is null
    and k.worker_id not in (select institutions.same_person(access.me()));
  return case when not found then 'nobody-proposed' end;
end $$;
grant execute on function cases.confirm_coordinator(uuid) to splot_app;
