-- The family level: a concern, the case that grows from it, the people who work with the family.
create schema cases;
grant usage on schema cases to splot_app, splot_jobs;

select codes.create_list('cases.problem_kind', 'class text not null, statutory boolean, article text, violence boolean');
select codes.create_list('cases.contact_kind');
select codes.create_list('cases.closing_reason', 'after_care boolean, needs_text boolean');
select codes.create_list('cases.exclusion_kind');
select codes.create_list('cases.concern_urgency', 'answer_working_days int, hint jsonb');

-- A concern about a family, in at most six fields. Answered once: taken up, passed on or no action.
create table cases.concern (
  id uuid primary key,
  partnership_id uuid not null references partnerships.partnership,
  reporter_id uuid not null references institutions.worker,
  reporter_institution_id uuid not null references institutions.institution,
  addressed_to uuid not null references institutions.institution,
  who text not null check (length(who) between 2 and 300),
  commune text references territory.unit,
  place text check (length(place) <= 300),
  worries text[] not null check (cardinality(worries) between 1 and 12),
  what text not null check (length(what) between 2 and 4000),
  urgency text not null references cases.concern_urgency,
  family_knows text not null check (family_knows in ('yes', 'no', 'unknown')),
  done_so_far text check (length(done_so_far) <= 2000),
  violence boolean not null default false,
  sent_at timestamptz not null default now(),
  state text not null default 'new' check (state in ('new', 'taken_up', 'passed_on', 'no_action')),
  answered_at timestamptz,
  answered_by uuid references institutions.worker,
  answer_reason text check (length(answer_reason) between 2 and 1000),
  passed_on_as uuid references cases.concern,
  case_id uuid,
  version int not null default 1,
  check ((state = 'new') = (answered_at is null)),
  check (state in ('new', 'taken_up') or answer_reason is not null)
);
create index concern_addressed on cases.concern (addressed_to, state, sent_at);
create index concern_reported on cases.concern (reporter_id, sent_at desc);

create table cases."case" (
  id uuid primary key references access.scope,
  partnership_id uuid not null references partnerships.partnership,
  household_id uuid not null references households.household,
  code text not null check (code ~ '^[A-HJ-NP-Z2-9]{3}-[A-HJ-NP-Z2-9]{3}$'),
  plan_template text not null default 'ipw',
  registry_number text,
  concern_id uuid references cases.concern,
  opened_by uuid not null references institutions.worker,
  version int not null default 1,
  unique (partnership_id, code)
);
create index case_of_household on cases."case" (household_id);

-- Open from taking up or reopening to closing. One open case per household (and a household has one partnership).
create table cases.opening (
  id uuid primary key,
  case_id uuid not null references cases."case",
  household_id uuid not null references households.household,
  period tstzrange not null default tstzrange(now(), null),
  closing_reason text references cases.closing_reason,
  closing_note text,
  closed_by uuid references institutions.worker,
  after_care date[],
  exclude using gist (household_id with =, period with &&),
  check (upper_inf(period) = (closing_reason is null))
);
create index opening_of_case on cases.opening (case_id);

create table cases.lead (
  id uuid primary key,
  case_id uuid not null references cases."case",
  institution_id uuid not null references institutions.institution,
  period tstzrange not null default tstzrange(now(), null),
  exclude using gist (case_id with =, period with &&)
);
create index lead_of_institution on cases.lead (institution_id);

-- A hand-over to another leading institution, which accepts before anything moves.
create table cases.handover (
  id uuid primary key,
  case_id uuid not null references cases."case",
  to_institution_id uuid not null references institutions.institution,
  offered_by uuid not null references institutions.worker,
  offered_at timestamptz not null default now(),
  reason text not null check (length(reason) between 3 and 1000),
  answer text check (answer in ('accepted', 'declined', 'withdrawn')),
  answered_by uuid references institutions.worker,
  answered_at timestamptz
);
create unique index one_offer_at_a_time on cases.handover (case_id) where answer is null;

