create function baskets.may_be_asked(case_id uuid, institution uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from cases."case" c where c.id = case_id and c.id = any ((select access.my_scopes('team'))::uuid[]) and (
    partnerships.membership_valid(c.partnership_id, institution) @> clock_timestamp()
    or exists (select from cases.lead l where l.case_id = c.id and l.institution_id = institution and l.period @> clock_timestamp())))
$$;
grant execute on function baskets.may_be_asked(uuid, uuid) to splot_app;
