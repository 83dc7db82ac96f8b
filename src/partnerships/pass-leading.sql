create function partnerships.offer_lead(id uuid, partnership uuid, institution uuid, decided_on date, decision text) returns text
language plpgsql security definer set search_path = '' as $$
declare leads_now uuid;
begin
  perform institutions.change_alone(institution);
  select p.leading_institution_id into leads_now from partnerships.partnership p
  where p.id = partnership and p.id in (select partnerships.i_lead_as_head()) for no key update;
  if not found then return 'only-the-leader'; end if;
  if institution = leads_now or not partnerships.membership_valid(partnership, institution) @> clock_timestamp() then return 'not-a-member'; end if;
  if exists (select from partnerships.lead_offer o where o.partnership_id = partnership and o.answer is null) then return 'lead-offered-already'; end if;
  insert into partnerships.lead_offer (id, partnership_id, from_institution_id, to_institution_id, decided_on, decision, offered_by)
    values (offer_lead.id, partnership, leads_now, institution, offer_lead.decided_on, offer_lead.decision, access.me());
  return null;
end $$;
grant execute on function partnerships.offer_lead(uuid, uuid, uuid, date, text) to splot_app;

create function partnerships.answer_lead_offer(offer uuid, said text) returns text
language plpgsql security definer set search_path = '' as $$
declare o partnerships.lead_offer;
begin
  select * into o from partnerships.lead_offer where id = offer;
  if not found or not (said in ('accepted', 'declined') and o.to_institution_id is not distinct from institutions.i_head_myself()
      or said = 'withdrawn' and o.partnership_id in (select partnerships.i_lead_as_head())) then return 'only-a-head'; end if;
  -- What opens sight through either institution changes one at a time.
  perform institutions.change_alone(i) from unnest(array[least(o.from_institution_id, o.to_institution_id), greatest(o.from_institution_id, o.to_institution_id)]) i;
  select * into o from partnerships.lead_offer where id = offer for update;
  if o.answer is not null then return 'lead-answered-already'; end if;
  if said = 'accepted' and not partnerships.membership_valid(o.partnership_id, o.to_institution_id) @> clock_timestamp() then return 'not-a-member'; end if;
  update partnerships.lead_offer set answer = said, answered_by = access.me(), answered_at = now() where id = offer;
  if said = 'accepted' then
    update partnerships.partnership set leading_institution_id = o.to_institution_id, version = version + 1
    where id = o.partnership_id and leading_institution_id = o.from_institution_id;
    if not found then return 'lead-answered-already'; end if;
  end if;
  return null;
end $$;
grant execute on function partnerships.answer_lead_offer(uuid, text) to splot_app;

-- What is offered to an institution that leaves is offered no more.
create function partnerships.offered_member_left() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update partnerships.lead_offer o set answer = 'withdrawn', answered_by = coalesce(access.me(), o.offered_by), answered_at = now()
  where o.partnership_id = new.partnership_id and o.to_institution_id = new.institution_id and o.answer is null;
  return null;
end $$;

create trigger offer_ends after update of left_because on partnerships.membership for each row
  when (old.left_because is null and new.left_because is not null) execute function partnerships.offered_member_left();
