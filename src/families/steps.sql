-- The steps of some cases since their last opening, from the facts of the slices below: derived as grants are, and kept here.
insert into access.scope_rule (kind, rule, keeps) values ('case', 'families.derive_steps', true);
insert into access.reads values
  ('families.derive_steps', 'cases.opening', null),
  ('families.derive_steps', 'cases.lead', null),
  ('families.derive_steps', 'cases.team_member', null),
  ('families.derive_steps', 'assessments.assessment', null),
  ('families.derive_steps', 'baskets.version', null),
  ('families.derive_steps', 'contracts.social_contract', null),
  ('families.derive_steps', 'contracts.review', null);

create function families.derive_steps(ids uuid[]) returns void
language sql security definer set search_path = '' set plan_cache_mode = force_generic_plan as $$
  insert into families.step
  select c.id, opening.ended, team.accepted, assessment.opened, assessment.fixed, basket.frozen, contract.approved,
    contract.stands, contract.stands_since_opening, contract.ended, contract.review,
    (select min(r.due) from contracts.review r where r.scope_id = c.id and r.held_on is null),
    (select k.id from contracts.social_contract k where k.scope_id = c.id and k.state in ('draft', 'printed', 'signed')
      order by k.drawn_up_at desc, k.id limit 1)
  from cases."case" c
  cross join lateral (
    select lower(o.period) as began, upper(o.period) as ended from cases.opening o
    where o.case_id = c.id order by lower(o.period) desc limit 1) opening
  cross join lateral (
    select min(t.answered_at) as accepted from cases.team_member t join cases.lead l on l.case_id = t.case_id and l.period @> t.answered_at
    where t.case_id = c.id and t.answer = 'accepted' and t.institution_id <> l.institution_id and t.answered_at >= opening.began) team
  cross join lateral (
    select min(a.opened_at) filter (where a.opened_at >= opening.began) as opened, min(a.fixed_at) filter (where a.fixed_at >= opening.began) as fixed
    from assessments.assessment a where a.scope_id = c.id) assessment
  cross join lateral (
    select min(v.frozen_at) as frozen from baskets.version v where v.scope_id = c.id and v.frozen_at >= opening.began) basket
  cross join lateral (
    select min(k.approved_at) filter (where k.approved_at >= opening.began) as approved,
      coalesce(bool_or(k.state = 'approved'), false) as stands,
      coalesce(bool_or(k.state = 'approved' and k.approved_at >= opening.began), false) as stands_since_opening,
      coalesce(bool_or(k.state = 'ended' and k.ended_at >= opening.began), false) as ended,
      min((select min(r.due) from contracts.review r where r.contract_id = k.id and r.held_on is null))
        filter (where k.state = 'approved' and k.approved_at >= opening.began) as review
    from contracts.social_contract k where k.scope_id = c.id) contract
  where c.id = any (ids)
  except select * from families.step s where s.case_id = any (ids)
  on conflict (case_id) do update set ended = excluded.ended, accepted = excluded.accepted, opened = excluded.opened,
    fixed = excluded.fixed, frozen = excluded.frozen, approved = excluded.approved, stands = excluded.stands,
    stands_since_opening = excluded.stands_since_opening, contract_ended = excluded.contract_ended,
    contract_review = excluded.contract_review, review = excluded.review, unfinished = excluded.unfinished;
$$;
