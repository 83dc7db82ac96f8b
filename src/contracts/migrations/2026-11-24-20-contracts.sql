-- The cooperation plan and the social contract that comes from it (regulation of 8.11.2010, Dz.U. 2010 nr 218 poz.
-- 1439): who signs, what was signed (by its hash), approval, reviews, amendments and the evaluation of each action.
create schema contracts;
grant usage on schema contracts to splot_app, splot_jobs;

select codes.create_list('contracts.result');

create table contracts.cooperation_plan (
  id uuid primary key,
  scope_id uuid not null references access.scope,
  version_id uuid not null references baskets.version,
  no int not null,
  planned daterange not null,
  commitments text check (length(commitments) <= 4000),
  consequences text check (length(consequences) <= 2000),
  drawn_up_by uuid not null references institutions.worker,
  drawn_up_at timestamptz not null default now(),
  unique (scope_id, no)
);

-- draft → printed → signed → approved → amended / ended
create table contracts.social_contract (
  id uuid primary key,
  scope_id uuid not null references access.scope,
  plan_id uuid not null references contracts.cooperation_plan,
  type text not null check (type in ('A', 'B')),
  amends_id uuid references contracts.social_contract,
  -- The office side: a social worker of the leading centre.
  social_worker_id uuid not null references institutions.worker,
  causes text not null default '' check (length(causes) <= 4000),
  possibilities text not null default '' check (length(possibilities) <= 4000),
  limits text not null default '' check (length(limits) <= 4000),
  main_goal text not null default '' check (length(main_goal) <= 2000),
  effects text not null default '' check (length(effects) <= 4000),
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
  check (approved_by is null or approved_by <> drawn_up_by)
);
create index contract_in_scope on contracts.social_contract (scope_id);

create table contracts.signature (
  id uuid primary key,
  contract_id uuid not null references contracts.social_contract,
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
  check ((signed_on is null) = (signed_hash is null) and (signed_on is null) = (how is null))
);
create index signature_of_contract on contracts.signature (contract_id);

-- Per action of the plan: what came of it. It goes back into part II of the contract.
create table contracts.evaluation (
  id uuid primary key,
  contract_id uuid not null references contracts.social_contract,
  scope_id uuid not null references access.scope,
  item_id uuid not null references baskets.item,
  class text not null,
  result text not null references contracts.result,
  what text check (length(what) <= 2000),
  evaluated_on date not null,
  evaluated_by uuid not null references institutions.worker,
  unique (contract_id, item_id, evaluated_on)
);
create index evaluation_in_scope on contracts.evaluation (scope_id);

create table contracts.review (
  id uuid primary key,
  scope_id uuid not null references access.scope,
  contract_id uuid not null references contracts.social_contract,
  due date not null,
  held_on date,
  summary text check (length(summary) <= 4000),
  held_by uuid references institutions.worker,
  check ((held_on is null) = (held_by is null))
);
create index review_in_scope on contracts.review (scope_id);
create index review_due on contracts.review (due) where held_on is null;

-- What the head of the leading institution, or who stands in, must approve: its file, while it waits.
insert into access.scope_rule values ('case', 'contracts.grants_of', null);
create function contracts.grants_of(cases_asked uuid[])
returns table (scope_id uuid, worker_id uuid, about_id uuid, classes text[], valid tstzmultirange, because jsonb)
language sql stable set search_path = '' as $$
  select c.scope_id, h.worker_id, null::uuid, array['file', 'health', 'addiction'],
    h.valid * l.period::tstzmultirange, jsonb_build_object('reason', 'approval', 'contract', c.id)
  from contracts.social_contract c join cases.lead l on l.case_id = c.scope_id
  cross join lateral institutions.headed(l.institution_id) h
  where c.scope_id = any (cases_asked) and c.state = 'signed' and h.worker_id <> c.drawn_up_by
$$;
revoke execute on function contracts.grants_of(uuid[]) from public;
create function contracts.contract_changed() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform cases.derive(array[new.scope_id]);
  return null;
