
-- Whether the same paper was printed before by the same worker on the same day. Only an entry that is read by the same people
-- counts: what decides who reads one is compared, so nothing is told of an unseen one.
create function timeline.printed_before(e journal.entry) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from journal.entry b
    where b.scope_id = e.scope_id and b.verb = e.verb and b.subject_id = e.subject_id and b.worker_id = e.worker_id
      and b.institution_id = e.institution_id and b.class = e.class and b.about_id is not distinct from e.about_id
      and (b.at, b.id) < (e.at, e.id) and b.at >= splot.start_of_day((e.at at time zone 'Europe/Warsaw')::date))
$$;
grant execute on function timeline.printed_before(journal.entry) to splot_app;
