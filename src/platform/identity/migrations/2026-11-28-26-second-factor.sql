-- By what besides a password a session was begun, and who must have such a second factor, since when.
alter table identity."session" add column "factor" text constraint known_factor check ("factor" in ('code', 'passkey'));
update identity."session" s set "factor" = 'code' from identity."user" u where u.id = s."userId" and u."twoFactorEnabled";
create table identity.factor_need (
  account_id uuid primary key references identity."user" on delete cascade,
  since timestamptz not null default now()
);
alter table identity.factor_need enable row level security;
comment on table identity.factor_need is 'Accounts that must have a second factor, and since when: a week later nothing else opens.';
