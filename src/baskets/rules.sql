-- Who may read the request of an item that was asked of their institution, until it is answered: who answers for it
-- (representative, deputy, duty contact), the worker it was meant for, and, while nobody of those may answer, the head.
insert into access.scope_rule values ('case', 'baskets.grants_of', 'baskets.hold_facts');

create function baskets.grants_of(cases_asked uuid[])
returns table (scope_id uuid, worker_id uuid, about_id uuid, classes text[], valid tstzmultirange, because jsonb)
language sql stable set search_path = '' set plan_cache_mode = force_generic_plan as $$
  with asked as materialized (
    select i.id, i.scope_id, i.provider_id, i.worker_id, c.partnership_id,
      tstzmultirange(tstzrange(i.asked_at, i.institution_answered_at)) * cases.open_during(i.scope_id) as valid
    from baskets.item i join cases."case" c on c.id = i.scope_id
    where i.scope_id = any (cases_asked) and i.asked_at is not null and i.removed_at is null
      and i.asked_at < coalesce(i.institution_answered_at, 'infinity')
  ), provider as materialized (
    select p.partnership_id, p.provider_id, partnerships.membership_valid(p.partnership_id, p.provider_id) as member
    from (select distinct partnership_id, provider_id from asked) p
  ), answering as materialized (
    select p.partnership_id, p.provider_id, a.worker_id, a.valid
    from provider p cross join lateral partnerships.answers_for(p.partnership_id, p.provider_id) a
  )
  select i.scope_id, a.worker_id, what.about, what.classes, a.valid * i.valid, jsonb_build_object('reason', 'asked', 'item', i.id)
  from asked i join provider p using (partnership_id, provider_id)
  cross join lateral (
    select x.worker_id, x.valid from answering x where x.partnership_id = i.partnership_id and x.provider_id = i.provider_id
    union all
    select w.id, p.member * w.period::tstzmultirange from institutions.worker w where w.id = i.worker_id
    union all
    select h.worker_id, h.valid * p.member - coalesce((
      select range_agg(x.valid - coalesce(b.valid, '{}'))
      from answering x left join access.barred b on b.scope_id = i.scope_id and b.worker_id = x.worker_id
      where x.partnership_id = i.partnership_id and x.provider_id = i.provider_id), '{}')
    from institutions.headed(i.provider_id) h
  ) a
  cross join lateral (values (i.scope_id, array['pointer']), (i.id, array['request'])) what (about, classes)
$$;

create function baskets.hold_facts(cases_asked uuid[]) returns void
language sql security definer set search_path = '' set plan_cache_mode = force_generic_plan as $$
  select from institutions.institution o where o.id in (
    select i.provider_id from baskets.item i where i.scope_id = any (cases_asked) and i.asked_at is not null and i.removed_at is null)
  order by o.id for share
$$;

create function baskets.item_changed() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform cases.derive(array[new.scope_id]);
  return null;
end $$;

create trigger derives_when_asked after insert on baskets.item for each row when (new.asked_at is not null) execute function baskets.item_changed();
create trigger derives after update on baskets.item for each row
  when ((old.asked_at, old.institution_answered_at, old.removed_at, old.provider_id, old.worker_id)
    is distinct from (new.asked_at, new.institution_answered_at, new.removed_at, new.provider_id, new.worker_id))
  execute function baskets.item_changed();

-- Who answers for an institution changed (work, heads, delegations, appointments, membership, suspension, agreement):
-- the cases in which something waits for its answer.
create function baskets.waiting_for(institution uuid) returns uuid[]
language sql stable set search_path = '' as $$
  select array(select distinct i.scope_id from baskets.item i
    where i.provider_id = institution and i.asked_at is not null and i.institution_answer is null and i.removed_at is null)
$$;

create function baskets.institution_changed() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform cases.derive(baskets.waiting_for(new.institution_id));
  return null;
end $$;

create trigger baskets_derive after update on institutions.worker for each row when (old.period is distinct from new.period)
  execute function baskets.institution_changed();
create trigger baskets_derive after insert or update on institutions.head for each row execute function baskets.institution_changed();
create trigger baskets_derive after insert or update on institutions.delegation for each row when (new.part in ('stand_in', 'duty'))
  execute function baskets.institution_changed();

create function baskets.of_membership_changed() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform cases.derive(baskets.waiting_for(m.institution_id)) from partnerships.membership m where m.id = new.membership_id;
  return null;
end $$;

create trigger baskets_derive after insert or update on partnerships.appointment for each row execute function baskets.of_membership_changed();
create trigger baskets_derive after insert or update on partnerships.membership_suspension for each row execute function baskets.of_membership_changed();

create function baskets.agreement_changed() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform cases.derive(array(select distinct i.scope_id from baskets.item i join cases."case" c on c.id = i.scope_id
    where c.partnership_id = new.partnership_id and i.asked_at is not null and i.institution_answer is null and i.removed_at is null));
  return null;
end $$;

create trigger baskets_derive after insert or update on partnerships.agreement for each row execute function baskets.agreement_changed();

-- An institution leaves: what it was asked and what it had accepted in open cases goes back to the coordinators.
create function baskets.membership_changed() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'UPDATE' and old.left_because is null and new.left_because is not null then
    update baskets.item i set asked_at = null, answer_by = null, institution_answer = null, institution_answered_at = null,
      institution_answered_by = null, refusal_reason = null, institution_words = null, worker_id = null,
      returned_at = now(), returned_because = 'provider_left', version = i.version + 1
    from cases."case" c join cases.opening o on o.case_id = c.id and upper_inf(o.period)
    where i.provider_id = new.institution_id and i.scope_id = c.id and c.partnership_id = new.partnership_id
      and i.asked_at is not null and i.removed_at is null and i.institution_answer is distinct from 'declined'
      and coalesce(i.ends, 'infinity') >= splot.today_pl();
  end if;
  perform cases.derive(baskets.waiting_for(new.institution_id));
  return null;
end $$;

create trigger baskets_derive after insert or update of period, left_because on partnerships.membership for each row
  execute function baskets.membership_changed();
