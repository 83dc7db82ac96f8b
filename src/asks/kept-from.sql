-- Whether somebody is kept from a question: for good, or by being kept out of the place that it belongs to; at whichever of
-- their jobs.
create function asks.is_kept_from(subject uuid, worker uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from asks.kept_from k where k.subject_id = subject and k.worker_id in (select institutions.same_person(worker)))
    or exists (select from asks.kept_with k join access.barred b using (scope_id)
      where k.subject_id = subject and b.worker_id = worker and b.valid @> clock_timestamp())
$$;
create function asks.i_am_kept_from(subject uuid) returns boolean
language sql stable security definer set search_path = '' as $$ select asks.is_kept_from(subject, access.me()) $$;
grant execute on function asks.i_am_kept_from(uuid) to splot_app;

-- Whether a question is kept from anybody, or might be.
create function asks.is_kept(subject uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from asks.kept_from k where k.subject_id = subject) or exists (select from asks.kept_with k where k.subject_id = subject)
$$;
