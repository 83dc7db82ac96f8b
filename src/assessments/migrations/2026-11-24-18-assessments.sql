-- Joint assessment: each institution's view beside the family's own, and what was agreed together.
create schema assessments;
grant usage on schema assessments to splot_app, splot_jobs;

select codes.create_list('assessments.life_domain', 'class text not null, needs_today_at_one boolean, kept_by_worker boolean, anchors jsonb');

-- One open assessment in a case. Fixed once: with the date and those present.
create table assessments.assessment (
  id uuid primary key,
  scope_id uuid not null references access.scope,
  kind text not null default 'first' check (kind in ('first', 'review', 'closing')),
  opened_at timestamptz not null default now(),
  opened_by uuid not null references institutions.worker,
  fixed_at timestamptz,
  agreed_on date,
  present text[],
  version int not null default 1,
  check ((fixed_at is null) = (agreed_on is null)),
  unique (id, scope_id)
);
create unique index one_open_assessment on assessments.assessment (scope_id) where fixed_at is null;
create index assessment_in_scope on assessments.assessment (scope_id);

-- How one institution, or the family itself, sees one domain. Level 1-5; without a level it is said why not.
-- `own` until its institution opens it to the team; the safety domain stays with the worker who wrote it.
create table assessments.view (
  id uuid primary key,
  assessment_id uuid not null,
  scope_id uuid not null references access.scope,
  domain text not null references assessments.life_domain,
  class text not null,
  by_family boolean not null,
  institution_id uuid not null references institutions.institution,
  author_id uuid not null references institutions.worker,
  level int check (level between 1 and 5),
  without_level text check (without_level in ('does_not_concern', 'unknown')),
  strengths text check (length(strengths) <= 2000),
  barriers text check (length(barriers) <= 2000),
  words text check (length(words) <= 1000),
  opened_at timestamptz,
  version int not null default 1,
  check ((level is null) <> (without_level is null)),
  foreign key (assessment_id, scope_id) references assessments.assessment (id, scope_id)
);
-- One view of a domain for an institution and one for the family; safety is kept by each worker for themselves.
create unique index view_of_institution on assessments.view (assessment_id, domain, institution_id)
  where not by_family and class <> 'violence';
create unique index view_of_worker on assessments.view (assessment_id, domain, author_id) where not by_family and class = 'violence';
create unique index view_of_family on assessments.view (assessment_id, domain) where by_family and class <> 'violence';
create index view_in_scope on assessments.view (scope_id);

-- What was agreed. Level 1 in parenting or mental health only with what is done today.
create table assessments.agreed (
  id uuid primary key,
  assessment_id uuid not null,
  scope_id uuid not null references access.scope,
  domain text not null references assessments.life_domain,
  class text not null check (class <> 'violence'),
  level int check (level between 1 and 5),
  without_level text check (without_level in ('does_not_concern', 'unknown')),
  today text check (length(today) between 2 and 1000),
  dissent text check (length(dissent) <= 2000),
  version int not null default 1,
  unique (assessment_id, domain),
  foreign key (assessment_id, scope_id) references assessments.assessment (id, scope_id),
  check ((level is null) <> (without_level is null)),
  check (level is distinct from 1 or domain not in ('parenting', 'mental_health') or today is not null)
);
create index agreed_in_scope on assessments.agreed (scope_id);

-- Views and agreed levels are written into an open assessment only; held, it is not fixed meanwhile.
create function assessments.only_while_open() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform from assessments.assessment a where a.id = new.assessment_id and a.fixed_at is null for share;
  if not found then raise exception 'the assessment is fixed' using errcode = 'SP001'; end if;
  return new;
end $$;
create trigger only_while_open before insert or update on assessments.view for each row execute function assessments.only_while_open();
create trigger only_while_open before insert or update on assessments.agreed for each row execute function assessments.only_while_open();

-- Fixes the open assessment: nothing in it changes afterwards. The coordinator's deed.
create function assessments.fix(the_assessment uuid, agreed_on date, present text[]) returns text
language plpgsql security definer set search_path = '' as $$
declare a assessments.assessment;
begin
  select * into a from assessments.assessment where id = the_assessment;
  if not cases.begin_deed(a.scope_id, 'coordinate') then return 'not-found'; end if;
  select * into a from assessments.assessment where id = the_assessment for update;
  if not found then return 'not-found'; end if;
  if a.fixed_at is not null then return 'assessment-already-fixed'; end if;
  if not exists (select from assessments.agreed g where g.assessment_id = the_assessment) then return 'nothing-agreed-yet'; end if;
  if agreed_on is null or agreed_on > splot.today_pl() then return 'in-the-future'; end if;
  update assessments.assessment set fixed_at = now(), agreed_on = fix.agreed_on, present = fix.present, version = version + 1 where id = the_assessment;
  -- What an institution kept to itself until now stays with it.
  insert into cases.past_asking select v.id from assessments.view v where v.assessment_id = the_assessment and v.opened_at is null;
  return null;
end $$;

create function assessments.is_open(the_assessment uuid, scope uuid) returns boolean
language sql stable security definer set search_path = '' as
$$ select exists (select from assessments.assessment a where a.id = the_assessment and a.scope_id = scope and a.fixed_at is null) $$;

-- Class of a domain, so that what hangs on it inherits it.
create function assessments.class_of(domain text) returns text
language sql stable security definer set search_path = '' as
$$ select class from assessments.life_domain where code = domain $$;
grant execute on function assessments.fix(uuid, date, text[]), assessments.is_open(uuid, uuid), assessments.class_of(text) to splot_app;

-- A view that its institution kept to itself may be asked for, as long as the assessment is open.
create function assessments.open_asked_view(subject uuid, institution uuid) returns table (class text, said jsonb)
language sql volatile security definer set search_path = '' as $$
  update assessments.view v set opened_at = now(), version = v.version + 1
  where v.id = subject and v.institution_id = institution and v.opened_at is null and v.class not in ('violence', 'justice')
    and assessments.is_open(v.assessment_id, v.scope_id)
  returning v.class, jsonb_build_object('domain', v.domain)
$$;
revoke execute on function assessments.open_asked_view(uuid, uuid) from public;
insert into cases.openable values ('view', 'assessments.open_asked_view');
