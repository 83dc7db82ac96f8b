-- What the head of the leading institution, who stands in, or does it in their place, must approve: its file with its people,
-- while it waits; of what was approved, until that day is over, for its paper is theirs to sign.
insert into access.scope_rule (kind, rule, hold, turn) values
  ('case', 'contracts.grants_of', 'cases.hold_facts', 2),
  ('household', 'contracts.grants_in_household', null, 3);
insert into access.reads values
  ('contracts.grants_of', 'contracts.social_contract', null),
  ('contracts.grants_of', 'cases.grants_to_heads', 'contracts.with_one_to_approve'),
  ('contracts.grants_in_household', 'contracts.grants_of', 'cases.households_of'),
  ('baskets.grants_of', 'contracts.social_contract', null);

select access.fact('contracts.social_contract', 'scope_id', 'state', 'approved_at', 'ended_at');
select access.fact('contracts.review', 'scope_id');

create function contracts.grants_of(cases_asked uuid[])
returns table (scope_id uuid, worker_id uuid, about_id uuid, classes text[], valid tstzmultirange, because jsonb)
language sql stable set search_path = '' set plan_cache_mode = force_generic_plan as $$
  select c.scope_id, h.worker_id, null::uuid, array['file', 'health', 'addiction'],
    h.valid * tstzmultirange(tstzrange(null, splot.start_of_day((c.approved_at at time zone 'Europe/Warsaw')::date + 1))),
    jsonb_build_object('reason', 'approval', 'contract', c.id)
  from contracts.social_contract c
  join access.granted h on h.scope_id = c.scope_id and h.rule = 'cases.grants_to_heads' and 'head' = any (h.classes)
  where c.scope_id = any (cases_asked) and c.state in ('signed', 'approved')
    and h.worker_id not in (select institutions.same_person(c.drawn_up_by))
$$;

create function contracts.grants_in_household(households_asked uuid[])
returns table (scope_id uuid, worker_id uuid, about_id uuid, classes text[], valid tstzmultirange, because jsonb)
language sql stable set search_path = '' set plan_cache_mode = force_generic_plan as $$
  select c.household_id, g.worker_id, null::uuid, array['file', 'named'], g.valid, g.because || jsonb_build_object('case', c.id)
  from cases."case" c join access.granted g on g.scope_id = c.id and g.rule = 'contracts.grants_of'
  where c.household_id = any (households_asked)
$$;

-- Of some cases those in which a contract waits for approval, or was approved.
create function contracts.with_one_to_approve(cases_asked uuid[]) returns uuid[]
language sql stable set search_path = '' as $$
  select array_agg(distinct c.scope_id) from contracts.social_contract c
  where (c.state = 'signed' or c.state = 'approved' and c.approved_at > now() - interval '2 days') and c.scope_id = any (cases_asked)
$$;

-- What was said at a review speaks of everybody: told to those alone who read about everybody; the day, to the whole team.
create function contracts.said_at(review uuid) returns text
language sql stable security definer set search_path = '' as $$
  select r.summary from contracts.review r where r.id = review and r.scope_id = any ((select access.my_whole_scopes('file'))::uuid[])
$$;
grant execute on function contracts.said_at(uuid) to splot_app;
