-- The cooperation plan and the social contract that comes from it (regulation of 8.11.2010, Dz.U. 2010 nr 218 poz.
-- 1439): who signs, what was signed (by its hash), approval, reviews, amendments and the evaluation of each action.
create schema contracts;

select codes.create_list('contracts.result');

create table contracts.cooperation_plan (
  id uuid primary key,
  scope_id uuid not null references access.scope,
  version_id uuid not null,
  no int not null,
  planned daterange not null,
  commitments text check (length(commitments) <= 4000),
  consequences text check (length(consequences) <= 2000),
  drawn_up_by uuid not null references institutions.worker,
  drawn_up_at timestamptz not null default now(),
  unique (scope_id, no),
  unique (id, scope_id),
  foreign key (version_id, scope_id) references baskets.version (id, scope_id)
);

-- draft → printed → signed → approved → amended / ended
create table contracts.social_contract (
  id uuid primary key,
  scope_id uuid not null references access.scope,
  plan_id uuid not null,
  type text not null check (type in ('A', 'B')),
  amends_id uuid,
  -- The office side: a social worker of the leading centre.
  social_worker_id uuid not null references institutions.worker,
  causes text not null default '' check (length(causes) <= 4000),
  possibilities text not null default '' check (length(possibilities) <= 4000),
  limits text not null default '' check (length(limits) <= 4000),
  barriers text not null default '' check (length(barriers) <= 4000),
  main_goal text not null default '' check (length(main_goal) <= 2000),
  effects text not null default '' check (length(effects) <= 4000),
  -- Asked in type B only.
  education text not null default '' check (length(education) <= 2000),
  skills text not null default '' check (length(skills) <= 2000),
  experience text not null default '' check (length(experience) <= 2000),
  earlier_attempts text not null default '' check (length(earlier_attempts) <= 2000),
  planned daterange not null,
  review_on date not null,
  state text not null default 'draft' check (state in ('draft', 'printed', 'signed', 'approved', 'amended', 'ended')),
  printed_hash bytea,
  printed_file_id uuid references files.file,
  approved_by uuid references institutions.worker,
  approved_at timestamptz,
  ended_at timestamptz,
  ended_because text,
  drawn_up_by uuid not null references institutions.worker,
  drawn_up_at timestamptz not null default now(),
  version int not null default 1,
  check ((state in ('draft')) or printed_hash is not null),
  check (approved_by is null or approved_by <> drawn_up_by),
  check ((state in ('approved', 'amended')) <= (approved_by is not null)),
  check ((state in ('amended', 'ended')) = (ended_at is not null)),
  unique (id, scope_id),
  foreign key (plan_id, scope_id) references contracts.cooperation_plan (id, scope_id),
  foreign key (amends_id, scope_id) references contracts.social_contract (id, scope_id)
);
create index contract_in_scope on contracts.social_contract (scope_id);

create table contracts.signature (
  id uuid primary key,
  contract_id uuid not null,
  scope_id uuid not null references access.scope,
  person_id uuid references households.person,
  worker_id uuid references institutions.worker,
  part text not null check (part in ('person', 'guardian', 'social_worker')),
  for_person_id uuid references households.person,
  cannot_declare_will boolean not null default false,
  signed_hash bytea,
  signed_on date,
  how text check (how in ('paper', 'in_app')),
  file_id uuid references files.file,
  check ((person_id is null) <> (worker_id is null)),
  check ((signed_on is null) = (signed_hash is null) and (signed_on is null) = (how is null)),
  check ((part = 'social_worker') = (worker_id is not null)),
  foreign key (contract_id, scope_id) references contracts.social_contract (id, scope_id)
);
create index signature_of_contract on contracts.signature (contract_id);

-- Per action of the plan: what came of it. It goes back into part II of the contract.
create table contracts.evaluation (
  id uuid primary key,
  contract_id uuid not null,
  scope_id uuid not null references access.scope,
  item_id uuid not null,
  class text not null,
  result text not null references contracts.result,
  what text check (length(what) <= 2000),
  evaluated_on date not null,
  evaluated_by uuid not null references institutions.worker,
  unique (contract_id, item_id, evaluated_on),
  foreign key (contract_id, scope_id) references contracts.social_contract (id, scope_id),
  foreign key (item_id, scope_id) references baskets.item (id, scope_id)
);
create index evaluation_in_scope on contracts.evaluation (scope_id);

create table contracts.review (
  id uuid primary key,
  scope_id uuid not null references access.scope,
  contract_id uuid not null,
  due date not null,
  held_on date,
  summary text check (length(summary) <= 4000),
  held_by uuid references institutions.worker,
  check ((held_on is null) = (held_by is null)),
  foreign key (contract_id, scope_id) references contracts.social_contract (id, scope_id)
);
create index review_in_scope on contracts.review (scope_id);
create index review_due on contracts.review (due) where held_on is null;
