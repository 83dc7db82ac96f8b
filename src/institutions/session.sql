-- For signing in: the workers that an account may act as. Not for the app's role: nobody there learns that two workers
-- are one person.
create function institutions.workers_of_account(account uuid)
returns table (id uuid, institution_id uuid, institution_name text, given_name text, family_name text, "position" text, heads boolean, oversees boolean)
language sql stable security definer set search_path = '' as $$
  select w.id, w.institution_id, coalesce(i.short_name, i.name), w.given_name, w.family_name, w.position,
    exists (select from institutions.headed(w.institution_id) h where h.worker_id = w.id and h.valid @> now()),
    exists (select from institutions.delegation d where d.worker_id = w.id and d.part in ('data_protection_officer', 'auditor') and d.period @> now())
  from institutions.worker w join institutions.institution i on i.id = w.institution_id
  where w.account_id = account and w.period @> now() and i.period @> now()
  order by w.period, w.id
$$;
grant execute on function institutions.workers_of_account(uuid) to splot_jobs;

-- Practice mode's chooser: people who have an account, and where they work. Asked by the jobs connection, which the
-- app uses for this in practice mode only.
create function institutions.practice_people()
returns table (account_id uuid, name text, workers jsonb)
language sql stable security definer set search_path = '' as $$
  select w.account_id, min(w.given_name || ' ' || w.family_name), jsonb_agg(jsonb_build_object(
      'position', w.position, 'institutionName', i.name, 'institutionKind', i.kind,
      'isHead', exists (select from institutions.head h where h.worker_id = w.id and h.period @> now())) order by w.period, w.id)
  from institutions.worker w join institutions.institution i on i.id = w.institution_id
  where w.account_id is not null and w.period @> now()
  group by w.account_id order by min(i.name), 2 limit 200
$$;
grant execute on function institutions.practice_people() to splot_jobs;
