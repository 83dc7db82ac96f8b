-- The cooperation plan and the social contract that comes from it (regulation of 8.11.2010, Dz.U. 2010 nr 218 poz.
-- 1439): who signs, what was signed (by its hash), approval, reviews, amendments and the evaluation of each action.
create schema contracts;
grant usage on schema contracts to splot_app, splot_jobs;

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

-- What the head of the leading institution, or who stands in, must approve: its file with its people, while it waits.
insert into access.scope_rule values
  ('case', 'contracts.grants_of', null),
  ('household', 'contracts.grants_of_household', null);
create function contracts.grants_of(cases_asked uuid[])
returns table (scope_id uuid, worker_id uuid, about_id uuid, classes text[], valid tstzmultirange, because jsonb)
language sql stable set search_path = '' set plan_cache_mode = force_generic_plan as $$
  select c.scope_id, h.worker_id, null::uuid, array['file', 'health', 'addiction'],
    h.valid * l.period::tstzmultirange * cases.open_during(c.scope_id), jsonb_build_object('reason', 'approval', 'contract', c.id)
  from contracts.social_contract c join cases.lead l on l.case_id = c.scope_id
  cross join lateral institutions.headed(l.institution_id) h
  where c.scope_id = any (cases_asked) and c.state = 'signed' and h.worker_id <> c.drawn_up_by
$$;
create function contracts.grants_of_household(households_asked uuid[])
returns table (scope_id uuid, worker_id uuid, about_id uuid, classes text[], valid tstzmultirange, because jsonb)
language sql stable set search_path = '' set plan_cache_mode = force_generic_plan as $$
  select c.household_id, g.worker_id, null::uuid, array['file'], g.valid, g.because || jsonb_build_object('case', c.id)
  from contracts.grants_of(array(select d.id from cases."case" d where d.household_id = any (households_asked))) g
  join cases."case" c on c.id = g.scope_id
$$;
revoke execute on function contracts.grants_of(uuid[]), contracts.grants_of_household(uuid[]) from public;
create function contracts.contract_changed() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform cases.derive(array[new.scope_id]);
  return null;
end $$;
create trigger derives after update on contracts.social_contract for each row
  when (old.state <> new.state and 'signed' in (old.state, new.state)) execute function contracts.contract_changed();

-- Approves a signed contract: the head of the leading institution or who stands in, not who drew it up. The contract
-- it amends ends with that.
create function contracts.approve(contract uuid, expected_version int) returns text
language plpgsql security definer set search_path = '' as $$
declare c contracts.social_contract;
begin
  select * into c from contracts.social_contract where id = contract;
  if not found or not cases.begin_deed(c.scope_id, 'head') then return 'not-found'; end if;
  select * into c from contracts.social_contract where id = contract for update;
  -- Who coordinates had a hand in it, whoever began it.
  if c.drawn_up_by = access.me() or c.scope_id in (select access.my_scopes('coordinate')) then return 'not-by-who-drew-it-up'; end if;
  if c.version <> expected_version then return 'changed-meanwhile'; end if;
  if c.state <> 'signed' then return 'contract-not-signed'; end if;
  update contracts.social_contract set state = 'approved', approved_by = access.me(), approved_at = now(), version = version + 1 where id = contract;
  update contracts.social_contract set state = 'amended', ended_at = now(), version = version + 1 where id = c.amends_id and state = 'approved';
  insert into contracts.review (id, scope_id, contract_id, due) values (uuidv7(), c.scope_id, contract, c.review_on);
  return null;
end $$;

-- The office side: a social worker of the centre that leads the case (OPS, CUS or PCPR).
create function contracts.signs_for_office(case_id uuid, worker uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from institutions.worker w join institutions.institution i on i.id = w.institution_id
    join cases.lead l on l.institution_id = i.id and l.case_id = signs_for_office.case_id and l.period @> now()
    where w.id = worker and w.social_worker and w.period @> now()
      and i.kind in ('social_assistance_centre', 'social_services_centre', 'family_support_county_centre'))
