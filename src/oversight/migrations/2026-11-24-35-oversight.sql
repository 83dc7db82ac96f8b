-- The data protection officer and the auditor of an institution: its journal and looks without content, and the record
-- of one scope for a stated purpose. What they read comes from these functions alone; the rules of the journal itself
-- let them see no more than anybody else.
create schema oversight;

create table oversight.record (
  id uuid primary key,
  institution_id uuid not null references institutions.institution,
  scope_id uuid not null references access.scope,
  scope_kind text not null,
  worker_id uuid not null references institutions.worker,
  -- A complaint, a request of the person (GDPR art. 15-22), a breach, an audit, or the deeds of the head.
  purpose text not null check (purpose in ('complaint', 'request', 'breach', 'audit', 'head')),
  reason text not null check (length(reason) between 5 and 500),
  valid tstzrange not null check (upper(valid) - lower(valid) <= interval '24 hours'),
  head_told_from timestamptz not null,
  seen_by uuid references institutions.worker,
  seen_at timestamptz,
  check ((seen_by is null) = (seen_at is null))
);
create index record_of_institution on oversight.record (institution_id, (lower(valid)) desc);
