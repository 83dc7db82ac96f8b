-- Asks the institution of an item for its part: a referral of its own within the case, whose only point holds what is asked.
-- What was asked before and not declined or done is withdrawn. Nobody asks themselves: what the leading institution does is
-- accepted in the deed that puts it in, at that same instant, by whoever does so there.
create function baskets.refer(the_item uuid, by_worker uuid, at timestamptz default now()) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  asked constant uuid := uuidv7();
  ours boolean;
begin
  perform from baskets.item i where i.id = the_item for update;
  perform baskets.take_back(array[the_item], 'plan_changed');
  select exists (select from cases.lead l where l.case_id = i.scope_id and l.institution_id = i.provider_id and l.period @> at) and i.provider_id = w.institution_id
    into ours from baskets.item i join institutions.worker w on w.id = by_worker where i.id = the_item;
  with referral as (
    insert into referrals.referral (id, scope_id, partnership_id, from_institution_id, sent_by, to_institution_id, sent_at, about_as, urgency, basis)
    select asked, i.scope_id, c.partnership_id, w.institution_id, w.id, i.provider_id, at, 'unsaid', 'usual', 'case'
    from baskets.item i join cases."case" c on c.id = i.scope_id join institutions.worker w on w.id = by_worker where i.id = the_item
    returning id, partnership_id
  ), point as (
    insert into referrals.point (id, referral_id, scope_id, n, service_kind, request, frequency, starts, ends, asked_at, answer_by, answer, answered_at, answered_by)
    select asked, r.id, i.scope_id, 1, i.service_kind, nullif(i.request, ''), i.frequency, i.starts, i.ends, at, asks.answer_by(at, partnerships.usual_answer_days(r.partnership_id)),
      case when ours then 'accepted' end, case when ours then at end, case when ours then by_worker end
    from referral r, baskets.item i where i.id = the_item
  ), asking as (
    insert into baskets.asking (point_id, referral_id, item_id, scope_id) select asked, asked, i.id, i.scope_id from baskets.item i where i.id = the_item
  )
  update baskets.item set point_id = asked, asked_what = null, asked_frequency = null, asked_starts = null, asked_ends = null where id = the_item;
  return asked;
end $$;

-- The coordinator's deed; answers what stands in the way. Who is asked is still there to answer: held, they do not leave meanwhile.
create function baskets.ask(the_item uuid) returns text
language plpgsql security definer set search_path = '' as $$
declare i baskets.item;
begin
  select * into i from baskets.item where id = the_item;
  if not found or i.removed_at is not null or i.provider_id is null or i.scope_id <> all ((select access.my_scopes('coordinate'))::uuid[]) then
    return 'not-found';
  end if;
  perform cases.hold_case(i.scope_id, i.provider_id);
  if i.scope_id <> all ((select access.my_scopes('coordinate'))::uuid[]) then return 'not-found'; end if;
  if not baskets.may_be_asked(i.scope_id, i.provider_id) then return 'provider-cannot-be-asked'; end if;
  perform baskets.refer(the_item, access.me());
  update baskets.item set version = version + 1 where id = the_item;
  return null;
end $$;
grant execute on function baskets.ask(uuid) to splot_app;

-- What was asked is asked no more, and what goes on stops, with the reason; the items are with the coordinator again.
create function baskets.take_back(items uuid[], why text) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform from baskets.item i where i.id = any (items) order by i.id for update;
  perform baskets.withdraw_points(array(select i.point_id from baskets.item i where i.id = any (items) and i.point_id is not null), why);
  update baskets.item set point_id = null, version = version + 1 where id = any (items) and point_id is not null;
end $$;

create function baskets.withdraw_points(points uuid[], why text) returns void
language sql security definer set search_path = '' as $$
  update referrals.point p set withdrawn_at = greatest(now(), p.asked_at, p.answered_at), withdrawn_because = why, version = p.version + 1
  where p.id = any (points) and p.withdrawn_at is null and p.ended_on is null and p.answer is distinct from 'declined'
$$;

-- The asked institution said yes to what stood there. When that changes, or the item is taken out, what was asked is withdrawn; an
-- answer of the family is gone as well: nobody is held to what they did not hear. Changed before it was answered, it is asked as it
-- is now.
create function baskets.changed_is_asked_anew() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  other constant boolean := (new.what, new.provider_id, new.frequency, new.starts, new.ends, new.cost_grosz, new.family_cost_grosz, new.funding, new.performer_ids, new.indicator)
    is distinct from (old.what, old.provider_id, old.frequency, old.starts, old.ends, old.cost_grosz, old.family_cost_grosz, old.funding, old.performer_ids, old.indicator);
begin
  if other or (new.family_answer, new.family_words, new.family_answered_how, new.family_answered_on, new.family_said_by)
    is distinct from (old.family_answer, old.family_words, old.family_answered_how, old.family_answered_on, old.family_said_by) then
    new.family_version := old.family_version + 1;
  end if;
  if new.removed_at is not null and old.removed_at is null then
    perform baskets.withdraw_points(array[new.point_id], 'plan_changed');
  elsif other and (new.provider_id is distinct from old.provider_id or exists (
      select from referrals.point p where p.id = old.point_id and p.answer is not null)) and new.point_id is not distinct from old.point_id then
    perform baskets.withdraw_points(array[old.point_id], 'plan_changed');
    new.point_id := null;
  elsif new.point_id = old.point_id and (new.request, new.frequency, new.starts, new.ends, new.what)
      is distinct from (old.request, old.frequency, old.starts, old.ends, old.what) then
    update referrals.point p set request = nullif(new.request, ''), frequency = new.frequency, starts = new.starts, ends = new.ends, version = p.version + 1
    where p.id = new.point_id and p.answer is null;
  end if;
  if other and new.family_answer = old.family_answer then
    new.family_answer := 'not_yet'; new.family_words := null; new.family_answered_how := null; new.family_answered_on := null;
    new.family_said_by := '{}';
  end if;
  return new;
end $$;
create trigger asked_anew before update on baskets.item for each row execute function baskets.changed_is_asked_anew();

-- Whoever is named to do it works there now.
create function baskets.named_works_there() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if access.me() is not null then
    perform from institutions.worker w where w.id = new.worker_id and w.period @> clock_timestamp() for share;
    if not found then raise exception 'does not work there any more' using errcode = 'SP001', schema = 'baskets', constraint = 'provider_cannot_be_asked'; end if;
  end if;
  return new;
end $$;
create trigger named_works_there before insert on baskets.item for each row when (new.worker_id is not null) execute function baskets.named_works_there();
create trigger named_works_there_when_named before update on baskets.item for each row
  when (new.worker_id is not null and new.worker_id is distinct from old.worker_id) execute function baskets.named_works_there();
