-- Whether a scope is about somebody: a question of `files`.
create function files.is_about(scope uuid, person uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from cases."case" c where c.id = scope and households.belongs_to(person, c.household_id))
$$;
grant execute on function files.is_about(uuid, uuid) to splot_app;
