-- Gives the wrapped key of a scope; the offered one becomes it if there is none yet.
create function journal.key_of(scope uuid, offered bytea) returns bytea
language plpgsql security definer set search_path = '' as $$
declare found bytea;
begin
  select wrapped into found from journal.scope_key where scope_id = scope;
  if found is null then
    insert into journal.scope_key values (scope, offered) on conflict do nothing;
    select wrapped into found from journal.scope_key where scope_id = scope;
  end if;
  return found;
end $$;
grant execute on function journal.key_of(uuid, bytea) to splot_app;