create table cases.coordinator (
  id uuid primary key,
  case_id uuid not null references cases."case",
  worker_id uuid not null references institutions.worker,
  period tstzrange not null default tstzrange(now(), null),
  appointed_by uuid not null references institutions.worker,
  exclude using gist (case_id with =, period with &&)
);
create index coordinator_worker on cases.coordinator (worker_id);

-- invited → accepted / declined (with a reason) / withdrawn → left. `part` is what the worker is asked to do.
create table cases.team_member (
  id uuid primary key,
  case_id uuid not null references cases."case",
  worker_id uuid not null references institutions.worker,
  institution_id uuid not null references institutions.institution,
  part text,
  asked text check (length(asked) <= 1000),
  invited_by uuid not null references institutions.worker,
  invited_at timestamptz not null default now(),
  answer text check (answer in ('accepted', 'declined', 'withdrawn')),
  answered_at timestamptz,
  decline_reason text check (length(decline_reason) between 2 and 1000),
  left_at timestamptz,
  left_because text,
  version int not null default 1,
  check ((answer is null) = (answered_at is null)),
  check (left_at is null or answer = 'accepted'),
  check ((answer is not distinct from 'declined') = (decline_reason is not null))
);
create index team_of_case on cases.team_member (case_id);
create index team_of_worker on cases.team_member (worker_id);
create unique index one_part_at_a_time on cases.team_member (case_id, worker_id)
  where answer is null or (answer = 'accepted' and left_at is null);

create table cases.exclusion (
  id uuid primary key,
  case_id uuid not null references cases."case",
  worker_id uuid not null references institutions.worker,
  kind text not null references cases.exclusion_kind,
  since timestamptz not null default now(),
  recorded_by uuid not null,
  unique (case_id, worker_id)
);

-- The kinds of problem that a case is about. Violence leaves none here until it has its own procedure.
create table cases.problem (
  id uuid primary key,
  scope_id uuid not null references access.scope,
  kind text not null references cases.problem_kind,
  class text not null check (class <> 'violence'),
  unique (scope_id, kind)
);

-- What happened with the family: a visit, a call, a note. `own` until its institution opens it to the team.
create table cases.contact (
  id uuid primary key,
  scope_id uuid not null references access.scope,
  institution_id uuid not null references institutions.institution,
  author_id uuid not null references institutions.worker,
  kind text not null references cases.contact_kind,
  happened_at timestamptz not null,
  place text check (length(place) <= 200),
  with_whom text check (length(with_whom) <= 300),
  what text not null check (length(what) between 2 and 8000),
  next_step text check (length(next_step) <= 500),
  class text not null check (class in ('file', 'health', 'addiction', 'justice', 'violence')),
  opened_at timestamptz,
  written_at timestamptz not null default now(),
  version int not null default 1
);
create index contact_in_scope on cases.contact (scope_id, happened_at desc);

-- Opinions at closing: of the family in its words, of each institution.
create table cases.opinion (
  id uuid primary key,
  scope_id uuid not null references access.scope,
  institution_id uuid references institutions.institution,
  what text not null check (length(what) between 2 and 4000),
  recorded_by uuid not null references institutions.worker,
  recorded_at timestamptz not null default now()
);

-- Who sees what, derived from the facts above (model.md, "Who sees what") ------------------------------------------

insert into access.scope_rule values
  ('case', 'cases.grants_of', 'cases.hold_facts'),
  ('household', 'cases.grants_of_household', 'cases.hold_facts_of_household');

-- When a case is open.
create function cases.open_during(case_id uuid) returns tstzmultirange
language sql stable set search_path = '' as
$$ select coalesce(range_agg(o.period), '{}') from cases.opening o where o.case_id = open_during.case_id $$;

