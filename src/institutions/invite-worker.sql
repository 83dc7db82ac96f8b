-- May I send this worker an invitation: I head their institution, or my institution established it and nobody heads it yet.
create function institutions.i_may_invite(worker uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (
    select from institutions.worker w join institutions.institution i on i.id = w.institution_id
    where w.id = worker and w.period @> now() and (
      w.institution_id = institutions.i_head()
      or i.established_by = institutions.i_head_myself() and exists (
        select from institutions.head h where h.worker_id = w.id and h.named_by is null and h.confirmed_by is null)))
$$;

-- Sends an invitation, in place of an earlier one. Only a digest of its token is kept. Sent again to the same address,
-- it still makes an administrator.
create function institutions.invite(id uuid, worker uuid, email text, token_hash bytea) returns text
language plpgsql security definer set search_path = '' as $$
begin
  if not institutions.i_may_invite(worker) then return 'not-found'; end if;
  if exists (select from institutions.worker w where w.id = worker and w.account_id is not null) then return 'already-signed-up'; end if;
  update identity.invitation i set withdrawn_at = now() where i.subject_id = worker and i.accepted_at is null and i.withdrawn_at is null;
  insert into identity.invitation (id, email, token_hash, subject_id, invited_by, expires_at, administrator)
  values (invite.id, lower(trim(invite.email)), invite.token_hash, invite.worker, access.me(), now() + interval '14 days', exists (
    select from identity.invitation i where i.subject_id = worker and i.email = lower(trim(invite.email)) and i.administrator));
  update institutions.worker w set email = trim(invite.email), version = w.version + 1 where w.id = worker and w.email is distinct from trim(invite.email);
  return null;
end $$;
grant execute on function institutions.invite(uuid, uuid, text, bytea) to splot_app;

-- An address that is put right takes back what was sent to the other one: its link would make a colleague of whoever reads
-- that mail.
create function institutions.address_put_right() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update identity.invitation i set withdrawn_at = now()
  where i.subject_id = new.id and i.accepted_at is null and i.withdrawn_at is null
    and i.email is distinct from lower(trim(new.email));
  return null;
end $$;
create trigger address_put_right after update on institutions.worker for each row
  when (old.email is distinct from new.email) execute function institutions.address_put_right();
