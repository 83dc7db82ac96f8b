-- The service basket: goals in the family's words, and for each what is done, by whom, when and for how much.
create schema baskets;

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

create type baskets.ready_item as (item_id uuid, scope_id uuid, goal_class text, class text, goal_id uuid, goal_words text, service_kind text, what text,
  provider_id uuid, worker_id uuid, frequency text, starts date, ends date, cost_grosz bigint, family_cost_grosz bigint, funding text, person_ids uuid[]);
