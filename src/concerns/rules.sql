-- A case that was opened by mistake never was: what was taken up by it, or attached to it, waits for an answer again. Where it
-- went may have left since, or lead no more.
create function concerns.case_voided() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update concerns.concern k set state = 'new', answered_at = null, answered_by = null, case_id = null, began = false, version = k.version + 1,
    addressed_to = case when k.violence or concerns.read_for(p.id, k.addressed_to) is null then p.leading_institution_id else k.addressed_to end
  from partnerships.partnership p where p.id = k.partnership_id and k.case_id = new.id;
  return null;
end $$;

create trigger concerns_wait_again after update of voided_at on cases."case" for each row
  when (old.voided_at is null and new.voided_at is not null) execute function concerns.case_voided();

-- A concern that waits with an institution that leaves waits from now on with the leading one.
create function concerns.member_left() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update concerns.concern k set addressed_to = p.leading_institution_id, version = k.version + 1
  from partnerships.partnership p
  where p.id = new.partnership_id and k.partnership_id = p.id and k.addressed_to = new.institution_id and k.state = 'new';
  return null;
end $$;

create trigger concerns_wait_with_the_leader after update of left_because on partnerships.membership for each row
  when (old.left_because is null and new.left_because is not null) execute function concerns.member_left();

-- Concerns of violence that wait with the institution that led the partnership wait from now on with the one that leads.
create function concerns.leader_changed() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update concerns.concern k set addressed_to = new.leading_institution_id, version = k.version + 1
  where k.partnership_id = new.id and k.violence and k.state = 'new' and k.addressed_to = old.leading_institution_id;
  return null;
end $$;

create trigger violence_goes_along after update of leading_institution_id on partnerships.partnership for each row
  when (old.leading_institution_id is distinct from new.leading_institution_id) execute function concerns.leader_changed();
