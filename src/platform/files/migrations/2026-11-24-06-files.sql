-- Files: encrypted by the app before they come here, in pieces, so that neither side holds a whole one in memory.
create schema files;

create table files.file (
  id uuid primary key,
  scope_id uuid not null references access.scope,
  about_id uuid,
  class text not null,
  name text not null check (length(name) between 1 and 200),
  type text not null,
  size bigint not null check (size >= 0),
  sha256 bytea not null,
  wrapped_key bytea not null,
  added_by uuid not null,
  added_at timestamptz not null default now()
);
create index file_in_scope on files.file (scope_id);

create table files.piece (
  file_id uuid not null references files.file,
  no int not null,
  content bytea not null,
  primary key (file_id, no)
);
