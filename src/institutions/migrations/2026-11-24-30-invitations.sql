-- How people come to work in Splot: a head takes them on and sends an invitation; whoever opens it becomes (or already
-- is) an account. An institution that is not here yet is established by the head who wants to work with it.
alter table institutions.institution add column established_by uuid references institutions.institution;

-- Establishes an institution together with its first worker, who heads it once they came and the one who asked them
-- here confirmed that it is them.
create function institutions.establish(
  id uuid, kind text, name text, short_name text, seat text, locality text, email text,
  worker uuid, head uuid, given_name text, family_name text, "position" text) returns text
language plpgsql security definer set search_path = '' as $$
declare mine uuid := institutions.i_head_myself();
begin
  if mine is null then return 'only-a-head'; end if;
  insert into institutions.institution (id, kind, name, short_name, seat, locality, email, established_by)
  values (establish.id, establish.kind, establish.name, establish.short_name, establish.seat, establish.locality, establish.email, mine);
  if seat is not null then insert into institutions.area values (establish.id, establish.seat); end if;
  insert into institutions.worker (id, institution_id, given_name, family_name, "position", email)
  values (establish.worker, establish.id, establish.given_name, establish.family_name, establish."position", establish.email);
  insert into institutions.head (id, institution_id, worker_id, period) values (establish.head, establish.id, establish.worker, tstzrange(now(), null));
  return null;
end $$;

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
revoke execute on function institutions.i_may_invite(uuid) from public;

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

-- Who of my institution has come, and until when the invitations of the others hold. For the head.
create function institutions.sign_ups() returns table (worker_id uuid, signed_up boolean, invited_until timestamptz)
language sql stable security definer set search_path = '' as $$
  select w.id, w.account_id is not null, (
    select max(i.expires_at) from identity.invitation i where i.subject_id = w.id and i.accepted_at is null and i.withdrawn_at is null)
  from institutions.worker w where w.institution_id = institutions.i_head()
$$;

-- First heads of institutions that mine established, until they are confirmed. For the head who asked them here.
create function institutions.first_heads()
returns table (institution_id uuid, worker_id uuid, name text, "position" text, email text, signed_up boolean, invited_until timestamptz)
language sql stable security definer set search_path = '' as $$
  select i.id, w.id, w.given_name || ' ' || w.family_name, w.position, w.email, w.account_id is not null, (
    select max(v.expires_at) from identity.invitation v where v.subject_id = w.id and v.accepted_at is null and v.withdrawn_at is null)
  from institutions.institution i join institutions.head h on h.institution_id = i.id join institutions.worker w on w.id = h.worker_id
  where i.established_by = institutions.i_head_myself() and h.named_by is null and h.confirmed_by is null
$$;

-- Confirms the first head of an institution that mine established, once they came.
create function institutions.confirm_first_head(institution uuid) returns text
language plpgsql security definer set search_path = '' as $$
declare h institutions.head;
begin
  perform institutions.change_alone(institution);
  select h2.* into h from institutions.head h2 join institutions.institution i on i.id = h2.institution_id
  where i.id = institution and i.established_by = institutions.i_head_myself() and h2.named_by is null and h2.confirmed_by is null;
  if not found then return 'not-found'; end if;
  if exists (select from institutions.worker w where w.id = h.worker_id and w.account_id is null) then return 'head-not-here-yet'; end if;
  if exists (select from institutions.worker w join institutions.worker me on me.id = access.me() and me.account_id = w.account_id
      where w.id = h.worker_id) then return 'not-by-oneself'; end if;
  update institutions.head set confirmed_by = access.me() where id = h.id;
  return null;
end $$;
grant execute on function institutions.establish(uuid, text, text, text, text, text, text, uuid, uuid, text, text, text),
  institutions.invite(uuid, uuid, text, bytea), institutions.sign_ups(), institutions.first_heads(),
  institutions.confirm_first_head(uuid) to splot_app;

-- What an invitation says to whoever holds its token, before they are anybody.
create function institutions.invitation_of(token_hash bytea)
returns table (given_name text, family_name text, "position" text, institution_name text, institution_kind text, email text, has_account boolean)
language sql stable security definer set search_path = '' as $$
  select w.given_name, w.family_name, w.position, i.name, i.kind, v.email,
    exists (select from identity."user" u where u.email = v.email)
  from identity.invitation v join institutions.worker w on w.id = v.subject_id join institutions.institution i on i.id = w.institution_id
  where v.token_hash = invitation_of.token_hash and v.accepted_at is null and v.withdrawn_at is null and v.expires_at > now()
    and w.period @> now() and w.account_id is null
$$;

-- Accepts an invitation with an account: an existing one, or one that is made now with this name and password hash.
create function institutions.accept_invitation(token_hash bytea, account uuid, name text, password_hash text) returns text
language plpgsql security definer set search_path = '' as $$
declare v identity.invitation; taken uuid := account;
begin
  select * into v from identity.invitation i where i.token_hash = accept_invitation.token_hash for update;
  if not exists (select from institutions.invitation_of(accept_invitation.token_hash)) then return 'invitation-over'; end if;
  if taken is null then
    if exists (select from identity."user" u where u.email = v.email) then return 'sign-in-first'; end if;
    taken := gen_random_uuid();
    insert into identity."user" (id, name, email, "emailVerified") values (taken, accept_invitation.name, v.email, true);
    insert into identity."account" ("accountId", "providerId", "userId", password, "updatedAt")
    values (taken::text, 'credential', taken, password_hash, now());
  elsif exists (select from institutions.worker w join institutions.worker other on other.institution_id = w.institution_id
      where w.id = v.subject_id and other.account_id = taken and other.period && w.period) then
    return 'already-works-there';
  end if;
  update institutions.worker w set account_id = taken, version = w.version + 1 where w.id = v.subject_id;
  update identity.invitation i set accepted_at = now() where i.id = v.id;
  if v.administrator then update identity."user" u set administrator = true where u.id = taken; end if;
  return null;
end $$;
grant execute on function institutions.invitation_of(bytea), institutions.accept_invitation(bytea, uuid, text, text) to splot_jobs;
