-- The service basket: goals in the family's words, and for each what is done, by whom, when and for how much.
create schema baskets;
grant usage on schema baskets to splot_app, splot_jobs;

select codes.create_list('baskets.service_group');
select codes.create_list('baskets.service_unit');
select codes.create_list('baskets.service_kind', '"group" text references baskets.service_group, unit text references baskets.service_unit,
  class text not null, providers text[], needs_decision boolean');
select codes.create_list('baskets.refusal_reason', 'kind text, unmet_need boolean, needs_text boolean');
select codes.create_list('baskets.funding');

create table baskets.goal (
  id uuid primary key,
  scope_id uuid not null references access.scope,
  domain text not null references assessments.life_domain,
  class text not null check (class <> 'violence'),
  words text not null check (length(words) between 2 and 500),
  expected text check (length(expected) <= 1000),
  indicator text check (length(indicator) <= 500),
  level_now int check (level_now between 1 and 5),
  target int check (target between 1 and 5),
  until date,
  priority int not null default 2 check (priority between 1 and 3),
  dropped_at timestamptz,
  added_by uuid not null references institutions.worker,
  version int not null default 1,
  unique (id, scope_id)
);
create index goal_in_scope on baskets.goal (scope_id);

-- An item is asked of an institution and offered to the family: two answers that do not wait for each other.
-- `goal_class` repeats its goal's class: who sees an item holds both.
create table baskets.item (
  id uuid primary key,
  scope_id uuid not null references access.scope,
  goal_id uuid not null,
  goal_class text not null,
  service_kind text not null references baskets.service_kind,
  class text not null check (class <> 'violence'),
  what text not null check (length(what) between 2 and 500),
  provider_id uuid not null references institutions.institution,
  worker_id uuid,
  frequency text check (length(frequency) <= 200),
  starts date,
  ends date,
  cost_grosz bigint not null default 0 check (cost_grosz between 0 and 100000000),
  family_cost_grosz bigint not null default 0 check (family_cost_grosz between 0 and 100000000),
  funding text not null default 'free' references baskets.funding,
  -- What the provider may read before accepting: no name, no village.
  request text not null default '' check (length(request) <= 1000),
  asked_at timestamptz,
  answer_by date,
  institution_answer text check (institution_answer in ('accepted', 'declined', 'changed')),
  institution_answered_at timestamptz,
  institution_answered_by uuid references institutions.worker,
  refusal_reason text references baskets.refusal_reason,
  institution_words text check (length(institution_words) <= 1000),
  family_answer text not null default 'not_yet' check (family_answer in ('not_yet', 'yes', 'no', 'later')),
  family_words text check (length(family_words) <= 500),
  family_answered_how text,
  family_answered_on date,
  -- Back with the coordinator: the provider left, or what may be told to it was withdrawn. Gone when asked again.
  returned_at timestamptz,
  returned_because text check (returned_because in ('provider_left', 'basis_withdrawn')),
  removed_at timestamptz,
  added_by uuid not null references institutions.worker,
  version int not null default 1,
  check (ends is null or starts is null or ends >= starts),
  check (family_cost_grosz <= cost_grosz),
  check (institution_answer is null or asked_at is not null),
  check ((institution_answer is null) = (institution_answered_at is null)),
  check (institution_answered_at >= asked_at),
  check ((institution_answer is not distinct from 'declined') = (refusal_reason is not null)),
  check (family_answer = 'not_yet' or family_answered_how is not null),
  check ((returned_at is null) = (returned_because is null)),
  foreign key (goal_id, scope_id) references baskets.goal (id, scope_id),
  foreign key (worker_id, provider_id) references institutions.worker (id, institution_id),
  unique (id, scope_id)
);
create index item_of_goal on baskets.item (goal_id);
create index item_in_scope on baskets.item (scope_id);
create index item_of_provider on baskets.item (provider_id) where removed_at is null;
create index item_asked on baskets.item (provider_id) where asked_at is not null and institution_answer is null and removed_at is null;

-- For whom an item is: one person of the household each.
create table baskets.item_person (
  item_id uuid not null,
  scope_id uuid not null references access.scope,
  person_id uuid not null references households.person,
  primary key (item_id, person_id),
  foreign key (item_id, scope_id) references baskets.item (id, scope_id)
);

-- A need that no service answers, kept as a gap of the commune (counted without the family).
create table baskets.gap (
  id uuid primary key,
  scope_id uuid not null references access.scope,
  goal_id uuid not null,
  class text not null,
  what text not null check (length(what) between 2 and 500),
  recorded_at timestamptz not null default now(),
  foreign key (goal_id, scope_id) references baskets.goal (id, scope_id)
);
create index gap_in_scope on baskets.gap (scope_id);

-- A frozen version holds the items that both sides said yes to, as they were, and never changes.
create table baskets.version (
  id uuid primary key,
  scope_id uuid not null references access.scope,
  no int not null,
  frozen_at timestamptz not null default now(),
  frozen_by uuid not null references institutions.worker,
  unique (scope_id, no),
  unique (id, scope_id)
);

create table baskets.frozen_item (
  version_id uuid not null references baskets.version,
  item_id uuid not null references baskets.item,
  scope_id uuid not null references access.scope,
  goal_class text not null,
  class text not null,
  goal_id uuid not null references baskets.goal,
  goal_words text not null,
  service_kind text not null references baskets.service_kind,
  what text not null,
  provider_id uuid not null references institutions.institution,
  worker_id uuid references institutions.worker,
  frequency text,
  starts date,
  ends date,
  cost_grosz bigint not null,
  family_cost_grosz bigint not null,
  funding text not null references baskets.funding,
  person_ids uuid[] not null,
  primary key (version_id, item_id)
);
create trigger frozen before update or delete on baskets.frozen_item for each statement execute function journal.refuse();
create trigger frozen before update or delete on baskets.version for each statement execute function journal.refuse();

-- Who may read the request of an item that was asked of their institution, until it is answered: who answers for it
-- (representative, deputy, duty contact), the worker it was meant for, and, while nobody was appointed, the head.
insert into access.scope_rule values ('case', 'baskets.grants_of', 'baskets.hold_facts');
create function baskets.grants_of(cases_asked uuid[])
returns table (scope_id uuid, worker_id uuid, about_id uuid, classes text[], valid tstzmultirange, because jsonb)
language sql stable set search_path = '' set plan_cache_mode = force_generic_plan as $$
  with asked as materialized (
    select i.id, i.scope_id, i.provider_id, i.worker_id, c.partnership_id,
      tstzmultirange(tstzrange(i.asked_at, i.institution_answered_at)) * cases.open_during(i.scope_id) as valid
    from baskets.item i join cases."case" c on c.id = i.scope_id
    where i.scope_id = any (cases_asked) and i.asked_at is not null and i.removed_at is null
      and i.asked_at < coalesce(i.institution_answered_at, 'infinity')
  ), provider as materialized (
    select p.partnership_id, p.provider_id, partnerships.membership_valid(p.partnership_id, p.provider_id) as member
    from (select distinct partnership_id, provider_id from asked) p
  ), answering as materialized (
    select p.partnership_id, p.provider_id, a.worker_id, a.valid
    from provider p cross join lateral partnerships.answers_for(p.partnership_id, p.provider_id) a
  )
  select i.scope_id, a.worker_id, what.about, what.classes, a.valid * i.valid, jsonb_build_object('reason', 'asked', 'item', i.id)
  from asked i join provider p using (partnership_id, provider_id)
  cross join lateral (
    select x.worker_id, x.valid from answering x where x.partnership_id = i.partnership_id and x.provider_id = i.provider_id
    union all
    select w.id, p.member * w.period::tstzmultirange from institutions.worker w where w.id = i.worker_id
    union all
    select h.worker_id, h.valid * p.member - coalesce((
      select range_agg(x.valid) from answering x where x.partnership_id = i.partnership_id and x.provider_id = i.provider_id), '{}')
    from institutions.headed(i.provider_id) h
  ) a
  cross join lateral (values (i.scope_id, array['pointer']), (i.id, array['request'])) what (about, classes)
$$;

create function baskets.hold_facts(cases_asked uuid[]) returns void
language sql security definer set search_path = '' set plan_cache_mode = force_generic_plan as $$
  select from institutions.institution o where o.id in (
    select i.provider_id from baskets.item i where i.scope_id = any (cases_asked) and i.asked_at is not null and i.removed_at is null)
  order by o.id for share
$$;
revoke execute on function baskets.grants_of(uuid[]), baskets.hold_facts(uuid[]) from public;

create function baskets.item_changed() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform cases.derive(array[new.scope_id]);
  return null;
end $$;
create trigger derives_when_asked after insert on baskets.item for each row when (new.asked_at is not null) execute function baskets.item_changed();
create trigger derives after update on baskets.item for each row
  when ((old.asked_at, old.institution_answered_at, old.removed_at, old.provider_id, old.worker_id)
    is distinct from (new.asked_at, new.institution_answered_at, new.removed_at, new.provider_id, new.worker_id))
  execute function baskets.item_changed();

-- Who answers for an institution changed (work, heads, delegations, appointments, membership, suspension, agreement):
-- the cases in which something waits for its answer.
create function baskets.waiting_for(institution uuid) returns uuid[]
language sql stable set search_path = '' as $$
  select array(select distinct i.scope_id from baskets.item i
    where i.provider_id = institution and i.asked_at is not null and i.institution_answer is null and i.removed_at is null)
$$;
revoke execute on function baskets.waiting_for(uuid) from public;
create function baskets.institution_changed() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform cases.derive(baskets.waiting_for(new.institution_id));
  return null;
end $$;
create trigger baskets_derive after update on institutions.worker for each row when (old.period is distinct from new.period)
  execute function baskets.institution_changed();
create trigger baskets_derive after insert or update on institutions.head for each row execute function baskets.institution_changed();
create trigger baskets_derive after insert or update on institutions.delegation for each row when (new.part in ('stand_in', 'duty'))
  execute function baskets.institution_changed();
create function baskets.of_membership_changed() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform cases.derive(baskets.waiting_for(m.institution_id)) from partnerships.membership m where m.id = new.membership_id;
  return null;
end $$;
create trigger baskets_derive after insert or update on partnerships.appointment for each row execute function baskets.of_membership_changed();
create trigger baskets_derive after insert or update on partnerships.membership_suspension for each row execute function baskets.of_membership_changed();
create function baskets.agreement_changed() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform cases.derive(array(select distinct i.scope_id from baskets.item i join cases."case" c on c.id = i.scope_id
    where c.partnership_id = new.partnership_id and i.asked_at is not null and i.institution_answer is null and i.removed_at is null));
  return null;
end $$;
create trigger baskets_derive after insert or update on partnerships.agreement for each row execute function baskets.agreement_changed();

-- An institution leaves: what it was asked and what it had accepted in open cases goes back to the coordinators.
create function baskets.membership_changed() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'UPDATE' and old.left_because is null and new.left_because is not null then
    update baskets.item i set asked_at = null, answer_by = null, institution_answer = null, institution_answered_at = null,
      institution_answered_by = null, refusal_reason = null, institution_words = null, worker_id = null,
      returned_at = now(), returned_because = 'provider_left', version = i.version + 1
    from cases."case" c join cases.opening o on o.case_id = c.id and upper_inf(o.period)
    where i.provider_id = new.institution_id and i.scope_id = c.id and c.partnership_id = new.partnership_id
      and i.asked_at is not null and i.removed_at is null and i.institution_answer is distinct from 'declined'
      and coalesce(i.ends, 'infinity') >= splot.today_pl();
  end if;
  perform cases.derive(baskets.waiting_for(new.institution_id));
  return null;
end $$;
create trigger baskets_derive after insert or update of period, left_because on partnerships.membership for each row
  execute function baskets.membership_changed();

-- A basis is withdrawn: what its receiver does for that person, and no other basis covers, goes back to the coordinator.
create function baskets.basis_withdrawn() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update baskets.item i set asked_at = null, answer_by = null, institution_answer = null, institution_answered_at = null,
    institution_answered_by = null, refusal_reason = null, institution_words = null,
    returned_at = now(), returned_because = 'basis_withdrawn', version = i.version + 1
  where i.scope_id = new.scope_id and i.provider_id = new.to_institution_id and i.asked_at is not null and i.removed_at is null
    and i.institution_answer is distinct from 'declined'
    and exists (select from baskets.item_person p where p.item_id = i.id and p.person_id = new.about_id)
    and not exists (select from consents.basis b join consents.basis_rule r on r.code = b.rule and r.standing
      where b.scope_id = new.scope_id and b.about_id = new.about_id and b.to_institution_id = new.to_institution_id
        and b.from_institution_id = new.from_institution_id and b.withdrawn_at is null and b.period @> now());
  return null;
end $$;
create trigger items_return after update on consents.basis for each row
  when (old.withdrawn_at is null and new.withdrawn_at is not null) execute function baskets.basis_withdrawn();

-- The asked institution said yes to what stood there. When that changes, or it is asked once more, its answer is gone,
-- and so is the family's: nobody is held to what they did not hear.
create function baskets.changed_is_asked_anew() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  asked_again boolean := new.asked_at is not null and (tg_op = 'INSERT' or new.asked_at is distinct from old.asked_at);
  other boolean := tg_op = 'UPDATE' and (new.what, new.provider_id, new.frequency, new.starts, new.ends, new.cost_grosz, new.family_cost_grosz, new.funding)
    is distinct from (old.what, old.provider_id, old.frequency, old.starts, old.ends, old.cost_grosz, old.family_cost_grosz, old.funding);
begin
  -- Who is asked is still there to answer: held, they do not leave meanwhile.
  if asked_again and access.me() is not null then
    perform cases.hold_facts(array[new.scope_id], new.provider_id);
    if not baskets.may_be_asked(new.scope_id, new.provider_id) then
      raise exception 'not a member any more' using errcode = 'SP001', constraint = 'provider_cannot_be_asked';
    end if;
  end if;
  if tg_op = 'INSERT' then new.asked_at := case when new.asked_at is not null then now() end; return new; end if;
  if new.institution_answered_at is distinct from old.institution_answered_at then return new; end if; -- the answer itself
  if asked_again then new.asked_at := now(); new.returned_at := null; new.returned_because := null; end if;
  if other and not asked_again and (new.provider_id <> old.provider_id or new.institution_answer is not null) then new.asked_at := null; end if;
  if other or new.asked_at is distinct from old.asked_at then
    new.institution_answer := null; new.institution_answered_at := null; new.institution_answered_by := null;
    new.refusal_reason := null; new.institution_words := null;
  end if;
  if other and new.family_answer = old.family_answer then
    new.family_answer := 'not_yet'; new.family_words := null; new.family_answered_how := null; new.family_answered_on := null;
  end if;
  return new;
end $$;
create trigger asked_anew before insert or update on baskets.item for each row execute function baskets.changed_is_asked_anew();

-- What was asked of the institution that I answer for, and waits: the request and its frame, nothing of the family.
-- (`goal_class` is for the journal: who may be told of the answer.)
create function baskets.asked_of_me() returns table (id uuid, scope_id uuid, code text, provider_id uuid, service_kind text, request text,
  frequency text, starts date, ends date, asked_at timestamptz, answer_by date, version int, goal_class text)
language sql stable security definer set search_path = '' as $$
  select i.id, i.scope_id, c.code, i.provider_id, i.service_kind, i.request, i.frequency, i.starts, i.ends, i.asked_at, i.answer_by, i.version, i.goal_class
  from baskets.item i join cases."case" c on c.id = i.scope_id
  where i.asked_at is not null and i.institution_answer is null and i.removed_at is null
    and access.pair(i.scope_id, i.id) = any (array(select access.my_pairs('request')))
    and i.provider_id = (select institutions.my_institution())
$$;
grant execute on function baskets.asked_of_me() to splot_app;

-- Records what the family says of an item, with how it said it: the coordinator, or a team member who asked them.
create function baskets.record_family_answer(the_item uuid, expected_version int, answer text, words text, how text, on_day date) returns text
language plpgsql security definer set search_path = '' as $$
declare i baskets.item;
begin
  select * into i from baskets.item where id = the_item;
  if not cases.begin_deed(i.scope_id, 'team') then return 'not-found'; end if;
  select * into i from baskets.item where id = the_item and removed_at is null for update;
  -- A provider does not say yes to its own offer in the family's name.
  if not found or not (i.scope_id in (select access.my_scopes('coordinate'))
    or i.scope_id in (select access.my_scopes('team')) and i.provider_id <> institutions.my_institution()
      and i.scope_id in (select access.my_scopes(i.class)) and i.scope_id in (select access.my_scopes(i.goal_class))) then return 'not-found'; end if;
  if i.version <> expected_version then return 'changed-meanwhile'; end if;
  update baskets.item set family_answer = answer, family_words = words, family_answered_how = how, family_answered_on = on_day, version = version + 1
  where id = the_item;
  return null;
end $$;
grant execute on function baskets.record_family_answer(uuid, int, text, text, text, date) to splot_app;

-- Whether a colleague of mine has answered for our institution: told to whoever could have, unless excluded from the case.
create function baskets.colleague_answered(the_item uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (
    select from baskets.item i join cases."case" c on c.id = i.scope_id cross join partnerships.answers_for(c.partnership_id, i.provider_id) a
    where i.id = the_item and i.provider_id = institutions.my_institution() and i.institution_answer is not null
      and a.worker_id = access.me() and a.valid @> now()
      and not exists (select from access.barred b where b.scope_id = i.scope_id and b.worker_id = access.me() and b.valid @> now()))
$$;

-- The asked institution answers: whoever may read the request. A change of its part is a new offer to the family.
create function baskets.answer_item(the_item uuid, expected_version int, said text, reason text, words text, new_what text, new_frequency text, new_starts date, new_ends date)
returns text language plpgsql security definer set search_path = '' as $$
declare i baskets.item;
begin
  select * into i from baskets.item where id = the_item;
  if not found then return 'not-found'; end if;
  perform cases.hold_case(i.scope_id, i.provider_id);
  select * into i from baskets.item where id = the_item for update;
  if i.provider_id is distinct from institutions.my_institution() or access.pair(i.scope_id, i.id) not in (select access.my_pairs('request')) then
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
    family_answer = case when said = 'changed' then 'not_yet' else family_answer end,
    version = version + 1
  where id = the_item;
  return null;
end $$;

create type baskets.ready_item as (item_id uuid, scope_id uuid, goal_class text, class text, goal_id uuid, goal_words text, service_kind text, what text,
  provider_id uuid, worker_id uuid, frequency text, starts date, ends date, cost_grosz bigint, family_cost_grosz bigint, funding text, person_ids uuid[]);
-- Items of a basket that both sides said yes to.
create function baskets.ready(case_id uuid) returns setof baskets.ready_item
language sql stable set search_path = '' as $$
  select i.id, i.scope_id, i.goal_class, i.class, i.goal_id, g.words, i.service_kind, i.what, i.provider_id, i.worker_id,
    i.frequency, i.starts, i.ends, i.cost_grosz, i.family_cost_grosz, i.funding,
    array(select p.person_id from baskets.item_person p where p.item_id = i.id order by 1)
  from baskets.item i join baskets.goal g on g.id = i.goal_id
  where i.scope_id = ready.case_id and i.removed_at is null and i.institution_answer in ('accepted', 'changed') and i.family_answer = 'yes'
$$;
revoke execute on function baskets.ready(uuid) from public;

-- Freezes what both sides said yes to into a new version. Answers how many items it holds; 0 when none is ready, or
-- when the last version holds just the same; null when refused. The others stay in the basket and go on into the next.
create function baskets.freeze_ready(id uuid, case_id uuid) returns int
language plpgsql security definer set search_path = '' as $$
declare
  held int;
  last uuid;
begin
  if not cases.begin_deed(case_id, 'coordinate')
    or not exists (select from cases.opening o where o.case_id = freeze_ready.case_id and upper_inf(o.period)) then return null; end if;
  perform from baskets.item i where i.scope_id = case_id order by i.id for update;
  select v.id into last from baskets.version v where v.scope_id = case_id order by v.no desc limit 1;
  if not exists (select from baskets.ready(case_id))
    or not exists (
      (select r from baskets.ready(case_id) r except all select (f.item_id, f.scope_id, f.goal_class, f.class, f.goal_id, f.goal_words, f.service_kind,
        f.what, f.provider_id, f.worker_id, f.frequency, f.starts, f.ends, f.cost_grosz, f.family_cost_grosz, f.funding, f.person_ids)::baskets.ready_item
        from baskets.frozen_item f where f.version_id = last))
      and (select count(*) from baskets.ready(case_id)) = (select count(*) from baskets.frozen_item f where f.version_id = last) then return 0; end if;
  insert into baskets.version (id, scope_id, no, frozen_by)
    select freeze_ready.id, freeze_ready.case_id, coalesce(max(v.no), 0) + 1, access.me() from baskets.version v where v.scope_id = freeze_ready.case_id;
  insert into baskets.frozen_item (version_id, item_id, scope_id, goal_class, class, goal_id, goal_words, service_kind, what, provider_id, worker_id,
      frequency, starts, ends, cost_grosz, family_cost_grosz, funding, person_ids)
    select freeze_ready.id, r.* from baskets.ready(case_id) r;
  get diagnostics held = row_count;
  return held;
end $$;

create function baskets.goal_class(the_goal uuid, scope uuid) returns text
language sql stable security definer set search_path = '' as
$$ select class from baskets.goal where id = the_goal and scope_id = scope and scope in (select access.my_scopes('team')) $$;
create function baskets.item_class(the_item uuid, scope uuid) returns text
language sql stable security definer set search_path = '' as
$$ select class from baskets.item where id = the_item and scope_id = scope and scope in (select access.my_scopes('team')) $$;
-- Is this somebody of the household that a case is about?
create function baskets.is_about(case_id uuid, person uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from cases."case" c where c.id = case_id and households.belongs_to(person, c.household_id))
    and case_id in (select access.my_scopes('team'))
$$;
create function baskets.service_class(kind text) returns text
language sql stable security definer set search_path = '' as
$$ select class from baskets.service_kind where code = kind $$;
create function baskets.may_be_asked(case_id uuid, institution uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from cases."case" c where c.id = case_id and c.id in (select access.my_scopes('team')) and (
    partnerships.membership_valid(c.partnership_id, institution) @> clock_timestamp()
    or exists (select from cases.lead l where l.case_id = c.id and l.institution_id = institution and l.period @> clock_timestamp())))
$$;
grant execute on function baskets.colleague_answered(uuid), baskets.answer_item(uuid, int, text, text, text, text, text, date, date), baskets.freeze_ready(uuid, uuid),
  baskets.goal_class(uuid, uuid), baskets.item_class(uuid, uuid), baskets.is_about(uuid, uuid), baskets.service_class(text),
  baskets.may_be_asked(uuid, uuid) to splot_app;

-- A case in which an institution has said yes, or whose basket was frozen, was no mistake: others rely on it.
create function baskets.rely_on_case() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if exists (select from baskets.item i where i.scope_id = new.id and i.institution_answer in ('accepted', 'changed'))
    or exists (select from baskets.version v where v.scope_id = new.id) then
    raise exception 'others rely on this case' using errcode = 'SP001', constraint = 'others_rely_on_it';
  end if;
  return new;
end $$;
create trigger baskets_rely_on_it before update on cases."case" for each row when (old.voided_at is null and new.voided_at is not null)
  execute function baskets.rely_on_case();
