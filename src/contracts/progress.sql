-- Services of contracts in force that the institution of a worker does for families they work with: what it agreed to, and how
-- that goes by its own last word.
create function contracts.our_services(the_case uuid default null)
returns table (scope_id uuid, item_id uuid, class text, goal_class text, service_kind text, what text, frequency text, starts date, ends date, worker_id uuid, state text, words text, reported_at timestamptz)
language sql stable security definer set search_path = '' rows 5 as $$
  select distinct on (f.item_id) f.scope_id, f.item_id, f.class, f.goal_class, f.service_kind, f.what, f.frequency,
    -- Before the contract stood nothing was to begin.
    case when f.starts is not null then greatest(f.starts, lower(c.planned)) end, f.ends, f.worker_id, r.state, r.words, r.reported_at
  from contracts.social_contract c join contracts.cooperation_plan p on p.id = c.plan_id
  join baskets.frozen_item f on f.version_id = p.version_id and (c.printed_items is null or f.item_id = any (c.printed_items))
  left join lateral (select g.* from contracts.progress g where g.item_id = f.item_id order by g.reported_at desc, g.id desc limit 1) r on true
  where c.state = 'approved' and f.provider_id = institutions.my_institution()
    and c.scope_id = any ((select access.my_scopes('team'))::uuid[]) and (the_case is null or c.scope_id = the_case)
    and cases.open_during(c.scope_id) @> clock_timestamp()
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
