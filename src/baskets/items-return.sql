-- What an institution does for somebody of whom nothing is open to it any more goes back to the coordinator.
create function baskets.returns(scope uuid, provider uuid, person uuid) returns void language sql security definer set search_path = '' as $$
  select baskets.take_back(array(
    select i.id from baskets.item i
    where i.scope_id = scope and i.provider_id = provider and i.removed_at is null and baskets.is_asked(i)
      and exists (select from baskets.item_person p where p.item_id = i.id and p.person_id = person)
      and not exists (select from consents.standing() b
        where b.scope_id = scope and b.about_id = person and b.to_institution_id = provider and b.valid @> now())
      and not exists (select from consents.exchanged(scope) e
        where e.about_id = person and e.institution_id = provider and e.valid @> now())), 'consent_withdrawn')
$$;

-- Whether an institution is asked for it, or does it: it did not decline, and it is not done.
create function baskets.is_asked(i baskets.item) returns boolean
language sql stable set search_path = '' as $$
  select exists (select from referrals.point p where p.id = i.point_id and p.answer is distinct from 'declined' and p.withdrawn_at is null and p.ended_on is null)
$$;

create function baskets.basis_withdrawn() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform baskets.returns(new.scope_id, new.to_institution_id, new.about_id);
  return null;
end $$;

create trigger items_return after update on consents.basis for each row
  when (old.withdrawn_at is null and new.withdrawn_at is not null) execute function baskets.basis_withdrawn();

-- Joint work about somebody ended, while the institution goes on working in the case; not where it only rests, as while a
-- membership is suspended.
create function baskets.exchange_ended() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform baskets.returns(new.scope_id, new.to_institution_id, new.about_id)
  where exists (select from cases.team_member t where t.case_id = new.scope_id and t.institution_id = new.to_institution_id and cases.is_living(t));
  return null;
end $$;

create trigger items_return after update on consents.exchange for each row
  when (upper(old.period) > now() and upper(new.period) <= now() + interval '1 microsecond') execute function baskets.exchange_ended();

-- An institution leaves: what it was asked and what it had accepted in open cases goes back to the coordinators.
create function baskets.member_left() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform baskets.take_back(array(
    select i.id from baskets.item i join cases."case" c on c.id = i.scope_id join cases.opening o on o.case_id = c.id and upper_inf(o.period)
    where i.provider_id = new.institution_id and c.partnership_id = new.partnership_id and i.removed_at is null and baskets.is_asked(i)
      and coalesce(i.ends, 'infinity') >= splot.today_pl()), 'left_partnership');
  return null;
end $$;

create trigger items_return after update of left_because on partnerships.membership for each row
  when (old.left_because is null and new.left_because is not null) execute function baskets.member_left();
