-- Suspends the agreement that holds, as the partnership decided, and ends that again: the leading institution's head.
create function partnerships.suspend_agreement(id uuid, agreement uuid, until timestamptz, decided date, because text) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  perform from partnerships.agreement a
  where a.id = agreement and a.partnership_id in (select partnerships.i_lead_as_head()) and a.in_force @> now() for update of a;
  if not found or until <= now() or exists (select from partnerships.agreement_suspension s
      where s.agreement_id = agreement and s.period && tstzrange(now(), until)) then return false; end if;
  insert into partnerships.agreement_suspension (id, agreement_id, period, decided_on, reason)
  values (suspend_agreement.id, agreement, tstzrange(now(), until), decided, because);
  update partnerships.agreement a set version = version + 1 where a.id = agreement;
  return true;
end $$;
grant execute on function partnerships.suspend_agreement(uuid, uuid, timestamptz, date, text) to splot_app;

create function partnerships.resume_agreement(agreement uuid) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  perform from partnerships.agreement a
  where a.id = agreement and a.partnership_id in (select partnerships.i_lead_as_head()) for update of a;
  if not found then return false; end if;
  update partnerships.agreement_suspension set period = tstzrange(lower(period), greatest(now(), lower(period)))
  where agreement_id = agreement and period @> now();
  if not found then return false; end if;
  update partnerships.agreement a set version = version + 1 where a.id = agreement;
  return true;
end $$;
grant execute on function partnerships.resume_agreement(uuid) to splot_app;
