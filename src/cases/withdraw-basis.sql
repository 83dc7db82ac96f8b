-- A question of `consents` that only this slice can answer: what papers about a scope call it.
create function consents.code_of(scope uuid) returns text
language sql stable set search_path = '' as $$ select c.code from cases."case" c where c.id = scope $$;
grant execute on function consents.code_of(uuid) to splot_app;

-- Another one: whose household a scope is about.
create function consents.household_of(scope uuid) returns uuid
language sql stable set search_path = '' as $$ select c.household_id from cases."case" c where c.id = scope $$;
grant execute on function consents.household_of(uuid) to splot_app;

-- Withdraws a basis at this instant: what it opened closes with it. A deed of `consents` that asks who works in the case. By a team member of the institution that gave, or
-- by the coordinator: a family tells it once.
create function consents.withdraw(the_basis uuid, how text) returns text
language plpgsql security definer set search_path = '' as $$
declare b consents.basis;
begin
  select * into b from consents.basis where id = the_basis;
  if not found or not (cases.begin_deed(b.scope_id, 'coordinate', closed_too => true)
      or b.from_institution_id = institutions.my_institution() and b.scope_id <> all ((select access.my_whole_scopes('file'))::uuid[])
        and cases.begin_deed(b.scope_id, 'team', closed_too => true)) then return 'not-found'; end if;
  select * into b from consents.basis where id = the_basis for update;
  if b.withdrawn_at is not null then return 'basis-already-withdrawn'; end if;
  update consents.basis set withdrawn_at = greatest(now(), lower(period)), withdrawn_how = how, version = version + 1 where id = the_basis;
  update consents.disclosure set period = tstzrange(lower(period), greatest(now(), lower(period)))
  where basis_id = the_basis and (upper_inf(period) or upper(period) > now());
  perform asks.notify('withdrawn-consent', k.worker_id, b.scope_id, b.scope_id) from cases.coordinator k where k.case_id = b.scope_id and k.period @> now();
  return null;
end $$;
grant execute on function consents.withdraw(uuid, text) to splot_app;
