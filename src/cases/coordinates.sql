-- Whether a worker coordinates a case now: asked by the rule on second factors.
create function institutions.coordinates(worker uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from cases.coordinator k where k.worker_id = worker and k.period @> now())
$$;
