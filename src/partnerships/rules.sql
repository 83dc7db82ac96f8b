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

create function partnerships.opens_documents() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform access.open_scope(new.id, 'partnership');
  perform access.derive(array[new.id]);
  return null;
end $$;

create trigger documents_open after insert on partnerships.partnership for each row execute function partnerships.opens_documents();

create function partnerships.membership_derives() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform institutions.change_alone(new.institution_id);
  perform access.derive(array[new.partnership_id]);
  return null;
end $$;

create trigger documents_derive after insert or update of period, left_because on partnerships.membership
  for each row execute function partnerships.membership_derives();

create function partnerships.worker_derives() returns trigger language plpgsql security definer set search_path = '' as $$
declare ids uuid[];
begin
  perform institutions.change_alone(new.institution_id);
  select array_agg(id order by id) into ids from (
    select m.partnership_id as id from partnerships.membership m where m.institution_id = new.institution_id and m.left_because is null
    union select p.id from partnerships.partnership p where p.leading_institution_id = new.institution_id) touched;
  if ids is not null then perform access.derive(ids); end if;
  return null;
end $$;

create trigger documents_derive after insert or update of period on institutions.worker for each row execute function partnerships.worker_derives();

create function partnerships.leader_changed() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform access.derive(array[new.id]);
  return null;
end $$;

create trigger documents_derive after update of leading_institution_id on partnerships.partnership for each row
  execute function partnerships.leader_changed();
