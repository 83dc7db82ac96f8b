-- Joint assessment: each institution's view beside the family's own, and what was agreed together.
create schema assessments;

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