-- Since when a worker has a part in a case, by coordinating it or by accepting an invitation.
create function cases.parts(cases_asked uuid[])
returns table (case_id uuid, worker_id uuid, institution_id uuid, part text, valid tstzrange)
language sql stable set search_path = '' as $$
  select c.case_id, c.worker_id, w.institution_id, 'coordinator', c.period * w.period
  from cases.coordinator c join institutions.worker w on w.id = c.worker_id where c.case_id = any (cases_asked)
  union all
  select t.case_id, t.worker_id, t.institution_id, 'team', tstzrange(t.answered_at, t.left_at) * w.period
  from cases.team_member t join institutions.worker w on w.id = t.worker_id
  where t.case_id = any (cases_asked) and t.answer = 'accepted'
  union all
  select t.case_id, t.worker_id, t.institution_id, 'invited', tstzrange(t.invited_at, t.answered_at) * w.period
  from cases.team_member t join institutions.worker w on w.id = t.worker_id
  where t.case_id = any (cases_asked)
$$;

create function cases.grants_of(cases_asked uuid[])
returns table (scope_id uuid, worker_id uuid, about_id uuid, classes text[], valid tstzmultirange, because jsonb)
language sql stable set search_path = '' as $$
  with part as materialized (
    select p.*, c.partnership_id,
      (select coalesce(range_agg(l.period), '{}') from cases.lead l where l.case_id = p.case_id and l.institution_id = p.institution_id) as leads
    from cases.parts(cases_asked) p join cases."case" c on c.id = p.case_id
    where not isempty(p.valid)
  ), standing as materialized (
    select p.partnership_id, p.institution_id, partnerships.membership_valid(p.partnership_id, p.institution_id) as member
    from (select distinct partnership_id, institution_id from part) p
  )
  -- The leading institution's people, on its own statutory basis: not ended by the agreement.
  select p.case_id, p.worker_id, null::uuid,
    array['pointer', 'request', 'file', 'whereabouts', 'health', 'addiction', 'team']
      || case when p.part = 'coordinator' then array['coordinate'] else '{}' end,
    p.leads * p.valid::tstzmultirange, jsonb_build_object('reason', case when p.part = 'coordinator' then 'coordinator' else 'leading-team' end)
  from part p where p.part in ('coordinator', 'team')
  union all
  select p.case_id, p.worker_id, p.institution_id, array['own'], p.leads * p.valid::tstzmultirange, jsonb_build_object('reason', 'own-entries')
  from part p where p.part in ('coordinator', 'team')
  union all
  -- An accepted team member of another institution: pointer, request, and the entries of their own institution.
  select p.case_id, p.worker_id, p.case_id, array['pointer', 'request', 'team'], (s.member - p.leads) * p.valid::tstzmultirange,
    jsonb_build_object('reason', 'team')
  from part p join standing s using (partnership_id, institution_id) where p.part = 'team'
  union all
  select p.case_id, p.worker_id, p.institution_id, array['own'], (s.member - p.leads) * p.valid::tstzmultirange,
    jsonb_build_object('reason', 'own-entries')
  from part p join standing s using (partnership_id, institution_id) where p.part = 'team'
  union all
  -- … and what the bases name: about that person, in what that institution gave, and, when the giver leads the
  -- case, in what is shared there.
  select p.case_id, p.worker_id, about.id, b.classes,
    (s.member - p.leads) * p.valid::tstzmultirange * (case about.what when 'entries' then '{(,)}'::tstzmultirange else giver.leads end)
      * tstzrange(lower(b.period), least(upper(b.period), b.withdrawn_at))::tstzmultirange,
    jsonb_build_object('reason', 'basis', 'basis', b.id)
  from part p join standing s using (partnership_id, institution_id)
  join consents.basis b on b.scope_id = p.case_id and b.to_institution_id = p.institution_id
  join consents.basis_rule r on r.code = b.rule and r.standing
  cross join lateral (
    select coalesce(range_agg(l.period), '{}') as leads from cases.lead l
    where l.case_id = p.case_id and l.institution_id = b.from_institution_id) giver
  cross join lateral (values (b.about_id, 'person'), (p.case_id, 'shared'), (b.from_institution_id, 'entries')) about (id, what)
  where p.part = 'team' and lower(b.period) < coalesce(b.withdrawn_at, 'infinity')
  union all
  -- Invited, not yet answered: that there is a case, and what is asked.
  select p.case_id, p.worker_id, p.case_id, array['pointer', 'request'],
    (s.member + p.leads) * p.valid::tstzmultirange, jsonb_build_object('reason', 'invited')
  from part p join standing s using (partnership_id, institution_id) where p.part = 'invited'
  union all
  -- The head of the leading institution or who stands in: that the case is there while it is open, and the head's deeds.
  select l.case_id, h.worker_id, l.case_id, array['pointer', 'head'], h.valid * l.period::tstzmultirange * cases.open_during(l.case_id),
    jsonb_build_object('reason', case when h.standing_in then 'standing-in' else 'head' end)
  from cases.lead l cross join lateral institutions.headed(l.institution_id) h where l.case_id = any (cases_asked)
