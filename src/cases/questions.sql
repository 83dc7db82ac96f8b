-- Deeds on what opens and closes sight of a case. Each is one function: it checks its actor, locks its row, and
-- answers a code of what stands in the way, or null when done. What the actor may not see answers 'not-found'.

-- A worker who may be asked into a case: works now, for its leading institution or for a full member, not excluded, no
-- officer.
create function cases.may_be_asked(asked_case uuid, worker uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (
    select from institutions.worker w, cases."case" c
    where w.id = worker and c.id = asked_case and w.period @> clock_timestamp()
      and (partnerships.membership_valid(c.partnership_id, w.institution_id) @> clock_timestamp()
        or exists (select from cases.lead l where l.case_id = c.id and l.institution_id = w.institution_id and l.period @> clock_timestamp()))
      and not exists (select from access.barred b where b.scope_id = c.id and b.worker_id = w.id and b.valid @> now())
      and not institutions.is_officer(w.id))
    and asked_case = any ((select access.my_scopes('pointer'))::uuid[])
$$;
grant execute on function cases.may_be_asked(uuid, uuid) to splot_app;

-- Whether somebody is offered for teams: no head, who reads no content, unless nobody else works there who might.
create function cases.works_in_teams(worker uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select not exists (
    select from institutions.head h join institutions.worker c on c.institution_id = h.institution_id
    where h.worker_id = works_in_teams.worker and h.period @> clock_timestamp() and c.id <> h.worker_id and c.period @> clock_timestamp()
      and not institutions.is_officer(c.id))
$$;
grant execute on function cases.works_in_teams(uuid) to splot_app;

-- Whom the family's cases exclude, and whom they did: told to the coordinator and the leading head of one of them.
create function cases.exclusions_of(the_case uuid) returns setof cases.exclusion
language sql stable security definer set search_path = '' as $$
  select e.* from cases.exclusion e join cases."case" c on c.id = e.case_id
  where c.household_id = (select household_id from cases."case" where id = the_case)
    and (the_case = any ((select access.my_scopes('coordinate'))::uuid[]) or the_case = any ((select access.my_scopes('head'))::uuid[]))
$$;
grant execute on function cases.exclusions_of(uuid) to splot_app;

-- How many others see something of a case now, for "who else sees it": told to those who see the team. Whoever is asked for
-- help off the team, or offered the lead, is counted for those alone who read of that; for a partner the number would tell it.
create function cases.how_many_see(case_id uuid) returns int
language sql stable security definer set search_path = '' as $$
  select case when case_id = any ((select access.my_scopes('team'))::uuid[]) or case_id = any ((select access.my_scopes('head'))::uuid[]) then (
    select count(distinct g.worker_id)::int from access.granted g
    where g.scope_id = case_id and g.valid @> now() and g.worker_id <> access.me()
      and (case_id = any ((select access.my_whole_scopes('file'))::uuid[]) or g.because ->> 'reason' in ('invited', 'head', 'standing-in') or 'team' = any (g.classes))) end
$$;
grant execute on function cases.how_many_see(uuid) to splot_app;
