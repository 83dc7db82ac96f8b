-- What referrals ask of the slice that knows cases (see src/referrals): each asking of an item is a referral within its case.

-- How a step of a point is told in the journal of its case: like its item (see told-of.ts), by the item's verbs. Null outside.
create function referrals.told_in_case(point uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_strip_nulls(jsonb_build_object('thing', 'item', 'subjectId', i.id, 'what', i.what,
    'class', case when i.class = 'file' then i.goal_class else i.class end,
    'aboutId', case when i.class <> i.goal_class and 'file' not in (i.class, i.goal_class) then '00000000-0000-0000-0000-000000000000' end,
    'fact', case when i.class = i.goal_class or 'file' in (i.class, i.goal_class) then 'baskets.item' end,
    -- Whoever answers need not see whom it is about; the entry is about them all the same.
    'before', case when i.class = i.goal_class or 'file' in (i.class, i.goal_class) then i.about end))
  from baskets.asking a join baskets.item i on i.id = a.item_id where a.point_id = point
$$;
grant execute on function referrals.told_in_case(uuid) to splot_app;

-- Who answers or does something in a case: all of it is held, and the item before its point, as where the item is changed.
create function referrals.hold_case(r referrals.referral) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform cases.hold_case(r.scope_id, r.to_institution_id);
  perform from baskets.item i where i.id in (select a.item_id from baskets.asking a where a.referral_id = r.id)
    order by i.id for update;
end $$;

-- The receiver offers something else than what was asked: a new offer to the family, beside which stands what was asked.
create function referrals.offer_instead(point uuid, new_what text, new_frequency text, new_starts date, new_ends date) returns void
language sql security definer set search_path = '' as $$
  update baskets.item set asked_what = what, asked_frequency = frequency, asked_starts = starts, asked_ends = ends,
    what = coalesce(new_what, what), frequency = coalesce(new_frequency, frequency), starts = coalesce(new_starts, starts), ends = coalesce(new_ends, ends),
    family_answer = 'not_yet', family_said_by = '{}'
  where point_id = point
$$;

-- Of points whose answer is awaited, those that I may know of. Whoever coordinates waits for what they see (see the policy of
-- items): court decisions they may put in and not read. Nobody answers while the case is closed; opened again, it waits again.
create function referrals.points_i_see(points uuid[]) returns uuid[] language sql stable set search_path = '' as $$
  select array(select p.id from referrals.point p left join baskets.asking a on a.point_id = p.id left join baskets.item i on i.id = a.item_id
    where p.id = any (points) and (i.id is null or cases.open_during(i.scope_id) @> clock_timestamp() and (
      i.scope_id = any (access.my_scopes(i.class)) and i.scope_id = any (access.my_scopes(i.goal_class))
      or access.pair(i.scope_id, i.provider_id) = any ((select access.my_pairs('own'))::uuid[]))))
$$;

-- Of a case what its reader may know: its code, who coordinates, and how the household is called.
create function referrals.case_of(scope uuid) returns table (code text, family text, coordinator text, coordinator_phone text)
language sql stable set search_path = '' rows 1 as $$
  select c.code, h.label, w.given_name || ' ' || w.family_name, w.phone
  from cases."case" c left join households.household h on h.id = c.household_id
  left join cases.coordinator k on k.case_id = c.id and k.period @> now() left join institutions.worker w on w.id = k.worker_id
  where c.id = scope
$$;
grant execute on function referrals.case_of(uuid) to splot_app;

-- An answer is news for who makes the basket: who changes an item meanwhile begins anew. Who handles it there is who does it.
create function baskets.point_answered() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update baskets.item i set worker_id = coalesce(new.handled_by, i.worker_id), version = i.version + 1 where i.point_id = new.id;
  return null;
end $$;
create trigger item_is_answered after update on referrals.point for each row
  when (old.answer is distinct from new.answer and new.scope_id <> new.referral_id) execute function baskets.point_answered();
