-- Documents and history of a partnership: a scope of its own, in which no family appears ---------------------------
create function partnerships.grants_of(asked uuid[])
returns table (scope_id uuid, worker_id uuid, about_id uuid, classes text[], valid tstzmultirange, because jsonb)
language sql stable set search_path = '' as $$
  select p.id, w.id, null::uuid, array['pointer', 'file', 'team'], tstzmultirange(w.period), '{"reason": "leading-institution"}'::jsonb
  from partnerships.partnership p join institutions.worker w on w.institution_id = p.leading_institution_id where p.id = any (asked)
  union all
  select m.partnership_id, w.id, null::uuid, array['pointer', 'file', 'team'], range_agg(m.period * w.period), '{"reason": "member"}'::jsonb
  from partnerships.membership m join institutions.worker w on w.institution_id = m.institution_id
  where m.partnership_id = any (asked) and m.period is not null group by 1, 2
  union all
  -- Invited: they bring their signed papers, and see those.
  select m.partnership_id, w.id, null::uuid, array['pointer', 'team'], tstzmultirange(tstzrange(m.invited_at, null) * w.period), '{"reason": "invited"}'::jsonb
  from partnerships.membership m join institutions.worker w on w.institution_id = m.institution_id
  where m.partnership_id = any (asked) and m.period is null and m.left_because is null
$$;

insert into access.scope_rule (kind, rule) values ('partnership', 'partnerships.grants_of');
insert into access.reads values
  ('partnerships.grants_of', 'partnerships.partnership', null),
  ('partnerships.grants_of', 'partnerships.membership', 'partnerships.of_memberships'),
  ('partnerships.grants_of', 'institutions.worker', 'partnerships.of_workers');

create function partnerships.of_memberships(memberships uuid[]) returns uuid[]
language sql stable set search_path = '' as $$ select array_agg(distinct m.partnership_id) from partnerships.membership m where m.id = any (memberships) $$;

create function partnerships.of_workers(workers uuid[]) returns uuid[]
language sql stable set search_path = '' as $$
  with theirs as materialized (select distinct w.institution_id from institutions.worker w where w.id = any (workers))
  select array(
    select m.partnership_id from theirs join partnerships.membership m using (institution_id) where m.left_because is null
    union select p.id from theirs join partnerships.partnership p on p.leading_institution_id = theirs.institution_id)
$$;

create function partnerships.opens_documents() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform access.open_scope(new.id, 'partnership');
  return null;
end $$;

create trigger documents_open after insert on partnerships.partnership for each row execute function partnerships.opens_documents();
