-- The institution level of the Model: who is in the partnership, on what agreement, and who answers for what.
create schema partnerships;
grant usage on schema partnerships to splot_app, splot_jobs;

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

-- What opens sight through a membership changes one at a time (see institutions.change_alone).
create function partnerships.changes_alone() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform institutions.change_alone(m.institution_id) from partnerships.membership m where m.id = new.membership_id;
  return new;
end $$;
create trigger changes_alone before insert or update on partnerships.membership for each row execute function institutions.changes_alone();
create trigger changes_alone before insert or update on partnerships.membership_suspension for each row execute function partnerships.changes_alone();
create trigger changes_alone before insert or update on partnerships.appointment for each row execute function partnerships.changes_alone();
create trigger only_ends before update on partnerships.appointment for each row execute function splot.period_only_ends();
create trigger only_ends before update on partnerships.rules_of_work for each row execute function splot.period_only_ends();
create trigger only_ends before update on partnerships.membership_suspension for each row execute function splot.period_only_ends();
create trigger only_ends before update on partnerships.agreement_suspension for each row execute function splot.period_only_ends();
create trigger only_ends before update on partnerships.membership for each row when (old.period is not null) execute function splot.period_only_ends();

-- When a partnership's agreement holds: in force, less its suspensions.
create function partnerships.agreement_valid(partnership uuid) returns tstzmultirange
language sql stable security definer set search_path = '' as $$
  select coalesce(range_agg(a.in_force), '{}') - coalesce((
    select range_agg(s.period) from partnerships.agreement_suspension s join partnerships.agreement b on b.id = s.agreement_id
    where b.partnership_id = partnership), '{}')
  from partnerships.agreement a where a.partnership_id = partnership and a.in_force is not null
$$;

-- When an institution is a member under a valid agreement.
create function partnerships.membership_valid(partnership uuid, institution uuid) returns tstzmultirange
language sql stable security definer set search_path = '' as $$
  select (coalesce(range_agg(m.period), '{}') - coalesce((
    select range_agg(s.period) from partnerships.membership_suspension s join partnerships.membership n on n.id = s.membership_id
    where n.partnership_id = partnership and n.institution_id = institution), '{}'))
    * partnerships.agreement_valid(partnership)
  from partnerships.membership m
  where m.partnership_id = partnership and m.institution_id = institution and m.period is not null
$$;

-- Partnerships that my institution is in now, or is invited to.
create function partnerships.my_partnerships() returns setof uuid
language sql stable security definer set search_path = '' rows 5 as $$
  with mine as materialized (select institutions.my_institution() as id)
  select m.partnership_id from mine join partnerships.membership m on m.institution_id = mine.id
  where m.left_because is null and (m.period is null or m.period @> clock_timestamp())
  union
  select p.id from mine join partnerships.partnership p on p.leading_institution_id = mine.id
$$;

-- Partnerships in which my institution is a full member now (under a valid agreement, not suspended).
create function partnerships.i_work_in() returns setof uuid
language sql stable security definer set search_path = '' rows 5 as $$
  select p from partnerships.my_partnerships() p
  where partnerships.membership_valid(p, institutions.my_institution()) @> clock_timestamp()
$$;

create function partnerships.i_lead_as_head() returns setof uuid
language sql stable security definer set search_path = '' rows 5 as
$$ select id from partnerships.partnership where leading_institution_id = institutions.i_head_myself() $$;

-- Institutions met in my partnerships, also those that have left them: old cases still name their people.
create function partnerships.institutions_i_meet() returns setof uuid
language sql stable security definer set search_path = '' rows 20 as $$
  with mine as materialized (select partnerships.my_partnerships() as id)
  select m.institution_id from mine join partnerships.membership m on m.partnership_id = mine.id
  union
  select p.leading_institution_id from mine join partnerships.partnership p using (id)
$$;