$$;

-- The file and whereabouts of a household, to those who hold them in a case about it; keeping it, to the leading
-- team while the case is open.
create function cases.grants_of_household(households_asked uuid[])
returns table (scope_id uuid, worker_id uuid, about_id uuid, classes text[], valid tstzmultirange, because jsonb)
language sql stable set search_path = '' as $$
  select c.household_id, g.worker_id, case when g.about_id = c.id then c.household_id else g.about_id end,
    case when held.may_keep then array['keep'] else held.classes end,
    case when held.may_keep then g.valid * cases.open_during(c.id) else g.valid end,
    g.because || jsonb_build_object('case', c.id)
  from cases."case" c
  join lateral cases.grants_of((select array_agg(d.id) from cases."case" d where d.household_id = any (households_asked))) g on g.scope_id = c.id
  cross join lateral (
    select array(select unnest(g.classes) intersect select unnest(array['file', 'whereabouts'])) as classes, false as may_keep
    union all
    select array['keep'], true where g.about_id is null and 'team' = any (g.classes)
  ) held
  where c.household_id = any (households_asked) and cardinality(held.classes) > 0
    and not exists (select from access.barred b where b.scope_id = c.id and b.worker_id = g.worker_id and b.valid @> now())
$$;

-- Facts of others that the rule reads: while they are held, none of them ends unnoticed.
create function cases.hold_facts(cases_asked uuid[]) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform from partnerships.agreement a where a.partnership_id in (
    select c.partnership_id from cases."case" c where c.id = any (cases_asked)) order by a.id for share;
  perform from partnerships.membership m where m.partnership_id in (
    select c.partnership_id from cases."case" c where c.id = any (cases_asked))
    and m.institution_id in (select t.institution_id from cases.team_member t where t.case_id = any (cases_asked)) order by m.id for share;
  perform from institutions.institution i where i.id in (
    select l.institution_id from cases.lead l where l.case_id = any (cases_asked)) order by i.id for share;
  perform from institutions.worker w where w.id in (
    select t.worker_id from cases.team_member t where t.case_id = any (cases_asked)
    union select c.worker_id from cases.coordinator c where c.case_id = any (cases_asked)) order by w.id for share;
end $$;
create function cases.hold_facts_of_household(households_asked uuid[]) returns void
language sql security definer set search_path = '' as $$
  select cases.hold_facts(array(select c.id from cases."case" c where c.household_id = any (households_asked)))
$$;
revoke execute on function cases.grants_of(uuid[]), cases.grants_of_household(uuid[]), cases.hold_facts(uuid[]),
  cases.hold_facts_of_household(uuid[]), cases.parts(uuid[]) from public;

