-- Whether somebody is kept from a question for good, at whichever of their jobs.
create function asks.is_kept_from(subject uuid, worker uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from asks.kept_from k where k.subject_id = subject and k.worker_id in (select institutions.same_person(worker)))
$$;
create function asks.i_am_kept_from(subject uuid) returns boolean
language sql stable security definer set search_path = '' as $$ select asks.is_kept_from(subject, access.me()) $$;
grant execute on function asks.i_am_kept_from(uuid) to splot_app;
