-- Who may see what, as grants on opaque scopes. This part of Splot knows no word of cases or families: a slice
-- names a function that derives the grants of a scope from its facts, and asks for them to be derived anew
-- whenever such a fact changes.
create schema access;

-- What derives the grants of a kind of scope from facts: `rule(uuid[])` gives the grants, and `hold(uuid[])` takes
-- share locks on the facts of others that the rule reads, so that none of them ends unnoticed in the meantime.
create table access.scope_rule (
  kind text not null,
  rule text not null,
  hold text,
  primary key (kind, rule)
);

create table access.scope (
  id uuid primary key,
  kind text not null,
  -- A scope that a request about this one asks for too: the household of a case.
  beside uuid references access.scope,
  -- When its grants were last derived, and by which transaction.
  derived_at timestamptz not null default now(),
  derived_in xid8 not null default pg_current_xact_id()
);

-- `classes` are what may be seen (file, health …) and what may be done (coordinate, team, head).
-- `about_id` narrows a grant to one person, to one asked item, to the entries of one institution, or, being the
-- scope itself, to what is shared and about nobody in particular; null means all.
-- `because` answers "why do I see this": {"reason": code, ... what the sentence needs}.
create table access.granted (
  scope_id uuid not null references access.scope on delete cascade,
  worker_id uuid not null,
  about_id uuid,
  classes text[] not null,
  valid tstzmultirange not null check (not isempty(valid)),
  because jsonb not null
);
create index granted_to_worker on access.granted (worker_id, scope_id) include (about_id, classes, valid);
create index granted_on_scope on access.granted (scope_id);

-- Workers who may see nothing of a scope, whatever else would let them: kin, neighbours. It beats every grant.
create table access.barred (
  scope_id uuid not null references access.scope,
  worker_id uuid not null,
  valid tstzmultirange not null,
  primary key (scope_id, worker_id)
);

-- One name for the pair of a scope and whom a row is about, so that a policy compares a single value.
create function access.pair(scope_id uuid, about_id uuid) returns uuid
language sql immutable parallel safe set search_path = '' as
$$ select md5(scope_id::text || about_id::text)::uuid $$;
