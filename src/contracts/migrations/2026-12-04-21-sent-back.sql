-- A signed contract that its head sends back, with a reason: a draft again, to be printed and signed anew.
create table contracts.sent_back (
  id uuid primary key,
  contract_id uuid not null,
  scope_id uuid not null references access.scope,
  reason text not null check (length(reason) between 2 and 1000),
  sent_back_by uuid not null references institutions.worker,
  sent_back_at timestamptz not null default now(),
  mended_at timestamptz,
  foreign key (contract_id, scope_id) references contracts.social_contract (id, scope_id)
);
create unique index sent_back_once_at_a_time on contracts.sent_back (contract_id) where mended_at is null;
create index sent_back_in_scope on contracts.sent_back (scope_id);
