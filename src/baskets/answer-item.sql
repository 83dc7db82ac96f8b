-- The asked institution said yes to what stood there. When that changes, or it is asked once more, its answer is gone,
-- and so is the family's: nobody is held to what they did not hear.
create function baskets.changed_is_asked_anew() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  asked_again boolean := new.asked_at is not null and (tg_op = 'INSERT' or new.asked_at is distinct from old.asked_at);
  other boolean := tg_op = 'UPDATE' and (new.what, new.provider_id, new.frequency, new.starts, new.ends, new.cost_grosz, new.family_cost_grosz, new.funding, new.performer_ids, new.indicator)
    is distinct from (old.what, old.provider_id, old.frequency, old.starts, old.ends, old.cost_grosz, old.family_cost_grosz, old.funding, old.performer_ids, old.indicator);
begin
  -- Who is asked is still there to answer: held, they do not leave meanwhile.
  if asked_again and access.me() is not null then
    perform cases.hold_facts(array[new.scope_id], new.provider_id);
    if not baskets.may_be_asked(new.scope_id, new.provider_id) then
      raise exception 'not a member any more' using errcode = 'SP001', schema = 'baskets', constraint = 'provider_cannot_be_asked';
    end if;
  end if;
  if new.worker_id is not null and access.me() is not null and (tg_op = 'INSERT' or new.worker_id is distinct from old.worker_id) then
    perform from institutions.worker w where w.id = new.worker_id and w.period @> clock_timestamp() for share;
    if not found then raise exception 'does not work there any more' using errcode = 'SP001', constraint = 'provider_cannot_be_asked'; end if;
  end if;
  if tg_op = 'INSERT' then
    new.asked_at := case when new.asked_at is not null then now() end;
    if asked_again then new := baskets.accepted_if_ours(new); end if;
    return new;
  end if;
  if other or (new.family_answer, new.family_words, new.family_answered_how, new.family_answered_on, new.family_said_by)
    is distinct from (old.family_answer, old.family_words, old.family_answered_how, old.family_answered_on, old.family_said_by) then
    new.family_version := old.family_version + 1;
  end if;
  if new.institution_answered_at is distinct from old.institution_answered_at then return new; end if; -- the answer itself
  if asked_again then new.asked_at := now(); new.returned_at := null; new.returned_because := null; end if;
  if other and not asked_again and (new.provider_id is distinct from old.provider_id or new.institution_answer is not null) then new.asked_at := null; end if;
  if other or new.asked_at is distinct from old.asked_at then
    new.institution_answer := null; new.institution_answered_at := null; new.institution_answered_by := null;
    new.refusal_reason := null; new.institution_words := null;
  end if;
  if asked_again then new := baskets.accepted_if_ours(new); end if;
  if other and new.family_answer = old.family_answer then
    new.family_answer := 'not_yet'; new.family_words := null; new.family_answered_how := null; new.family_answered_on := null;
    new.family_said_by := '{}';
  end if;
  return new;
end $$;

-- Nobody asks themselves: what the leading institution does is accepted in the deed that puts it in, at that same instant,
-- by whoever does so there.
create function baskets.accepted_if_ours(put baskets.item) returns baskets.item
language plpgsql stable security definer set search_path = '' as $$
begin
  if put.provider_id is not distinct from institutions.my_institution()
    and exists (select from cases.lead l where l.case_id = put.scope_id and l.institution_id = put.provider_id and l.period @> now()) then
    put.institution_answer := 'accepted'; put.institution_answered_at := put.asked_at; put.institution_answered_by := access.me();
  end if;
  return put;
end $$;

create trigger asked_anew before insert or update on baskets.item for each row execute function baskets.changed_is_asked_anew();

-- Whether a colleague of mine has answered for our institution: told to whoever could have, unless excluded from the case.
create function baskets.colleague_answered(the_item uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (
    select from baskets.item i join cases."case" c on c.id = i.scope_id cross join partnerships.answers_for(c.partnership_id, i.provider_id) a
    where i.id = the_item and i.provider_id = institutions.my_institution() and i.institution_answer is not null
      and a.worker_id = access.me() and a.valid @> now()
      and not exists (select from access.barred b where b.scope_id = i.scope_id and b.worker_id = access.me() and b.valid @> now()))
$$;
grant execute on function baskets.colleague_answered(uuid) to splot_app;

-- The asked institution answers: whoever may read the request. A change of its part is a new offer to the family.
create function baskets.answer_item(the_item uuid, expected_version int, said text, reason text, words text, new_what text, new_frequency text, new_starts date, new_ends date)
returns text language plpgsql security definer set search_path = '' as $$
declare i baskets.item;
begin
  select * into i from baskets.item where id = the_item;
  if not found then return 'not-found'; end if;
  perform cases.hold_case(i.scope_id, i.provider_id);
  select * into i from baskets.item where id = the_item for update;
  if i.provider_id is distinct from institutions.my_institution() or access.pair(i.scope_id, i.id) <> all ((select access.my_pairs('request'))::uuid[])
    or i.asked_at is null or i.institution_answer is not null or i.removed_at is not null then
    return case when baskets.colleague_answered(the_item) then 'item-already-answered' else 'not-found' end;
  end if;
  if i.version <> expected_version then return 'changed-meanwhile'; end if;
  if said is null then return 'not-found'; end if;
  update baskets.item set institution_answer = said, institution_answered_at = greatest(now(), i.asked_at + interval '1 microsecond'),
    institution_answered_by = access.me(), refusal_reason = case when said = 'declined' then reason end, institution_words = words,
    what = case when said = 'changed' then coalesce(new_what, what) else what end,
    frequency = case when said = 'changed' then coalesce(new_frequency, frequency) else frequency end,
    starts = case when said = 'changed' then coalesce(new_starts, starts) else starts end,
    ends = case when said = 'changed' then coalesce(new_ends, ends) else ends end,
    asked_what = case when said = 'changed' then what end, asked_frequency = case when said = 'changed' then frequency end,
    asked_starts = case when said = 'changed' then starts end, asked_ends = case when said = 'changed' then ends end,
    family_answer = case when said = 'changed' then 'not_yet' else family_answer end,
    family_said_by = case when said = 'changed' then '{}' else family_said_by end,
    version = version + 1
  where id = the_item;
  return null;
end $$;
grant execute on function baskets.answer_item(uuid, int, text, text, text, text, text, date, date) to splot_app;
