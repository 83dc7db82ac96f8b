-- Accounts, sessions and what proves them: the tables of better-auth (its names), reached by its own connection only.
create schema identity;

create table identity."user" (
  "id" uuid primary key default gen_random_uuid(), "name" text not null, "email" text not null unique, "emailVerified" boolean not null,
  "image" text, "createdAt" timestamptz not null default now(), "updatedAt" timestamptz not null default now(), "twoFactorEnabled" boolean,
  "locale" text not null default 'pl' check ("locale" in ('pl', 'en')), "administrator" boolean not null default false);

create table identity."session" (
  "id" uuid primary key default gen_random_uuid(), "expiresAt" timestamptz not null, "token" text not null unique,
  "createdAt" timestamptz not null default now(), "updatedAt" timestamptz not null, "ipAddress" text, "userAgent" text,
  "userId" uuid not null references identity."user" on delete cascade, "actingAs" uuid);
create index on identity."session" ("userId");

create table identity."account" (
  "id" uuid primary key default gen_random_uuid(), "accountId" text not null, "providerId" text not null,
  "userId" uuid not null references identity."user" on delete cascade, "accessToken" text, "refreshToken" text, "idToken" text,
  "accessTokenExpiresAt" timestamptz, "refreshTokenExpiresAt" timestamptz, "scope" text, "password" text,
  "createdAt" timestamptz not null default now(), "updatedAt" timestamptz not null);
create index on identity."account" ("userId");

create table identity."verification" (
  "id" uuid primary key default gen_random_uuid(), "identifier" text not null, "value" text not null, "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default now(), "updatedAt" timestamptz not null default now());
create index on identity."verification" ("identifier");

create table identity."twoFactor" (
  "id" uuid primary key default gen_random_uuid(), "secret" text not null, "backupCodes" text not null,
  "userId" uuid not null references identity."user" on delete cascade, "verified" boolean, "failedVerificationCount" int, "lockedUntil" timestamptz);
create index on identity."twoFactor" ("userId");

create table identity."passkey" (
  "id" uuid primary key default gen_random_uuid(), "name" text, "publicKey" text not null,
  "userId" uuid not null references identity."user" on delete cascade, "credentialID" text not null, "counter" int not null,
  "deviceType" text not null, "backedUp" boolean not null, "transports" text, "createdAt" timestamptz, "aaguid" text);
create index on identity."passkey" ("userId");
create index on identity."passkey" ("credentialID");

create table identity."rateLimit" (
  "id" uuid primary key default gen_random_uuid(), "key" text not null unique, "count" int not null, "lastRequest" bigint not null);

-- Failed attempts per account (by e-mail address, whether or not it exists): each further one makes the next wait longer.
create table identity.attempt (
  email text primary key,
  failures int not null default 0,
  blocked_until timestamptz
);

-- An invitation to work for an institution, sent to an address; whoever accepts it becomes (or already is) an account,
-- which administers this installation if the invitation says so.
create table identity.invitation (
  id uuid primary key,
  email text not null,
  token_hash bytea not null unique,
  subject_id uuid not null,
  invited_by uuid,
  made_at timestamptz not null default now(),
  expires_at timestamptz not null,
  accepted_at timestamptz,
  withdrawn_at timestamptz,
  administrator boolean not null default false
);
create index invitation_for on identity.invitation (subject_id);
