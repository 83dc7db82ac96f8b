-- What contracts hold institutions to that do not lead the case, while they are in force and two weeks after their last day, so
-- that it can be said how it went. Whom the item names still is who does it.
create function baskets.services_in_force(cases_asked uuid[])
returns table (item_id uuid, scope_id uuid, provider_id uuid, worker_id uuid, valid tstzmultirange)
language sql stable set search_path = '' rows 10 as $$
  select f.item_id, f.scope_id, f.provider_id, case when i.worker_id = f.worker_id then f.worker_id end,
    tstzmultirange(stands) - coalesce((
      select range_agg(l.period) from cases.lead l where l.case_id = f.scope_id and l.institution_id = f.provider_id), '{}')
  from contracts.social_contract c join contracts.cooperation_plan p on p.id = c.plan_id
  cross join lateral tstzrange(c.approved_at, least(c.ended_at, greatest(c.approved_at, splot.start_of_day(upper(c.planned) + 14)))) stands
  join baskets.frozen_item f on f.version_id = p.version_id and (c.printed_items is null or f.item_id = any (c.printed_items))
  join baskets.item i on i.id = f.item_id
  where c.scope_id = any (cases_asked) and c.approved_at is not null and f.provider_id is not null and splot.is_or_will_be(stands)
$$;

-- Since when contracts hold nobody any more to what they held somebody to.
create function baskets.services_over(cases_asked uuid[]) returns table (item_id uuid, since timestamptz)
language sql stable set search_path = '' rows 10 as $$
  select f.item_id, max(coalesce(least(c.ended_at, greatest(c.approved_at, splot.start_of_day(upper(c.planned) + 14))), 'infinity'))
  from contracts.social_contract c join contracts.cooperation_plan p on p.id = c.plan_id
  join baskets.frozen_item f on f.version_id = p.version_id and (c.printed_items is null or f.item_id = any (c.printed_items))
  where c.scope_id = any (cases_asked) and c.approved_at is not null group by f.item_id
$$;

create function baskets.services_of(institutions uuid[]) returns setof uuid
language sql stable set search_path = '' rows 10 as $$
  select distinct c.scope_id from baskets.frozen_item f join contracts.cooperation_plan p on p.version_id = f.version_id
  join contracts.social_contract c on c.plan_id = p.id
  where f.provider_id = any (institutions) and c.state = 'approved'
$$;

-- Services of contracts in force that the institution of a worker does for families: what it agreed to, and how that goes by its
-- own last word. Who works with the family reads the exact words; who only answers for the institution, the kind and what was
-- asked, as when it was asked.
create function contracts.our_services(the_case uuid default null)
returns table (scope_id uuid, item_id uuid, class text, goal_class text, service_kind text, what text, request text, frequency text, starts date, ends date, worker_id uuid, state text, words text, reported_at timestamptz)
language sql stable security definer set search_path = '' rows 5 as $$
  select distinct on (f.item_id) f.scope_id, f.item_id, f.class, f.goal_class, f.service_kind,
    case when mine.on_team then f.what else k.pl end, case when not mine.on_team and i.provider_id = f.provider_id then i.request end, f.frequency,
    -- Before the contract stood nothing was to begin.
    case when f.starts is not null then greatest(f.starts, lower(c.planned)) end, f.ends, case when i.worker_id = f.worker_id then f.worker_id end, r.state, r.words, r.reported_at
  from contracts.social_contract c join contracts.cooperation_plan p on p.id = c.plan_id
  join baskets.frozen_item f on f.version_id = p.version_id and (c.printed_items is null or f.item_id = any (c.printed_items))
  join directory.service_kind k on k.code = f.service_kind join baskets.item i on i.id = f.item_id
  cross join lateral (select f.scope_id = any ((select access.my_scopes('team'))::uuid[]) as on_team) mine
  left join lateral (select g.* from contracts.progress g where g.item_id = f.item_id and g.institution_id = f.provider_id
    order by g.reported_at desc, g.id desc limit 1) r on true
  where c.state = 'approved' and f.provider_id = institutions.my_institution()
    and (mine.on_team or access.pair(f.scope_id, f.item_id) = any ((select access.my_pairs('request'))::uuid[]))
    and (the_case is null or c.scope_id = the_case) and cases.open_during(c.scope_id) @> clock_timestamp()
  order by f.item_id, c.approved_at desc
$$;
grant execute on function contracts.our_services(uuid) to splot_app;

-- That a contract stands, from when to when, and when the next review is: told to the whole team, as the phase is.
create function contracts.standing_in(the_case uuid) returns table (since date, until date, review_on date)
language sql stable security definer set search_path = '' rows 1 as $$
  select lower(c.planned), upper(c.planned) - 1, (select min(r.due) from contracts.review r where r.contract_id = c.id and r.held_on is null)
  from contracts.social_contract c
  where c.scope_id = the_case and c.state = 'approved' and c.scope_id = any ((select access.my_scopes('team'))::uuid[])
  order by c.approved_at desc limit 1
$$;
grant execute on function contracts.standing_in(uuid) to splot_app;

-- What is said of a service is of its class and about its people.
create function contracts.progress_of_item() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  select i.class, i.about into new.class, new.about from baskets.item i where i.id = new.item_id;
  return new;
end $$;
create trigger of_its_item before insert on contracts.progress for each row execute function contracts.progress_of_item();

-- Whoever coordinates is told by letter when something did not happen.
create function contracts.not_happened_is_told() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform asks.notify('service-not-happened', k.worker_id, new.scope_id, new.scope_id)
  from cases.coordinator k where k.case_id = new.scope_id and k.period @> now();
  return null;
end $$;
create trigger not_happened_is_told after insert on contracts.progress for each row
  when (new.state = 'not_happened') execute function contracts.not_happened_is_told();
