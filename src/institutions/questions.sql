-- Who of my institution has come, and until when the invitations of the others hold. For the head.
create function institutions.sign_ups() returns table (worker_id uuid, signed_up boolean, invited_until timestamptz)
language sql stable security definer set search_path = '' as $$
  select w.id, w.account_id is not null, (
    select max(i.expires_at) from identity.invitation i where i.subject_id = w.id and i.accepted_at is null and i.withdrawn_at is null)
  from institutions.worker w where w.institution_id = institutions.i_head()
$$;
grant execute on function institutions.sign_ups() to splot_app;

-- First heads of institutions that mine established, until they are confirmed. For the head who asked them here.
create function institutions.first_heads()
returns table (institution_id uuid, worker_id uuid, name text, "position" text, email text, signed_up boolean, invited_until timestamptz)
language sql stable security definer set search_path = '' as $$
  select i.id, w.id, w.given_name || ' ' || w.family_name, w.position, w.email, w.account_id is not null, (
    select max(v.expires_at) from identity.invitation v where v.subject_id = w.id and v.accepted_at is null and v.withdrawn_at is null)
  from institutions.institution i join institutions.head h on h.institution_id = i.id join institutions.worker w on w.id = h.worker_id
  where i.established_by = institutions.i_head_myself() and h.named_by is null and h.confirmed_by is null
$$;
grant execute on function institutions.first_heads() to splot_app;