$$;
revoke execute on function contracts.signs_for_office(uuid, uuid) from public;

-- A draft may be changed; what was printed only moves on: to be signed by all on the printed words, to approval, to its
-- end. Before anybody signed, a print may be taken back.
create function contracts.moves_on() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if (tg_op = 'INSERT' or new.social_worker_id <> old.social_worker_id) and not contracts.signs_for_office(new.scope_id, new.social_worker_id) then
    raise exception 'not a social worker of the leading centre' using errcode = 'SP001';
  end if;
  if tg_op = 'INSERT' then return new; end if;
  if old.state <> 'draft' and (old.causes, old.possibilities, old.limits, old.barriers, old.main_goal, old.effects, old.education, old.skills, old.experience, old.earlier_attempts, old.planned, old.type, old.plan_id, old.social_worker_id, old.review_on)
    is distinct from (new.causes, new.possibilities, new.limits, new.barriers, new.main_goal, new.effects, new.education, new.skills, new.experience, new.earlier_attempts, new.planned, new.type, new.plan_id, new.social_worker_id, new.review_on)
    or old.printed_hash is distinct from new.printed_hash and not (old.state in ('draft', 'printed') and new.state in ('draft', 'printed')) then
    raise exception 'a printed contract does not change' using errcode = 'SP001';
  end if;
  if new.state = old.state and new.printed_hash is not distinct from old.printed_hash then return new; end if;
  if not (case
    when old.state = 'draft' then new.state = 'printed'
    when old.state = 'printed' and new.state in ('draft', 'printed') then
      not exists (select from contracts.signature g where g.contract_id = new.id and g.signed_on is not null)
    when old.state = 'printed' and new.state = 'signed' then contracts.signed_by_all(new.id, new.type, new.printed_hash)
    when old.state = 'signed' then new.state in ('approved', 'ended')
    when old.state = 'approved' then new.state in ('amended', 'ended')
    else false end) then
    raise exception 'a contract does not go from % to %', old.state, new.state using errcode = 'SP001';
  end if;
  if new.state in ('amended', 'ended') then new.ended_at := now(); end if;
  return new;
end $$;
create trigger moves_on before insert or update on contracts.social_contract for each row execute function contracts.moves_on();

-- Everybody who was to sign did, on these words: the office, and one or more people (A) or exactly one (B).
create function contracts.signed_by_all(contract uuid, type text, hash bytea) returns boolean
language sql stable security definer set search_path = '' as $$
  select bool_and(g.cannot_declare_will or coalesce(g.signed_hash = hash, false)) and count(*) filter (where g.part = 'social_worker') = 1
    and case type when 'B' then count(distinct coalesce(g.for_person_id, g.person_id)) = 1
      else count(distinct coalesce(g.for_person_id, g.person_id)) >= 1 end
  from contracts.signature g where g.contract_id = contract
$$;
revoke execute on function contracts.signed_by_all(uuid, text, bytea) from public;

-- People of the household and the contract's social worker sign, on the printed words, while it is being signed.
create function contracts.signs_the_print() returns trigger language plpgsql security definer set search_path = '' as $$
declare c contracts.social_contract;
begin
  select * into c from contracts.social_contract where id = new.contract_id for share;
  if c.state is null or c.state not in ('draft', 'printed') or new.signed_hash is distinct from c.printed_hash and new.signed_hash is not null
    or new.signed_hash is not null and c.state <> 'printed' or new.worker_id <> c.social_worker_id
    or exists (select from cases."case" k where k.id = c.scope_id and (
      new.person_id is not null and not households.belongs_to(new.person_id, k.household_id)
      or new.for_person_id is not null and not households.belongs_to(new.for_person_id, k.household_id))) then
    raise exception 'not to be signed like this' using errcode = 'SP001';
  end if;
  return new;
end $$;
create trigger signs_the_print before insert or update on contracts.signature for each row execute function contracts.signs_the_print();
grant execute on function contracts.approve(uuid, int) to splot_app;

