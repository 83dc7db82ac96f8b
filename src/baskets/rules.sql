-- Who reads what their institution is asked for in a case, and what it took on: who answers for it (representative, deputy, duty
-- contact), the worker it is meant for or who handles it, and, while nobody of those may, the head; the head also once silence was
-- told to them by the rules of work, of what is still asked and of what they took on themselves. What is asked, until it is
-- answered; what was taken on, with its course, until two weeks after it is done, or after the contract that held the institution to
-- it; and while a contract does. `baskets.services_in_force` and `services_over` are made by the slice that knows contracts.
insert into access.scope_rule (kind, rule, hold) values ('case', 'baskets.grants_of', 'baskets.hold_facts');
insert into access.reads values
  ('baskets.grants_of', 'referrals.point', 'baskets.in_cases'),
  ('baskets.grants_of', 'baskets.item', null),
  ('baskets.grants_of', 'cases.opening', null),
  ('baskets.grants_of', 'cases.lead', null),
  ('baskets.grants_of', 'institutions.worker', 'baskets.of_workers'),
  ('baskets.grants_of', 'institutions.head', 'baskets.of_heads'),
  ('baskets.grants_of', 'institutions.delegation', 'baskets.of_stand_ins'),
  ('baskets.grants_of', 'partnerships.answering', 'baskets.of_memberships'),
  ('baskets.grants_of', 'asks.told_to', 'baskets.of_told');

select access.fact('baskets.item', 'scope_id', 'worker_id');

create function baskets.in_cases(scopes uuid[]) returns uuid[]
language sql stable set search_path = '' as $$ select array_agg(s.id) from access.scope s where s.id = any (scopes) and s.kind = 'case' $$;

create function baskets.grants_of(cases_asked uuid[])
returns table (scope_id uuid, worker_id uuid, about_id uuid, classes text[], valid tstzmultirange, because jsonb)
language sql stable set search_path = '' set plan_cache_mode = force_generic_plan as $$
  with point as materialized (
    select r.id as referral_id, r.scope_id, r.to_institution_id, p.handled_by, p.answered_by, i.worker_id, a.item_id,
      tstzmultirange(tstzrange(p.asked_at, least(p.withdrawn_at, case when p.answer <> 'returned' then p.answered_at end))) as asked,
      tstzmultirange(referrals.under_way(p)) - coalesce((
        select range_agg(l.period) from cases.lead l where l.case_id = r.scope_id and l.institution_id = r.to_institution_id), '{}') - coalesce((
        select tstzmultirange(tstzrange(o.since, null)) from baskets.services_over(cases_asked) o where o.item_id = a.item_id and o.since > p.answered_at), '{}') as under_way
    from referrals.referral r join referrals.point p on p.referral_id = r.id
    left join baskets.asking a on a.point_id = p.id left join baskets.item i on i.id = a.item_id and i.point_id = p.id
    where r.scope_id = any (cases_asked)
  ), asked as materialized (
    select p.item_id, p.referral_id as about_id, p.scope_id, p.to_institution_id as provider_id, array[p.worker_id, p.handled_by] as named, p.answered_by,
      k.reason, k.classes, k.valid
    from point p cross join lateral (values ('asked', array['request'], p.asked), ('taken-on', array['request', 'file'], p.under_way)) k (reason, classes, valid)
    where k.valid <> '{}' and splot.is_or_will_be(tstzrange(lower(k.valid), upper(k.valid)))
    union all
    select s.item_id, s.item_id, s.scope_id, s.provider_id, array[s.worker_id], null, 'service', array['request'], s.valid from baskets.services_in_force(cases_asked) s
  ), open as materialized (
    select a.*, c.partnership_id, a.valid * cases.open_during(a.scope_id) as open
    from asked a join cases."case" c on c.id = a.scope_id
  ), provider as materialized (
    select p.partnership_id, p.provider_id, partnerships.membership_valid(p.partnership_id, p.provider_id) as member, a.*, h.*
    from (select distinct partnership_id, provider_id from open) p
    cross join lateral (select array_agg(worker_id) as answerers, array_agg(valid) as answering from partnerships.answers_for(p.partnership_id, p.provider_id)) a
    cross join lateral (select array_agg(worker_id) as heads, array_agg(valid) as heading from institutions.headed(p.provider_id)) h
  ), provided as materialized (
    select * from open join provider using (partnership_id, provider_id)
  )
  select i.scope_id, a.worker_id, what.about, what.classes, a.valid * i.open, jsonb_strip_nulls(jsonb_build_object('reason', i.reason, 'item', i.item_id))
  from provided i
  cross join lateral (
    select x.worker_id, x.valid from unnest(i.answerers, i.answering) x (worker_id, valid)
    union all
    select w.id, i.member * w.period::tstzmultirange from institutions.worker w where w.id = any (i.named)
    union all
    select h.worker_id, h.valid * i.member - coalesce((
      select range_agg(x.valid - coalesce(b.valid, '{}'))
      from unnest(i.answerers, i.answering) x (worker_id, valid) left join access.barred b on b.scope_id = i.scope_id and b.worker_id = x.worker_id), '{}')
    from unnest(i.heads, i.heading) h (worker_id, valid)
    union all
    select t.worker_id, t.valid * i.member from referrals.heads_told(i.about_id, i.provider_id) t
    where i.reason = 'asked' or i.answered_by = t.worker_id
  ) a
  cross join lateral (values (i.scope_id, array['pointer']), (i.about_id, i.classes)) what (about, classes)
$$;

create function baskets.hold_facts(cases_asked uuid[]) returns void
language sql security definer set search_path = '' set plan_cache_mode = force_generic_plan as $$
  select from institutions.institution o where o.id in (
    select r.to_institution_id from referrals.referral r join referrals.point p on p.referral_id = r.id
    where r.scope_id = any (cases_asked) and p.answer is distinct from 'declined' and p.withdrawn_at is null
    union all
    select s.provider_id from baskets.services_in_force(cases_asked) s)
  order by o.id for share
$$;

-- The cases in which something waits for the answer of some institutions, is done by them, or a contract holds them to it: they are
-- touched when it changes who answers for these, or heads them or stands in.
create function baskets.waiting_for(institutions uuid[]) returns uuid[]
language sql stable set search_path = '' as $$
  select array_agg(distinct touched.scope_id) from (
    select r.scope_id from referrals.referral r join referrals.point p on p.referral_id = r.id
    where r.to_institution_id = any (institutions) and r.scope_id <> r.id and p.answer is distinct from 'declined' and p.withdrawn_at is null
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

create function baskets.of_told(asks_told uuid[]) returns uuid[]
language sql stable set search_path = '' as $$
  select array_agg(distinct a.scope_id) from asks.ask a join baskets.asking k on k.point_id = a.subject_id
  where a.kind = 'referral' and a.id = any (asks_told) and exists (select from asks.told_to t where t.ask_id = a.id and t.step = 2)
$$;
