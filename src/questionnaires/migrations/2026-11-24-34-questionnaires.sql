-- Questionnaires and what was answered, as HL7 FHIR R5 JSON. A response lies in a scope with a class of data; this
-- part knows no more of it.
create schema questionnaires;

-- A version never changes: what was answered to it stays readable. The same one has the same id everywhere (a UUID of
-- version 8, made from its name).
create table questionnaires.questionnaire (
  id uuid generated always as (
    overlay(overlay(md5(url || '|' || version) placing '8' from 13) placing '8' from 17)::uuid) stored primary key,
  url text not null,
  version text not null,
  title text not null,
  status text not null check (status in ('draft', 'active', 'retired')),
  content jsonb not null check (content ->> 'resourceType' = 'Questionnaire'),
  shipped boolean not null default false,
  came_at timestamptz not null default now(),
  unique (url, version)
);

-- in-progress (its author's alone) → completed → amended, in FHIR's words. `items` are those of a
-- QuestionnaireResponse.
create table questionnaires.response (
  id uuid primary key,
  scope_id uuid not null references access.scope,
  class text not null check (class in ('file', 'health', 'addiction', 'justice')),
  questionnaire_id uuid not null references questionnaires.questionnaire,
  status text not null default 'in-progress' check (status in ('in-progress', 'completed', 'amended')),
  items jsonb not null default '[]' check (jsonb_typeof(items) = 'array'),
  author_id uuid not null,
  begun_at timestamptz not null default now(),
  completed_at timestamptz,
  version int not null default 1,
  check ((status = 'in-progress') = (completed_at is null))
);
create index response_in_scope on questionnaires.response (scope_id, begun_at desc);