end $$;
create trigger derives after update on contracts.social_contract for each row when (old.state <> new.state) execute function contracts.contract_changed();

-- Approves a signed contract: the head of the leading institution or who stands in, not who drew it up. The contract
-- it amends ends with that.
create function contracts.approve(contract uuid, expected_version int) returns text
language plpgsql security definer set search_path = '' as $$
declare c contracts.social_contract;
begin
  select * into c from contracts.social_contract where id = contract and scope_id in (select access.my_scopes('head')) for update;
  if not found then return 'not-found'; end if;
  if c.drawn_up_by = access.me() then return 'not-by-who-drew-it-up'; end if;
  if c.version <> expected_version then return 'changed-meanwhile'; end if;
  if c.state <> 'signed' then return 'contract-not-signed'; end if;
  update contracts.social_contract set state = 'approved', approved_by = access.me(), approved_at = now(), version = version + 1 where id = contract;
  update contracts.social_contract set state = 'amended', ended_at = now(), version = version + 1 where id = c.amends_id and state = 'approved';
  insert into contracts.review (id, scope_id, contract_id, due) values (uuidv7(), c.scope_id, contract, c.review_on);
  return null;
end $$;

-- A draft may be changed; what was printed only moves on.
create function contracts.only_drafts_change() returns trigger language plpgsql set search_path = '' as $$
begin
  if old.state <> 'draft' and (old.causes, old.possibilities, old.limits, old.main_goal, old.effects, old.planned, old.type, old.plan_id, old.social_worker_id)
    is distinct from (new.causes, new.possibilities, new.limits, new.main_goal, new.effects, new.planned, new.type, new.plan_id, new.social_worker_id)
    or (old.printed_hash is not null and old.printed_hash is distinct from new.printed_hash and old.state <> 'draft') then
    raise exception 'a printed contract does not change' using errcode = 'SP001';
  end if;
  return new;
end $$;
create trigger stays before update on contracts.social_contract for each row execute function contracts.only_drafts_change();
grant execute on function contracts.approve(uuid, int) to splot_app;

-- The phase of a case, derived from facts since the last opening, in this order of test (model.md).
create function contracts.phase(case_id uuid) returns text
language sql stable security definer set search_path = '' as $$
  select case
    when upper(o.period) is not null then 'closed'
    when exists (select from contracts.social_contract k join contracts.review r on r.contract_id = k.id
      where k.scope_id = case_id and k.state = 'approved' and k.approved_at >= lower(o.period)
        and r.held_on is null and r.due <= splot.today_pl() + 14)
      or (exists (select from contracts.social_contract k where k.scope_id = case_id and k.state = 'ended' and k.ended_at >= lower(o.period))
        and not exists (select from contracts.social_contract k where k.scope_id = case_id and k.state = 'approved')) then 'evaluation'
    when exists (select from contracts.social_contract k where k.scope_id = case_id and k.state = 'approved' and k.approved_at >= lower(o.period)) then 'realisation'
    when exists (select from baskets.version v where v.scope_id = case_id and v.frozen_at >= lower(o.period)) then 'contract'
    when exists (select from assessments.assessment a where a.scope_id = case_id and a.fixed_at >= lower(o.period)) then 'basket'
    when exists (select from assessments.assessment a where a.scope_id = case_id and a.opened_at >= lower(o.period)) then 'assessment'
    when exists (select from cases.team_member t join cases.lead l on l.case_id = t.case_id and l.period @> t.answered_at
      where t.case_id = phase.case_id and t.answer = 'accepted' and t.institution_id <> l.institution_id and t.answered_at >= lower(o.period)) then 'team'
    else 'concern' end
  from cases.opening o where o.case_id = phase.case_id and phase.case_id in (select access.my_scopes('pointer'))
  order by lower(o.period) desc limit 1
$$;
grant execute on function contracts.phase(uuid) to splot_app;
