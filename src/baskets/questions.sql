-- What was asked of the institution that I answer for, and waits: the request and its frame, nothing of the family.
-- (`goal_class` is for the journal: who may be told of the answer.)
create function baskets.asked_of_me() returns table (id uuid, scope_id uuid, code text, provider_id uuid, service_kind text, request text,
  frequency text, starts date, ends date, asked_at timestamptz, answer_by date, version int, goal_class text)
language sql stable security definer set search_path = '' as $$
  select i.id, i.scope_id, c.code, i.provider_id, i.service_kind, i.request, i.frequency, i.starts, i.ends, i.asked_at, i.answer_by, i.version, i.goal_class
  from baskets.item i join cases."case" c on c.id = i.scope_id
  where i.asked_at is not null and i.institution_answer is null and i.removed_at is null
    and access.pair(i.scope_id, i.id) = any ((select access.my_pairs('request'))::uuid[])
    and i.provider_id = (select institutions.my_institution())
$$;
grant execute on function baskets.asked_of_me() to splot_app;
