-- An item of a basket is asked of an institution: whoever may read the request answers.

select asks.wants('baskets.asks_to_help', $$
  select i.id as subject_id, i.scope_id, 'institution' as part, i.provider_id as institution_id, 'request' as opens, i.id as about_id,
    by.worker as asked_by, w.institution_id as asker_institution_id, i.asked_at,
    coalesce(i.answer_by, asks.answer_by(i.asked_at, partnerships.usual_answer_days(c.partnership_id))) as answer_by,
    tstzrange(i.asked_at, null) as stands,
    case when i.institution_answer is not null then 'answered' when i.removed_at is not null then 'withdrawn' end as outcome,
    i.institution_answer as answer, coalesce(i.institution_answered_at, i.removed_at) as ended_at, i.institution_answered_by as ended_by
  from baskets.item i join cases."case" c on c.id = i.scope_id
  cross join lateral (select coalesce((select k.worker_id from cases.coordinator k where k.case_id = c.id and k.period @> i.asked_at), i.added_by) as worker) by
  join institutions.worker w on w.id = by.worker
  -- Accepted as it was put in: nobody was asked.
  where i.asked_at is not null and i.institution_answered_at is distinct from i.asked_at
$$);

create function baskets.words_of_request(item uuid) returns text language sql stable set search_path = '' as
$$ select i.service_kind from baskets.item i where i.id = item $$;

-- Told like the item itself (see told-of.ts).
create function baskets.reminder_of_request(item uuid) returns jsonb language sql stable set search_path = '' as $$
  select jsonb_build_object('verb', 'item.reminded', 'class', case when i.class = 'file' then i.goal_class else i.class end,
    'aboutId', case when i.class <> i.goal_class and 'file' not in (i.class, i.goal_class) then '00000000-0000-0000-0000-000000000000' end,
    'fact', case when i.class = i.goal_class or 'file' in (i.class, i.goal_class) then 'baskets.item' end,
    'values', jsonb_build_object('what', i.what))
  from baskets.item i where i.id = item
$$;

-- Whoever coordinates waits for what they see (see the policy of items): court decisions they may put in and not read. Nobody
-- answers while the case is closed; opened again, it waits again.
create function baskets.items_i_see(items uuid[]) returns uuid[] language sql stable set search_path = '' as $$
  select array(select i.id from baskets.item i where i.id = any (items) and cases.open_during(i.scope_id) @> clock_timestamp() and (
    i.scope_id = any (access.my_scopes(i.class)) and i.scope_id = any (access.my_scopes(i.goal_class))
    or access.pair(i.scope_id, i.provider_id) = any ((select access.my_pairs('own'))::uuid[])))
$$;

insert into asks.kind (code, follows, words, reminder, awaited_class, awaited_seen, silence_told) values
  ('item', 'baskets.asks_to_help', 'baskets.words_of_request', 'baskets.reminder_of_request', 'coordinate', 'baskets.items_i_see', true);

select asks.changes_with('item', 'baskets.item');

select asks.bring_along('item');

-- About which family a form is.
insert into drafts.source (kind, thing, place) values ('item', 'baskets.item', 'scope_id'), ('goal', 'baskets.goal', 'scope_id');
