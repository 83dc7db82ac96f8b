-- Of a deed that may arrive twice only ids are kept, and a digest by a key that lies outside the database: no word of
-- what was asked or answered. What was kept so far held both, and goes.
truncate http.answered;
alter table http.answered drop column request_hash, drop column status, drop column answer;
alter table http.answered add column digest bytea not null check (length(digest) = 32);
alter table http.answered add column ids jsonb not null default '{}' constraint ids_only check (
  jsonb_typeof(ids) = 'object'
  and not jsonb_path_exists(ids, 'strict $.* ? (!(@.type() == "string" && @ like_regex "^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$"))'));
comment on table http.answered is 'Deeds by their key: one that arrives again is not done again.';
