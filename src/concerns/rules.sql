-- A case that was opened by mistake never was: what was taken up by it, or attached to it, waits for an answer again. Where it
-- went may have left since, or lead no more. Whoever is kept from the family does not read it; a danger is told anew.
create function concerns.case_voided() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  back constant uuid[] := array(
    select k.id from concerns.concern k where k.case_id = new.id
    union select a.concern_id from concerns.attached_unseen a where a.case_id = new.id);
begin
  delete from concerns.attached_unseen a where a.case_id = new.id;
  delete from concerns.told t where t.concern_id = any (back);
  delete from concerns.step s where s.concern_id = any (back);
  insert into asks.kept_with (subject_id, scope_id) select b, new.household_id from unnest(back) b;
  update concerns.concern k set state = 'new', answered_at = null, answered_by = null, case_id = null, began = false, version = k.version + 1,
    unheard_at = null, unheard_told_at = null,
    addressed_to = case when k.violence or not concerns.is_read_at(k.id, k.addressed_to) then p.leading_institution_id else k.addressed_to end
  from partnerships.partnership p where p.id = k.partnership_id and k.id = any (back);
  return null;
end $$;

-- Whether somebody who takes in or heads where a concern lies with an institution is not kept from it.
create function concerns.is_read_at(concern uuid, institution uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from concerns.concern c join institutions.worker w on w.institution_id = concerns.read_for(c.partnership_id, institution)
    where c.id = concern and institutions.hears_for(w.id) is not null and not asks.is_kept_from(c.id, w.id))
$$;

-- Answered, it belongs to that family no more; passed on, it does so still.
create function concerns.answered_again() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if new.passed_on_as is not null then
    update asks.kept_with k set subject_id = new.passed_on_as where k.subject_id = new.id;
  else
    delete from asks.kept_with k where k.subject_id = new.id;
  end if;
  return null;
end $$;

create trigger kept_while_it_waits after update of state on concerns.concern for each row
  when (old.state = 'new' and new.state <> 'new') execute function concerns.answered_again();

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
