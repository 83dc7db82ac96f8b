-- The phases of some cases, derived from facts since the last opening, in this order of test (model.md), for whoever
-- works on the team, heads it or reads the file (a pointer alone does not tell the phase); and when the steps were first
-- reached, for those who may know; to the coordinator, also what a contract that is not in force yet waits for.
create function families.phases(ids uuid[])
returns table (case_id uuid, phase text, reached jsonb, review_on date, unfinished jsonb, classes text[])
language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_generic_plan rows 20 as $$
declare mine constant uuid := access.me();
begin
  return query
  select s.case_id,
    case
      when not held.classes && '{team, head, file}' then null
      when s.ended is not null then 'closed'
      when s.contract_review <= splot.today_pl() + 14 or s.contract_ended and not s.stands then 'evaluation'
      when s.stands_since_opening then 'realisation'
      when s.frozen is not null then 'contract'
      when s.fixed is not null then 'basket'
      when s.opened is not null then 'assessment'
      when s.accepted is not null then 'team'
      else 'concern' end,
    jsonb_build_object('team', case when held.classes && '{team, file}' then s.accepted end,
      'assessment', case when 'file' = any (held.classes) then s.opened end, 'basket', case when 'file' = any (held.classes) then s.fixed end,
      'contract', case when 'file' = any (held.classes) then s.frozen end, 'realisation', case when 'file' = any (held.classes) then s.approved end),
    case when held.classes && '{team, head}' then s.review end,
    case when s.unfinished is not null and 'coordinate' = any (held.classes) then (
      select jsonb_build_object('state', k.state, 'waitsFor', array(
        select coalesce(q.name, w.given_name || ' ' || w.family_name)
        from contracts.signature g left join households.person q on q.id = g.person_id left join institutions.worker w on w.id = g.worker_id
        where g.contract_id = k.id and g.signed_on is null and not g.cannot_declare_will and contracts.lives_to_sign(g.person_id, g.for_person_id)
        order by g.part = 'social_worker', q.birth_date, g.id))
      from contracts.social_contract k where k.id = s.unfinished) end,
    held.classes
  from families.step s cross join lateral (
    select array_agg(c) as classes from access.granted g, unnest(g.classes) c
    where g.worker_id = mine and g.scope_id = s.case_id and g.valid @> clock_timestamp()
      and (g.about_id is null or g.about_id = g.scope_id)) held
  where s.case_id = any (ids) and 'pointer' = any (held.classes);
end $$;
grant execute on function families.phases(uuid[]) to splot_app;

-- A question of `contracts` that only this slice can answer: the phase that a paper about a case names.
create function contracts.phase_of(the_case uuid) returns text
language sql stable set search_path = '' as $$ select phase from families.phases(array[the_case]) $$;
grant execute on function contracts.phase_of(uuid) to splot_app;
