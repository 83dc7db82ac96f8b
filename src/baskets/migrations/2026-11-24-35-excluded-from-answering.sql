-- Whoever was excluded from a case is not told either that a colleague has answered.
create or replace function baskets.answer_item(the_item uuid, expected_version int, said text, reason text, words text, new_what text, new_frequency text, new_starts date, new_ends date)
returns text language plpgsql security definer set search_path = '' as $$
declare i baskets.item;
begin
  select * into i from baskets.item where id = the_item;
  if not found then return 'not-found'; end if;
  perform cases.hold_case(i.scope_id, i.provider_id);
  select * into i from baskets.item where id = the_item for update;
  if i.provider_id is distinct from institutions.my_institution() or access.pair(i.scope_id, i.id) not in (select access.my_pairs('request')) then
    -- Answered meanwhile by a colleague of mine? Then say so; to all others it does not exist.
    if i.provider_id = institutions.my_institution() and i.institution_answer is not null
      and exists (select from cases."case" c, partnerships.answers_for(c.partnership_id, i.provider_id) a
        where c.id = i.scope_id and a.worker_id = access.me() and a.valid @> now())
      and not exists (select from access.barred b where b.scope_id = i.scope_id and b.worker_id = access.me()) then return 'item-already-answered'; end if;
    return 'not-found';
  end if;
  if i.version <> expected_version then return 'changed-meanwhile'; end if;
  if said is null then return 'not-found'; end if;
  update baskets.item set institution_answer = said, institution_answered_at = greatest(now(), i.asked_at + interval '1 microsecond'),
    institution_answered_by = access.me(), refusal_reason = case when said = 'declined' then reason end, institution_words = words,
    what = case when said = 'changed' then coalesce(new_what, what) else what end,
    frequency = case when said = 'changed' then coalesce(new_frequency, frequency) else frequency end,
    starts = case when said = 'changed' then coalesce(new_starts, starts) else starts end,
    ends = case when said = 'changed' then coalesce(new_ends, ends) else ends end,
    family_answer = case when said = 'changed' then 'not_yet' else family_answer end,
    version = version + 1
  where id = the_item;
  return null;
end $$;
