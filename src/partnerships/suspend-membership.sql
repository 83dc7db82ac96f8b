-- Which membership the asking head may suspend or resume: their own institution's, or, leading, another's.
create function partnerships.membership_in_my_hands(membership uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from partnerships.membership m join partnerships.partnership p on p.id = m.partnership_id
    where m.id = membership and (m.institution_id = institutions.i_head_myself() or p.leading_institution_id = institutions.i_head_myself()))
$$;

create function partnerships.suspend_membership(id uuid, membership uuid, until timestamptz, because text) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  if not partnerships.membership_in_my_hands(membership) or until <= now() then return false; end if;
  perform from partnerships.membership m join partnerships.partnership p on p.id = m.partnership_id
  where m.id = membership and m.left_because is null and m.period @> now() and m.institution_id <> p.leading_institution_id for update of m;
  if not found or exists (select from partnerships.membership_suspension s
      where s.membership_id = membership and s.period && tstzrange(now(), until)) then return false; end if;
  insert into partnerships.membership_suspension (id, membership_id, period, reason, by_institution_id)
  values (suspend_membership.id, membership, tstzrange(now(), until), because, institutions.my_institution());
  update partnerships.membership m set version = version + 1 where m.id = membership;
  return true;
end $$;
grant execute on function partnerships.suspend_membership(uuid, uuid, timestamptz, text) to splot_app;

-- Ends a suspension, by the institution whose decision it was: who was suspended does not lift it themselves.
create function partnerships.resume_membership(membership uuid) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  if not partnerships.membership_in_my_hands(membership) then return false; end if;
  perform from partnerships.membership m where m.id = membership for update;
  update partnerships.membership_suspension set period = tstzrange(lower(period), greatest(now(), lower(period)))
  where membership_id = membership and period @> now() and by_institution_id is not distinct from institutions.my_institution();
  if not found then return false; end if;
  update partnerships.membership m set version = version + 1 where m.id = membership;
  return true;
end $$;
grant execute on function partnerships.resume_membership(uuid) to splot_app;
