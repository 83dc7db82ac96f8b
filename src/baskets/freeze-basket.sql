-- A fact that others read (access.reads).
select access.fact('baskets.version', 'scope_id');

-- Items of a basket that everybody who does them and the family said yes to.
create function baskets.ready(case_id uuid) returns setof baskets.ready_item
language sql stable set search_path = '' as $$
  select i.id, i.scope_id, i.goal_class, i.class, i.goal_id, g.words, i.service_kind, i.what, i.provider_id, i.worker_id,
    i.frequency, i.starts, i.ends, i.cost_grosz, i.family_cost_grosz, i.funding,
    array(select p.person_id from baskets.item_person p where p.item_id = i.id order by 1), i.performer_ids, i.indicator
  from baskets.item i join baskets.goal g on g.id = i.goal_id
  where i.scope_id = ready.case_id and i.removed_at is null and i.family_answer = 'yes'
    and (i.provider_id is null or baskets.is_agreed_to(i.point_id))
$$;

-- Whether the institution said yes and nothing stands in the way of its beginning: what waits on its list is agreed to once it begins.
create function baskets.is_agreed_to(point uuid) returns boolean
language sql stable set search_path = '' as $$
  select exists (select from referrals.point p where p.id = point and p.withdrawn_at is null
    and (p.answer in ('accepted', 'changed') or p.answer = 'waiting' and p.begun_on is not null))
$$;
grant execute on function baskets.is_agreed_to(uuid) to splot_app;

-- Items that stand in the last version just as they are now: nothing of them is left to be agreed.
create function baskets.agreed(case_id uuid) returns setof uuid
language sql stable set search_path = '' as $$
  select (stands.item).item_id from (
    select r as item from baskets.ready(case_id) r
    intersect
    select (f.item_id, f.scope_id, f.goal_class, f.class, f.goal_id, f.goal_words, f.service_kind, f.what, f.provider_id, f.worker_id,
      f.frequency, f.starts, f.ends, f.cost_grosz, f.family_cost_grosz, f.funding, f.person_ids, f.performer_ids, f.indicator)::baskets.ready_item
    from baskets.frozen_item f
    where f.version_id = (select v.id from baskets.version v where v.scope_id = agreed.case_id order by v.no desc limit 1)
  ) stands
$$;
grant execute on function baskets.ready(uuid), baskets.agreed(uuid) to splot_app;

-- Freezes what all sides said yes to into a new version. Answers how many items it holds; 0 when none is ready, or
-- when the last version holds just the same; null when refused. The others stay in the basket and go on into the next.
create function baskets.freeze_ready(id uuid, case_id uuid) returns int
language plpgsql security definer set search_path = '' as $$
declare
  held int;
  last uuid;
begin
  if not cases.begin_deed(case_id, 'coordinate') then return null; end if;
  perform from baskets.item i where i.scope_id = case_id order by i.id for update;
  select v.id into last from baskets.version v where v.scope_id = case_id order by v.no desc limit 1;
  if not exists (select from baskets.ready(case_id))
    or not exists (
      (select r from baskets.ready(case_id) r except all select (f.item_id, f.scope_id, f.goal_class, f.class, f.goal_id, f.goal_words, f.service_kind,
        f.what, f.provider_id, f.worker_id, f.frequency, f.starts, f.ends, f.cost_grosz, f.family_cost_grosz, f.funding, f.person_ids, f.performer_ids, f.indicator)::baskets.ready_item
        from baskets.frozen_item f where f.version_id = last))
      and (select count(*) from baskets.ready(case_id)) = (select count(*) from baskets.frozen_item f where f.version_id = last) then return 0; end if;
  insert into baskets.version (id, scope_id, no, frozen_by)
    select freeze_ready.id, freeze_ready.case_id, coalesce(max(v.no), 0) + 1, access.me() from baskets.version v where v.scope_id = freeze_ready.case_id;
  insert into baskets.frozen_item (version_id, item_id, scope_id, goal_class, class, goal_id, goal_words, service_kind, what, provider_id, worker_id,
      frequency, starts, ends, cost_grosz, family_cost_grosz, funding, person_ids, performer_ids, indicator)
    select freeze_ready.id, r.* from baskets.ready(case_id) r;
  get diagnostics held = row_count;
  return held;
end $$;
grant execute on function baskets.freeze_ready(uuid, uuid) to splot_app;
