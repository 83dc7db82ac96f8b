-- An institution left the partnership: what waits between it and others is not asked any more. What was asked within a case goes
-- back to who coordinates it.
create function referrals.member_left() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update referrals.point p set withdrawn_at = greatest(now(), p.asked_at, p.answered_at), withdrawn_because = 'left_partnership', version = p.version + 1
  from referrals.referral r
  where r.id = p.referral_id and r.scope_id = r.id and r.partnership_id = new.partnership_id and new.institution_id in (r.from_institution_id, r.to_institution_id)
    and p.withdrawn_at is null and (p.answer is null or p.answer = 'returned');
  return null;
end $$;
create trigger referrals_are_not_asked after update of left_because on partnerships.membership for each row
  when (old.left_because is null and new.left_because is not null) execute function referrals.member_left();

-- Whose work ended, or who watches over others from now on, handles nothing any more.
create function referrals.handle_no_more(workers uuid[]) returns void
language sql security definer set search_path = '' as $$
  update referrals.point p set handled_by = null, version = p.version + 1 where p.handled_by = any (workers)
$$;

create function referrals.work_ended() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform referrals.handle_no_more(array[new.id]);
  return null;
end $$;
create trigger handles_no_more after update on institutions.worker for each row
  when (old.period is distinct from new.period and upper(new.period) <= now()) execute function referrals.work_ended();

create function referrals.officer_named() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform referrals.handle_no_more(array(select institutions.same_person(new.worker_id)));
  return null;
end $$;
create trigger handles_no_more after insert on institutions.delegation for each row
  when (new.part not in ('stand_in', 'duty')) execute function referrals.officer_named();

-- Nor does whoever is excluded there.
create function referrals.somebody_barred() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update referrals.point p set handled_by = null, version = p.version + 1 where p.scope_id = new.scope_id and p.handled_by = new.worker_id;
  return null;
end $$;
create trigger handles_no_more after insert on access.barred for each row when (new.valid @> now()) execute function referrals.somebody_barred();
