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
  version int not null default 1
);
create index goal_in_scope on baskets.goal (scope_id);

-- An item is asked of an institution and offered to the family: two answers that do not wait for each other.
-- `goal_class` repeats its goal's class: who sees an item holds both.
create table baskets.item (
  id uuid primary key,
  scope_id uuid not null references access.scope,
  goal_id uuid not null references baskets.goal,
  goal_class text not null,
  service_kind text not null references baskets.service_kind,
  class text not null check (class <> 'violence'),
  what text not null check (length(what) between 2 and 500),
  provider_id uuid not null references institutions.institution,
  worker_id uuid references institutions.worker,
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
  removed_at timestamptz,
  added_by uuid not null references institutions.worker,
  version int not null default 1,
  check (ends is null or starts is null or ends >= starts),
  check (family_cost_grosz <= cost_grosz),
  check (institution_answer is null or asked_at is not null),
  check ((institution_answer is not distinct from 'declined') = (refusal_reason is not null))
);
create index item_of_goal on baskets.item (goal_id);
create index item_in_scope on baskets.item (scope_id);
create index item_asked on baskets.item (provider_id) where asked_at is not null and institution_answer is null and removed_at is null;

-- For whom an item is: one person of the household each.
create table baskets.item_person (
  item_id uuid not null references baskets.item,
  scope_id uuid not null references access.scope,
  person_id uuid not null references households.person,
  primary key (item_id, person_id)
);

-- A need that no service answers, kept as a gap of the commune (counted without the family).
create table baskets.gap (
  id uuid primary key,
  scope_id uuid not null references access.scope,
  goal_id uuid not null references baskets.goal,
  class text not null,
  what text not null check (length(what) between 2 and 500),
  recorded_at timestamptz not null default now()
);
create index gap_in_scope on baskets.gap (scope_id);

-- A frozen version holds the items that both sides said yes to, as they were, and never changes.
create table baskets.version (
  id uuid primary key,
  scope_id uuid not null references access.scope,
  no int not null,
  frozen_at timestamptz not null default now(),
  frozen_by uuid not null references institutions.worker,
  unique (scope_id, no)
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

-- Who may read the request of an item that was asked of their institution, until it is answered.
insert into access.scope_rule values ('case', 'baskets.grants_of', null);
create function baskets.grants_of(cases_asked uuid[])
returns table (scope_id uuid, worker_id uuid, about_id uuid, classes text[], valid tstzmultirange, because jsonb)
language sql stable set search_path = '' as $$
  select i.scope_id, a.worker_id, what.about, what.classes,
    a.valid * tstzmultirange(tstzrange(i.asked_at, i.institution_answered_at)), jsonb_build_object('reason', 'asked', 'item', i.id)
  from baskets.item i join cases."case" c on c.id = i.scope_id
  cross join lateral (
    select worker_id, valid, part from partnerships.answers_for(c.partnership_id, i.provider_id)
    union all
    -- the worker named in the item, and, where nobody was appointed yet, the head
    select w.id, partnerships.membership_valid(c.partnership_id, i.provider_id) * w.period::tstzmultirange, 'named'
      from institutions.worker w where w.id = i.worker_id
    union all
    select h.worker_id, h.valid * partnerships.membership_valid(c.partnership_id, i.provider_id), 'head'
      from institutions.headed(i.provider_id) h
      where not exists (select from partnerships.answers_for(c.partnership_id, i.provider_id) x where x.valid @> now())
  ) a
  cross join lateral (values (i.scope_id, array['pointer']), (i.id, array['request'])) what (about, classes)
  where i.scope_id = any (cases_asked) and i.asked_at is not null and i.removed_at is null
    and i.asked_at < coalesce(i.institution_answered_at, 'infinity')
$$;
revoke execute on function baskets.grants_of(uuid[]) from public;

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

-- The asked institution answers: whoever may read the request. A change of its part is a new offer to the family.
create function baskets.answer_item(the_item uuid, expected_version int, said text, reason text, words text, new_what text, new_frequency text, new_starts date, new_ends date)
returns text language plpgsql security definer set search_path = '' as $$
declare i baskets.item;
begin
  select * into i from baskets.item where id = the_item for update;
  if not found or access.pair(i.scope_id, i.id) not in (select access.my_pairs('request')) then
    -- Answered meanwhile by a colleague of mine? Then say so; to all others it does not exist.
    if i.provider_id = institutions.my_institution() and i.institution_answer is not null
      and exists (select from cases."case" c, partnerships.answers_for(c.partnership_id, i.provider_id) a
        where c.id = i.scope_id and a.worker_id = access.me() and a.valid @> now()) then return 'item-already-answered'; end if;
    return 'not-found';
  end if;
  if i.version <> expected_version then return 'changed-meanwhile'; end if;
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

-- Freezes what both sides said yes to into a new version. Answers how many items it holds, 0 when none is ready,
-- null when refused. The others stay in the basket and go on into the next version.
create function baskets.freeze_ready(id uuid, case_id uuid) returns int
language plpgsql security definer set search_path = '' as $$
declare held int;
begin
  if case_id not in (select access.my_scopes('coordinate')) then return null; end if;
  perform from cases."case" c where c.id = case_id for update;
  perform from baskets.item i where i.scope_id = case_id order by i.id for update;
  if not exists (select from baskets.item i where i.scope_id = case_id and i.removed_at is null
      and i.institution_answer in ('accepted', 'changed') and i.family_answer = 'yes') then return 0; end if;
  insert into baskets.version (id, scope_id, no, frozen_by)
    select freeze_ready.id, freeze_ready.case_id, coalesce(max(v.no), 0) + 1, access.me() from baskets.version v where v.scope_id = freeze_ready.case_id;
  insert into baskets.frozen_item
    select freeze_ready.id, i.id, i.scope_id, i.goal_class, i.class, i.goal_id, g.words, i.service_kind, i.what, i.provider_id, i.worker_id,
      i.frequency, i.starts, i.ends, i.cost_grosz, i.family_cost_grosz, i.funding,
      array(select p.person_id from baskets.item_person p where p.item_id = i.id order by 1)
    from baskets.item i join baskets.goal g on g.id = i.goal_id
    where i.scope_id = freeze_ready.case_id and i.removed_at is null and i.institution_answer in ('accepted', 'changed') and i.family_answer = 'yes';
  get diagnostics held = row_count;
  return held;
end $$;

create function baskets.goal_class(the_goal uuid, scope uuid) returns text
language sql stable security definer set search_path = '' as
$$ select class from baskets.goal where id = the_goal and scope_id = scope $$;
create function baskets.service_class(kind text) returns text
language sql stable security definer set search_path = '' as
$$ select class from baskets.service_kind where code = kind $$;
create function baskets.may_be_asked(case_id uuid, institution uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from cases."case" c where c.id = case_id and (
    partnerships.membership_valid(c.partnership_id, institution) @> now()
    or exists (select from cases.lead l where l.case_id = c.id and l.institution_id = institution and l.period @> now())))
$$;
grant execute on function baskets.answer_item(uuid, int, text, text, text, text, text, date, date), baskets.freeze_ready(uuid, uuid),
  baskets.goal_class(uuid, uuid), baskets.service_class(text), baskets.may_be_asked(uuid, uuid) to splot_app;