-- Derives a case's grants and those of its household.
create function cases.derive(case_ids uuid[]) returns void
language sql security definer set search_path = '' as $$
  select access.derive(case_ids || array(select c.household_id from cases."case" c where c.id = any (case_ids)))
$$;
revoke execute on function cases.derive(uuid[]) from public;

create function cases.fact_changed() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform cases.derive(array[coalesce(new.case_id, old.case_id)]);
  return null;
end $$;
create trigger derives after insert or update or delete on cases.opening for each row execute function cases.fact_changed();
create trigger derives after insert or update or delete on cases.lead for each row execute function cases.fact_changed();
create trigger derives after insert or update or delete on cases.coordinator for each row execute function cases.fact_changed();
create trigger derives after insert or update or delete on cases.team_member for each row execute function cases.fact_changed();

create function cases.exclusion_changed() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into access.barred values (new.case_id, new.worker_id, tstzmultirange(tstzrange(new.since, null)))
    on conflict (scope_id, worker_id) do nothing;
  perform cases.derive(array[new.case_id]);
  return null;
end $$;
create trigger bars after insert on cases.exclusion for each row execute function cases.exclusion_changed();

create function cases.basis_changed() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if exists (select from cases."case" c where c.id = new.scope_id) then perform cases.derive(array[new.scope_id]); end if;
  return null;
end $$;
create trigger derives after insert or update on consents.basis for each row execute function cases.basis_changed();

-- A fact of an institution changed: its people's parts, and the cases it leads.
create function cases.derive_for(institution uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare ids uuid[];
begin
  select array_agg(id order by id) into ids from (
    select l.case_id as id from cases.lead l where l.institution_id = institution
    union select t.case_id from cases.team_member t where t.institution_id = institution) touched;
  if ids is not null then perform cases.derive(ids); end if;
end $$;
revoke execute on function cases.derive_for(uuid) from public;

create function cases.worker_changed() returns trigger language plpgsql security definer set search_path = '' as $$
declare ids uuid[];
begin
  if old.period = new.period then return null; end if;
  select array_agg(id order by id) into ids from (
    select c.case_id as id from cases.coordinator c where c.worker_id = new.id
    union select t.case_id from cases.team_member t where t.worker_id = new.id
    union select l.case_id from cases.lead l join institutions.head h using (institution_id) where h.worker_id = new.id
    union select l.case_id from cases.lead l join institutions.delegation d using (institution_id) where d.worker_id = new.id) touched;
  if ids is not null then perform cases.derive(ids); end if;
  return null;
end $$;
create trigger cases_derive after update on institutions.worker for each row execute function cases.worker_changed();

create function cases.head_changed() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  -- Held first: a case that is being opened meanwhile waits, and reads the new head.
  perform from institutions.institution i where i.id = new.institution_id for no key update;
  perform cases.derive_for(new.institution_id);
  return null;
end $$;
create trigger cases_derive after insert or update on institutions.head for each row execute function cases.head_changed();
create trigger cases_derive after insert or update on institutions.delegation for each row execute function cases.head_changed();

create function cases.membership_changed() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if old.period is distinct from new.period then perform cases.derive_for(new.institution_id); end if;
  return null;
end $$;
create trigger cases_derive after update on partnerships.membership for each row execute function cases.membership_changed();

create function cases.suspension_changed() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform cases.derive_for(m.institution_id) from partnerships.membership m where m.id = new.membership_id;
  return null;
end $$;
create trigger cases_derive after insert or update on partnerships.membership_suspension for each row execute function cases.suspension_changed();

create function cases.agreement_changed() returns trigger language plpgsql security definer set search_path = '' as $$
declare ids uuid[];
begin
  select array_agg(c.id order by c.id) into ids from cases."case" c where c.partnership_id = new.partnership_id;
  if ids is not null then perform cases.derive(ids); end if;
  return null;
end $$;
create trigger cases_derive after update on partnerships.agreement for each row execute function cases.agreement_changed();
