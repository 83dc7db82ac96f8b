-- On what basis something about a person goes from one institution to another, and what went. Knows no cases: a
-- basis belongs to a scope.
create schema consents;

select codes.create_list('consents.legal_basis', 'act text, article text, note text, verified boolean');
select codes.create_list('consents.consent_form', 'for_special_data boolean');
-- What may be disclosed: from whom to whom, which classes, for how long, by which article. A rule that is not
-- `standing` justifies one disclosure and never opens a file.
select codes.create_list('consents.basis_rule', 'legal_basis text references consents.legal_basis, kind text, "from" jsonb, "to" jsonb,
  classes text[], longest_days int, standing boolean, article text, note text, verified boolean');

create table consents.information_clause (
  id uuid primary key,
  scope_id uuid not null references access.scope,
  about_id uuid not null,
  text_version text not null,
  how text not null check (how in ('in_person', 'letter', 'electronic')),
  given_on date not null,
  -- Who was told in the person's place: of a child who was not asked itself, somebody who represents it.
  given_to text check (length(given_to) between 2 and 200),
  given_by uuid not null references institutions.worker
);
create index clause_in_scope on consents.information_clause (scope_id);

-- About one person (about_id), from one institution to another. Ends on its last day, by withdrawal, or when a
-- child turns 18.
create table consents.basis (
  id uuid primary key,
  scope_id uuid not null references access.scope,
  about_id uuid not null,
  from_institution_id uuid not null references institutions.institution,
  to_institution_id uuid not null references institutions.institution,
  rule text not null references consents.basis_rule,
  classes text[] not null check (cardinality(classes) > 0),
  purpose text not null check (length(purpose) between 3 and 500),
  period tstzrange not null check (not isempty(period)),
  form text references consents.consent_form,
  given_by text check (length(given_by) between 1 and 200),
  document_id uuid,
  recorded_by uuid not null references institutions.worker,
  recorded_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  withdrawn_how text,
  version int not null default 1,
  check (from_institution_id <> to_institution_id),
  -- Step 1 keeps violence out of registers that a family or a team may read.
  check (not 'violence' = any (classes)),
  check (withdrawn_at is null or withdrawn_at >= lower(period)),
  unique (id, scope_id)
);
create index basis_in_scope on consents.basis (scope_id);

-- The register of disclosures, to be printed for the family. `standing` ones last as long as their basis; one-time
-- ones name what was said.
create table consents.disclosure (
  id uuid primary key,
  scope_id uuid not null references access.scope,
  about_id uuid not null,
  basis_id uuid not null,
  from_institution_id uuid not null references institutions.institution,
  to_institution_id uuid not null references institutions.institution,
  classes text[] not null,
  period tstzrange not null,
  what text,
  recorded_by uuid not null references institutions.worker,
  recorded_at timestamptz not null default now(),
  foreign key (basis_id, scope_id) references consents.basis (id, scope_id)
);
create index disclosure_of_basis on consents.disclosure (basis_id);
create index disclosure_in_scope on consents.disclosure (scope_id);
