-- A basis is withdrawn: what its receiver does for that person, and no other basis covers, goes back to the coordinator.
create function baskets.basis_withdrawn() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update baskets.item i set asked_at = null, answer_by = null, institution_answer = null, institution_answered_at = null,
    institution_answered_by = null, refusal_reason = null, institution_words = null,
    returned_at = now(), returned_because = 'basis_withdrawn', version = i.version + 1
  where i.scope_id = new.scope_id and i.provider_id = new.to_institution_id and i.asked_at is not null and i.removed_at is null
    and i.institution_answer is distinct from 'declined'
    and exists (select from baskets.item_person p where p.item_id = i.id and p.person_id = new.about_id)
    and not exists (select from consents.basis b join consents.basis_rule r on r.code = b.rule and r.standing
      where b.scope_id = new.scope_id and b.about_id = new.about_id and b.to_institution_id = new.to_institution_id
        and b.from_institution_id = new.from_institution_id and b.withdrawn_at is null and b.period @> now());
  return null;
end $$;

create trigger items_return after update on consents.basis for each row
  when (old.withdrawn_at is null and new.withdrawn_at is not null) execute function baskets.basis_withdrawn();

-- An institution leaves: what it was asked and what it had accepted in open cases goes back to the coordinators.
create function baskets.member_left() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update baskets.item i set asked_at = null, answer_by = null, institution_answer = null, institution_answered_at = null,
    institution_answered_by = null, refusal_reason = null, institution_words = null, worker_id = null,
    returned_at = now(), returned_because = 'provider_left', version = i.version + 1
  from cases."case" c join cases.opening o on o.case_id = c.id and upper_inf(o.period)
  where i.provider_id = new.institution_id and i.scope_id = c.id and c.partnership_id = new.partnership_id
    and i.asked_at is not null and i.removed_at is null and i.institution_answer is distinct from 'declined'
    and coalesce(i.ends, 'infinity') >= splot.today_pl();
  return null;
end $$;

create trigger items_return after update of left_because on partnerships.membership for each row
  when (old.left_because is null and new.left_because is not null) execute function baskets.member_left();
