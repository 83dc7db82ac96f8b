-- The institution level of the Model: who is in the partnership, on what agreement, and who answers for what.
create schema partnerships;

select codes.create_list('partnerships.variant',
  'model text, partnership_team jsonb, task_team jsonb, task_team_separate boolean, plan_document jsonb, defaults jsonb');
select codes.create_list('partnerships.team_role', 'level text, sees text');
-- What a family may struggle with: the competence map says who leads then, cases say which of it they are about.
select codes.create_list('partnerships.problem_kind', 'class text not null, statutory boolean, article text, violence boolean');

create table partnerships.partnership (
  id uuid primary key,
  name text not null check (length(name) between 2 and 120),
  variant text not null references partnerships.variant,
  tier text not null check (tier in ('commune_county', 'voivodeship')),
  parent_id uuid references partnerships.partnership,
  leading_institution_id uuid not null references institutions.institution,
  model_version text not null default '1',
  -- What its team and its documents are called here; null takes the variant's word.
  team_name text,
  task_team_name text,
  plan_name text,
  version int not null default 1
);
create index partnership_led_by on partnerships.partnership (leading_institution_id);

create table partnerships.area (
  partnership_id uuid not null references partnerships.partnership,
  terc text not null references territory.unit,
  primary key (partnership_id, terc)
);

-- An agreement of many parties. `in_force` is set when the last founding party has signed.
create table partnerships.agreement (
  id uuid primary key,
  partnership_id uuid not null references partnerships.partnership,
  text_version text not null,
  planned daterange not null,
  in_force tstzrange,
  version int not null default 1,
  exclude using gist (partnership_id with =, in_force with &&)
);

create table partnerships.agreement_party (
  agreement_id uuid not null references partnerships.agreement,
  institution_id uuid not null references institutions.institution,
  founding boolean not null,
  signed_on date,
  signed_by uuid references institutions.worker,
  how text check (how in ('paper', 'in_app')),
  file_id uuid,
  primary key (agreement_id, institution_id),
  check ((signed_on is null) = (signed_by is null) and (signed_on is null) = (how is null))
);

create table partnerships.agreement_suspension (
  id uuid primary key,
  agreement_id uuid not null references partnerships.agreement,
  period tstzrange not null,
  decided_on date not null,
  reason text not null,
  exclude using gist (agreement_id with =, period with &&)
);

-- invited → declared → acceded → (suspended) → left
create table partnerships.membership (
  id uuid primary key,
  partnership_id uuid not null references partnerships.partnership,
  institution_id uuid not null references institutions.institution,
  invited_at timestamptz not null default now(),
  declared_on date,
  declared_by uuid references institutions.worker,
  declaration_how text check (declaration_how in ('paper', 'in_app')),
  period tstzrange,
  left_because text,
  version int not null default 1,
  exclude using gist (access.pair(partnership_id, institution_id) with =, period with &&)
);
create index membership_of_partnership on partnerships.membership (partnership_id);
create index membership_of_institution on partnerships.membership (institution_id);
create unique index one_open_invitation on partnerships.membership (partnership_id, institution_id)
  where period is null and left_because is null;

create table partnerships.membership_suspension (
  id uuid primary key,
  membership_id uuid not null references partnerships.membership,
  period tstzrange not null,
  reason text not null,
  -- Whose decision it was: that institution ends it.
  by_institution_id uuid references institutions.institution,
  exclude using gist (membership_id with =, period with &&)
);

create table partnerships.appointment (
  id uuid primary key,
  membership_id uuid not null references partnerships.membership,
  worker_id uuid not null references institutions.worker,
  part text not null check (part in ('representative', 'deputy')),
  period tstzrange not null,
  appointed_by uuid not null references institutions.worker,
  exclude using gist (membership_id with =, part with =, period with &&)
);

create table partnerships.rules_of_work (
  id uuid primary key,
  partnership_id uuid not null references partnerships.partnership,
  period tstzrange not null,
  adopted_on date not null,
  answer_days_immediate int not null check (answer_days_immediate between 0 and 1),
  answer_days_urgent int not null check (answer_days_urgent between 1 and 7),
  answer_days_usual int not null check (answer_days_usual between 1 and 30),
  review_every_months int not null check (review_every_months between 1 and 6),
  meeting_every_months int not null check (meeting_every_months between 1 and 12),
  text text not null default '',
  exclude using gist (partnership_id with =, period with &&)
);

-- Who leads, who must, who may, for a kind of problem. Rows without a partnership are the starting proposal.
-- `locked`: the law demands it, a partnership cannot weaken it.
create table partnerships.competence (
  id uuid primary key default uuidv7(),
  partnership_id uuid references partnerships.partnership,
  problem_kind text not null,
  institution_kind text not null references institutions.institution_kind,
  part text not null check (part in ('leads', 'must', 'may')),
  law text,
  note text,
  locked boolean not null default false,
  unique nulls not distinct (partnership_id, problem_kind, institution_kind)
);
