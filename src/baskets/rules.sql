-- Who may read the request of an item that was asked of their institution, until it is answered, and again while a contract
-- holds it to the service: who answers for it (representative, deputy, duty contact), the worker it was meant for, and, while
-- nobody of those may answer, the head. `baskets.services_in_force` is made by the slice that knows contracts.
insert into access.scope_rule (kind, rule, hold) values ('case', 'baskets.grants_of', 'baskets.hold_facts');
insert into access.reads values
  ('baskets.grants_of', 'baskets.item', null),
  ('baskets.grants_of', 'cases.opening', null),
  ('baskets.grants_of', 'institutions.worker', 'baskets.of_workers'),
  ('baskets.grants_of', 'institutions.head', 'baskets.of_heads'),
  ('baskets.grants_of', 'institutions.delegation', 'baskets.of_stand_ins'),
  ('baskets.grants_of', 'partnerships.answering', 'baskets.of_memberships');

select access.fact('baskets.item', 'scope_id', 'asked_at', 'institution_answered_at', 'removed_at', 'provider_id', 'worker_id');

create function baskets.grants_of(cases_asked uuid[])
returns table (scope_id uuid, worker_id uuid, about_id uuid, classes text[], valid tstzmultirange, because jsonb)
language sql stable set search_path = '' set plan_cache_mode = force_generic_plan as $$
  with asked as materialized (
    select i.id, i.scope_id, i.provider_id, i.worker_id, 'asked' as reason, tstzmultirange(tstzrange(i.asked_at, i.institution_answered_at)) as valid
    from baskets.item i
    where i.scope_id = any (cases_asked) and i.asked_at is not null and i.removed_at is null
      and splot.is_or_will_be(tstzrange(i.asked_at, i.institution_answered_at))
    union all
    select s.item_id, s.scope_id, s.provider_id, s.worker_id, 'service', s.valid from baskets.services_in_force(cases_asked) s
  ), open as materialized (
    select a.id, a.scope_id, a.provider_id, a.worker_id, a.reason, c.partnership_id,
      a.valid * cases.open_during(a.scope_id) as valid
    from asked a join cases."case" c on c.id = a.scope_id
  ), provider as materialized (
    select p.partnership_id, p.provider_id, partnerships.membership_valid(p.partnership_id, p.provider_id) as member
    from (select distinct partnership_id, provider_id from open) p
  ), answering as materialized (
    select p.partnership_id, p.provider_id, a.worker_id, a.valid
    from provider p cross join lateral partnerships.answers_for(p.partnership_id, p.provider_id) a
  )
  select i.scope_id, a.worker_id, what.about, what.classes, a.valid * i.valid, jsonb_build_object('reason', i.reason, 'item', i.id)
  from open i join provider p using (partnership_id, provider_id)
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
    select i.provider_id from baskets.item i where i.scope_id = any (cases_asked) and i.asked_at is not null and i.removed_at is null
    union all
    select s.provider_id from baskets.services_in_force(cases_asked) s)
  order by o.id for share
$$;

-- The cases in which something waits for the answer of some institutions, or a contract holds them to it: they are touched when
-- it changes who answers for these, or heads them or stands in.
create function baskets.waiting_for(institutions uuid[]) returns uuid[]
language sql stable set search_path = '' as $$
  select array_agg(distinct touched.scope_id) from (
    select i.scope_id from baskets.item i
    where i.provider_id = any (institutions) and i.asked_at is not null and i.institution_answer is null and i.removed_at is null
    union all
    select s.scope_id from baskets.services_of(institutions) s (scope_id)) touched
$$;

create function baskets.of_workers(workers uuid[]) returns uuid[]
language sql stable set search_path = '' as $$
  select baskets.waiting_for(array(select w.institution_id from institutions.worker w where w.id = any (workers)))
$$;

create function baskets.of_heads(heads uuid[]) returns uuid[]
language sql stable set search_path = '' as $$
  select baskets.waiting_for(array(select h.institution_id from institutions.head h where h.id = any (heads)))
$$;

create function baskets.of_stand_ins(delegations uuid[]) returns uuid[]
language sql stable set search_path = '' as $$
  select baskets.waiting_for(array(
    select d.institution_id from institutions.delegation d where d.id = any (delegations) and d.part = 'stand_in'))
$$;

create function baskets.of_memberships(memberships uuid[]) returns uuid[]
language sql stable set search_path = '' as $$
  select baskets.waiting_for(array(select m.institution_id from partnerships.membership m where m.id = any (memberships)))
$$;
