-- Whether I am excluded from the family that a scope is about, or kept from the concern that it is.
create function oversight.kept_out_of(scope uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from access.barred b where b.scope_id = scope and b.worker_id = access.me() and b.valid @> clock_timestamp())
    or asks.i_am_kept_from(scope)
$$;

-- The scopes that a paper is about, by the code on it: the case and its household. The number in its own register is
-- known to the institution that gave it.
create function oversight.by_code(code text) returns setof uuid
language sql stable security definer set search_path = '' as $$
  select s.id from cases."case" c cross join lateral (values (c.id), (c.household_id)) s (id)
  where c.code = upper(trim(by_code.code)) or exists (
    select from cases.registry_number r
    where r.case_id = c.id and r.institution_id = oversight.i_oversee() and lower(r.number) = lower(trim(by_code.code)))
$$;
grant execute on function oversight.kept_out_of(uuid) to splot_app;