-- Memberships for which I answer when the partnership asks my institution: as representative, deputy, duty contact.
create function partnerships.answers_for(partnership uuid, institution uuid)
returns table (worker_id uuid, valid tstzmultirange, part text)
language sql stable security definer set search_path = '' as $$
  select part.worker_id, range_agg(part.period * w.period) * partnerships.membership_valid(partnership, institution), part.part
  from (
    select a.worker_id, a.period, a.part from partnerships.appointment a join partnerships.membership m on m.id = a.membership_id
    where m.partnership_id = partnership and m.institution_id = institution
    union all
    select d.worker_id, d.period, d.part from institutions.delegation d where d.institution_id = institution and d.part = 'duty'
  ) part join institutions.worker w on w.id = part.worker_id and w.institution_id = institution
  group by part.worker_id, part.part
$$;

-- Partnerships whose concerns my institution takes in now: as a full member, or leading (on law, whatever becomes of
-- the agreement).
create function partnerships.i_take_part_in() returns setof uuid
language sql stable security definer set search_path = '' rows 5 as $$
  select partnerships.i_work_in()
  union select id from partnerships.partnership where leading_institution_id = institutions.my_institution()
$$;

-- Does the law itself say what part a kind of institution has in a kind of problem? Then no partnership says less.
create function partnerships.law_demands(problem text, kind text) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from partnerships.competence c
    where c.partnership_id is null and c.locked and c.problem_kind = problem and c.institution_kind = kind)
$$;
revoke execute on function partnerships.answers_for(uuid, uuid), partnerships.agreement_valid(uuid),
  partnerships.membership_valid(uuid, uuid) from public;
grant execute on function partnerships.my_partnerships(), partnerships.i_work_in(), partnerships.i_take_part_in(),
  partnerships.i_lead_as_head(), partnerships.institutions_i_meet(), partnerships.law_demands(text, text) to splot_app;

-- Deeds on what grants access ---------------------------------------------------------------------------------------
-- They change what opens and closes sight, so each is one function that checks its actor and locks its own row first.

-- Begins the agreement once every founding party has signed. The parties that declared and signed accede with it.
-- Asked by the head of a party or of the leading institution; answers whether the agreement is in force now, or will
-- be from its planned first day.
create function partnerships.bring_into_force(the_agreement uuid) returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  a partnerships.agreement;
  mine uuid := institutions.i_head();
  begins timestamptz;
begin
  select * into a from partnerships.agreement where id = the_agreement and (
    partnership_id in (select partnerships.i_lead_as_head())
    or exists (select from partnerships.agreement_party p where p.agreement_id = the_agreement and p.institution_id = mine))
  for update;
  if not found or coalesce(upper(a.in_force), splot.start_of_day(upper(a.planned))) <= now() then return false; end if;
  begins := greatest(now(), lower(a.in_force), splot.start_of_day(lower(a.planned)));
  if a.in_force is null then
    if exists (select from partnerships.agreement_party where agreement_id = the_agreement and founding and signed_on is null)
      or not exists (select from partnerships.agreement_party where agreement_id = the_agreement and founding)
      -- An agreement that follows another begins when that one ends.
      or exists (select from partnerships.agreement b where b.partnership_id = a.partnership_id
        and b.in_force && tstzrange(begins, splot.start_of_day(upper(a.planned)))) then
      return false;
    end if;
    update partnerships.agreement set version = version + 1, in_force = tstzrange(begins, splot.start_of_day(upper(a.planned)))
    where id = the_agreement;
  end if;
  update partnerships.membership m set period = tstzrange(begins, null), version = version + 1
  from partnerships.agreement_party p
  where p.agreement_id = the_agreement and p.institution_id = m.institution_id and p.signed_on is not null
    and m.partnership_id = a.partnership_id and m.period is null and m.declared_on is not null and m.left_because is null
    and not exists (select from partnerships.membership o where o.partnership_id = m.partnership_id
      and o.institution_id = m.institution_id and o.period && tstzrange(begins, null));
  return true;
end $$;

