-- The phases of some cases, derived from facts since the last opening, in this order of test (model.md), for whoever
-- works on the team, heads it or reads the file (a pointer alone does not tell the phase); and when the steps were first
-- reached, for those who may know; to the coordinator, also what a contract that is not in force yet waits for.
create function families.phases(ids uuid[]) returns table (case_id uuid, phase text, reached jsonb, review_on date, unfinished jsonb)
language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_generic_plan rows 20 as $$
begin
  return query
  select held.scope_id,
    case
      when not held.classes && '{team, head, file}' then null
      when opening.ended is not null then 'closed'
      when contract.review_near or contract.ended and not contract.stands then 'evaluation'
      when contract.stands_since_opening then 'realisation'
      when basket.frozen is not null then 'contract'
      when assessment.fixed is not null then 'basket'
      when assessment.opened is not null then 'assessment'
      when team.accepted is not null then 'team'
      else 'concern' end,
    jsonb_build_object('team', case when held.classes && '{team, file}' then team.accepted end)
    || case when 'file' = any (held.classes) then jsonb_build_object('assessment', assessment.opened, 'basket', assessment.fixed,
      'contract', basket.frozen, 'realisation', contract.approved)
      else '{"assessment": null, "basket": null, "contract": null, "realisation": null}' end,
    case when held.classes && '{team, head}' then (
      select min(r.due) from contracts.review r where r.scope_id = held.scope_id and r.held_on is null) end,
    case when 'coordinate' = any (held.classes) then (
      select jsonb_build_object('state', k.state, 'waitsFor', array(
        select coalesce(q.given_name || ' ' || q.family_name, w.given_name || ' ' || w.family_name)
        from contracts.signature s left join households.person q on q.id = s.person_id left join institutions.worker w on w.id = s.worker_id
        where s.contract_id = k.id and s.signed_on is null and not s.cannot_declare_will order by s.part = 'social_worker', q.birth_date, s.id))
      from contracts.social_contract k where k.scope_id = held.scope_id and k.state in ('draft', 'printed', 'signed')
      order by k.drawn_up_at desc, k.id limit 1) end
  from access.held(ids) held
  cross join lateral (
    select lower(o.period) as began, upper(o.period) as ended from cases.opening o
    where o.case_id = held.scope_id order by lower(o.period) desc limit 1) opening
  cross join lateral (
    select min(t.answered_at) as accepted from cases.team_member t join cases.lead l on l.case_id = t.case_id and l.period @> t.answered_at
    where t.case_id = held.scope_id and t.answer = 'accepted' and t.institution_id <> l.institution_id and t.answered_at >= opening.began) team
  cross join lateral (
    select min(a.opened_at) filter (where a.opened_at >= opening.began) as opened, min(a.fixed_at) filter (where a.fixed_at >= opening.began) as fixed
    from assessments.assessment a where a.scope_id = held.scope_id) assessment
  cross join lateral (
    select min(v.frozen_at) as frozen from baskets.version v where v.scope_id = held.scope_id and v.frozen_at >= opening.began) basket
  cross join lateral (
    select min(k.approved_at) filter (where k.approved_at >= opening.began) as approved,
      coalesce(bool_or(k.state = 'approved'), false) as stands,
      coalesce(bool_or(k.state = 'approved' and k.approved_at >= opening.began), false) as stands_since_opening,
      coalesce(bool_or(k.state = 'ended' and k.ended_at >= opening.began), false) as ended,
      coalesce(bool_or(k.state = 'approved' and k.approved_at >= opening.began and exists (
        select from contracts.review r where r.contract_id = k.id and r.held_on is null and r.due <= splot.today_pl() + 14)), false) as review_near
    from contracts.social_contract k where k.scope_id = held.scope_id) contract
  where 'pointer' = any (held.classes);
end $$;
grant execute on function families.phases(uuid[]) to splot_app;

-- A question of `contracts` that only this slice can answer: the phase that a paper about a case names.
create function contracts.phase_of(the_case uuid) returns text
language sql stable set search_path = '' as $$ select phase from families.phases(array[the_case]) $$;
grant execute on function contracts.phase_of(uuid) to splot_app;
