-- Notifications of the device on which somebody is signed in (Web Push, RFC 8030): as long as that session, and no longer.
create schema push;

create table push.subscription (
  id uuid primary key default uuidv7(),
  session_id uuid not null references identity."session" on delete cascade,
  account_id uuid not null references identity."user" on delete cascade,
  endpoint text not null unique constraint length_of_endpoint check (length(endpoint) between 10 and 1000),
  p256dh text not null constraint length_of_p256dh check (length(p256dh) between 80 and 100),
  auth text not null constraint length_of_auth check (length(auth) between 20 and 30),
  made_at timestamptz not null default now()
);
create index subscription_of_session on push.subscription (session_id);
create index subscription_of_account on push.subscription (account_id);

create table push.note (
  id uuid primary key default uuidv7(),
  subscription_id uuid not null references push.subscription on delete cascade,
  body text not null,
  url text not null,
  written_at timestamptz not null default now()
);
create index note_of_subscription on push.note (subscription_id);
