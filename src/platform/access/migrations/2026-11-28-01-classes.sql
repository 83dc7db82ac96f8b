-- Classes of data: who holds one in a scope may read what bears it.
create table access.class (
  name text primary key,
  -- What an institution enters in it may stay its own until it is opened.
  opened_by_institution boolean not null
);

-- One name for the pair of a scope and whom a row is about; parsed when made, so that it becomes part of what asks.
create or replace function access.pair(scope_id uuid, about_id uuid) returns uuid
language sql immutable parallel safe
return md5(scope_id::text || about_id::text)::uuid;
