-- A view that its institution kept to itself may be asked for, as long as the assessment is open.
create function assessments.open_asked_view(subject uuid, institution uuid) returns table (class text, said jsonb)
language sql volatile security definer set search_path = '' as $$
  update assessments.view v set opened_at = now(), version = v.version + 1
  where v.id = subject and v.institution_id = institution and v.opened_at is null and v.class not in ('violence', 'justice')
    and assessments.is_open(v.assessment_id, v.scope_id)
  returning v.class, jsonb_build_object('domain', v.domain)
$$;

insert into timeline.openable (thing, opens, fact) values ('view', 'assessments.open_asked_view', 'assessments.view')
on conflict (thing) do update set opens = excluded.opens, words = excluded.words, fact = excluded.fact;
