-- Deeds on what grants access ---------------------------------------------------------------------------------------
-- They change what opens and closes sight, so each is one function that checks its actor and locks its own row first.

-- Begins the agreement once every founding party has signed. The parties that declared and signed accede with it.
-- Asked by the head of a party or of the leading institution; answers whether the agreement is in force now, or will
-- be from its planned first day.
create function partnerships.bring_into_force(the_agreement uuid) returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  a partnerships.agreement;
  mine uuid := institutions.i_head();
  begins timestamptz;
begin
  select * into a from partnerships.agreement where id = the_agreement and (
    partnership_id in (select partnerships.i_lead_as_head())
    or exists (select from partnerships.agreement_party p where p.agreement_id = the_agreement and p.institution_id = mine))
  for update;
  if not found or coalesce(upper(a.in_force), splot.start_of_day(upper(a.planned))) <= now() then return false; end if;
  begins := greatest(now(), lower(a.in_force), splot.start_of_day(lower(a.planned)));
  if a.in_force is null then
    if exists (select from partnerships.agreement_party where agreement_id = the_agreement and founding and signed_on is null)
      or not exists (select from partnerships.agreement_party where agreement_id = the_agreement and founding)
      -- An agreement that follows another begins when that one ends.
      or exists (select from partnerships.agreement b where b.partnership_id = a.partnership_id
        and b.in_force && tstzrange(begins, splot.start_of_day(upper(a.planned)))) then
      return false;
    end if;
    update partnerships.agreement set version = version + 1, in_force = tstzrange(begins, splot.start_of_day(upper(a.planned)))
    where id = the_agreement;
  end if;
  update partnerships.membership m set period = tstzrange(begins, null), version = version + 1
  from partnerships.agreement_party p
  where p.agreement_id = the_agreement and p.institution_id = m.institution_id and p.signed_on is not null
    and m.partnership_id = a.partnership_id and m.period is null and m.declared_on is not null and m.left_because is null
    and not exists (select from partnerships.membership o where o.partnership_id = m.partnership_id
      and o.institution_id = m.institution_id and o.period && tstzrange(begins, null));
  return true;
end $$;
grant execute on function partnerships.bring_into_force(uuid) to splot_app;
