-- Codes of an app that were tried in the last minutes: each is good once.
create table identity.used_code (
  account_id uuid not null references identity."user" on delete cascade,
  code text not null,
  at timestamptz not null default now(),
  primary key (account_id, code)
);
alter table identity.used_code enable row level security;
comment on table identity.used_code is 'Codes of a second factor that were tried in the last minutes; each is good once.';
-- Links for a new password that stand in clear; whoever holds one asks for another.
delete from identity."verification" where identifier like 'reset-password:%';