-- The phases of some cases, derived from facts since the last opening, in this order of test (model.md), for whoever
-- works on the team, heads it or reads the file (a pointer alone does not tell the phase); and when the steps were first
-- reached, for those who may know; to the coordinator, also what a contract that is not in force yet waits for. A
-- question of `cases` that only this slice can answer: so it stands in that schema.
create function cases.phases(ids uuid[]) returns table (case_id uuid, phase text, reached jsonb, review_on date, unfinished jsonb)
language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_generic_plan rows 20 as $$
begin
  return query
  select held.scope_id,
    case
      when not held.classes && '{team, head, file}' then null
      when opening.ended is not null then 'closed'
      when contract.review_near or contract.ended and not contract.stands then 'evaluation'
      when contract.stands_since_opening then 'realisation'
      when basket.frozen is not null then 'contract'
      when assessment.fixed is not null then 'basket'
      when assessment.opened is not null then 'assessment'
      when team.accepted is not null then 'team'
      else 'concern' end,
    jsonb_build_object('team', case when held.classes && '{team, file}' then team.accepted end)
    || case when 'file' = any (held.classes) then jsonb_build_object('assessment', assessment.opened, 'basket', assessment.fixed,
      'contract', basket.frozen, 'realisation', contract.approved)
      else '{"assessment": null, "basket": null, "contract": null, "realisation": null}' end,
    case when held.classes && '{team, head}' then (
      select min(r.due) from contracts.review r where r.scope_id = held.scope_id and r.held_on is null) end,
    case when 'coordinate' = any (held.classes) then (
      select jsonb_build_object('state', k.state, 'waitsFor', array(
        select coalesce(q.given_name || ' ' || q.family_name, w.given_name || ' ' || w.family_name)
        from contracts.signature s left join households.person q on q.id = s.person_id left join institutions.worker w on w.id = s.worker_id
        where s.contract_id = k.id and s.signed_on is null and not s.cannot_declare_will order by s.part = 'social_worker', q.birth_date, s.id))
      from contracts.social_contract k where k.scope_id = held.scope_id and k.state in ('draft', 'printed', 'signed')
      order by k.drawn_up_at desc, k.id limit 1) end
  from access.held(ids) held
  cross join lateral (
    select lower(o.period) as began, upper(o.period) as ended from cases.opening o
    where o.case_id = held.scope_id order by lower(o.period) desc limit 1) opening
  cross join lateral (
    select min(t.answered_at) as accepted from cases.team_member t join cases.lead l on l.case_id = t.case_id and l.period @> t.answered_at
    where t.case_id = held.scope_id and t.answer = 'accepted' and t.institution_id <> l.institution_id and t.answered_at >= opening.began) team
  cross join lateral (
    select min(a.opened_at) filter (where a.opened_at >= opening.began) as opened, min(a.fixed_at) filter (where a.fixed_at >= opening.began) as fixed
    from assessments.assessment a where a.scope_id = held.scope_id) assessment
  cross join lateral (
    select min(v.frozen_at) as frozen from baskets.version v where v.scope_id = held.scope_id and v.frozen_at >= opening.began) basket
  cross join lateral (
    select min(k.approved_at) filter (where k.approved_at >= opening.began) as approved,
      coalesce(bool_or(k.state = 'approved'), false) as stands,
      coalesce(bool_or(k.state = 'approved' and k.approved_at >= opening.began), false) as stands_since_opening,
      coalesce(bool_or(k.state = 'ended' and k.ended_at >= opening.began), false) as ended,
      coalesce(bool_or(k.state = 'approved' and k.approved_at >= opening.began and exists (
        select from contracts.review r where r.contract_id = k.id and r.held_on is null and r.due <= splot.today_pl() + 14)), false) as review_near
    from contracts.social_contract k where k.scope_id = held.scope_id) contract
  where 'pointer' = any (held.classes);
end $$;
grant execute on function cases.phases(uuid[]) to splot_app;