-- Ends a membership, or takes an invitation back, at this instant: by its own head (exit), or by the leading head
-- (with the decision recorded). Slices that know the institution's part in something end it by a trigger in the same
-- transaction, or refuse (a leading institution leaves only after each open case is handed over or closed).
-- The leading institution of the partnership itself does not leave it this way.
create function partnerships.end_membership(membership uuid, because text) returns boolean
language plpgsql security definer set search_path = '' as $$
declare leaving uuid;
begin
  select m.institution_id into leaving
  from partnerships.membership m join partnerships.partnership p on p.id = m.partnership_id
  where m.id = membership and m.left_because is null and m.institution_id <> p.leading_institution_id
    and (m.institution_id = institutions.i_head_myself() or p.leading_institution_id = institutions.i_head_myself());
  if not found or because is null then return false; end if;
  perform institutions.change_alone(leaving);
  update partnerships.membership m set
    period = case when m.period is null then null else tstzrange(lower(m.period), greatest(now(), lower(m.period))) end,
    left_because = because, version = m.version + 1
  where m.id = membership and m.left_because is null;
  if not found then return false; end if;
  update partnerships.appointment set period = tstzrange(lower(period), greatest(now(), lower(period)))
  where membership_id = membership and (upper_inf(period) or upper(period) > now());
  return true;
end $$;

-- Which membership the asking head may suspend or resume: their own institution's, or, leading, another's.
create function partnerships.membership_in_my_hands(membership uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from partnerships.membership m join partnerships.partnership p on p.id = m.partnership_id
    where m.id = membership and (m.institution_id = institutions.i_head_myself() or p.leading_institution_id = institutions.i_head_myself()))
$$;
revoke execute on function partnerships.membership_in_my_hands(uuid) from public;

create function partnerships.suspend_membership(id uuid, membership uuid, until timestamptz, because text) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  if not partnerships.membership_in_my_hands(membership) or until <= now() then return false; end if;
  perform from partnerships.membership m join partnerships.partnership p on p.id = m.partnership_id
  where m.id = membership and m.period @> now() and m.institution_id <> p.leading_institution_id for update of m;
  if not found or exists (select from partnerships.membership_suspension s
      where s.membership_id = membership and s.period && tstzrange(now(), until)) then return false; end if;
  insert into partnerships.membership_suspension (id, membership_id, period, reason, by_institution_id)
  values (suspend_membership.id, membership, tstzrange(now(), until), because, institutions.my_institution());
  update partnerships.membership m set version = version + 1 where m.id = membership;
  return true;
end $$;

-- Ends a suspension, by the institution whose decision it was: who was suspended does not lift it themselves.
create function partnerships.resume_membership(membership uuid) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  if not partnerships.membership_in_my_hands(membership) then return false; end if;
  perform from partnerships.membership m where m.id = membership for update;
  update partnerships.membership_suspension set period = tstzrange(lower(period), greatest(now(), lower(period)))
  where membership_id = membership and period @> now() and by_institution_id is not distinct from institutions.my_institution();
  if not found then return false; end if;
  update partnerships.membership m set version = version + 1 where m.id = membership;
  return true;
end $$;

-- Suspends the agreement that holds, as the partnership decided, and ends that again: the leading institution's head.
create function partnerships.suspend_agreement(id uuid, agreement uuid, until timestamptz, decided date, because text) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  perform from partnerships.agreement a
  where a.id = agreement and a.partnership_id in (select partnerships.i_lead_as_head()) and a.in_force @> now() for update of a;
  if not found or until <= now() or exists (select from partnerships.agreement_suspension s
      where s.agreement_id = agreement and s.period && tstzrange(now(), until)) then return false; end if;
  insert into partnerships.agreement_suspension (id, agreement_id, period, decided_on, reason)
  values (suspend_agreement.id, agreement, tstzrange(now(), until), decided, because);
  update partnerships.agreement a set version = version + 1 where a.id = agreement;
  return true;
end $$;

create function partnerships.resume_agreement(agreement uuid) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  perform from partnerships.agreement a
  where a.id = agreement and a.partnership_id in (select partnerships.i_lead_as_head()) for update of a;
  if not found then return false; end if;
  update partnerships.agreement_suspension set period = tstzrange(lower(period), greatest(now(), lower(period)))
  where agreement_id = agreement and period @> now();
  if not found then return false; end if;
  update partnerships.agreement a set version = version + 1 where a.id = agreement;
  return true;
end $$;
grant execute on function partnerships.bring_into_force(uuid), partnerships.end_membership(uuid, text),
  partnerships.suspend_membership(uuid, uuid, timestamptz, text), partnerships.resume_membership(uuid),
  partnerships.suspend_agreement(uuid, uuid, timestamptz, date, text), partnerships.resume_agreement(uuid) to splot_app;
