-- What an invitation says to whoever holds its token, before they are anybody.
create function institutions.invitation_of(token_hash bytea)
returns table (worker_id uuid, given_name text, family_name text, "position" text, institution_name text, institution_kind text, email text, has_account boolean)
language sql stable security definer set search_path = '' as $$
  select w.id, w.given_name, w.family_name, w.position, i.name, i.kind, v.email,
    exists (select from identity."user" u where u.email = v.email)
  from identity.invitation v join institutions.worker w on w.id = v.subject_id join institutions.institution i on i.id = w.institution_id
  where v.token_hash = invitation_of.token_hash and v.accepted_at is null and v.withdrawn_at is null and v.expires_at > now()
    and w.period @> now() and w.account_id is null
$$;
grant execute on function institutions.invitation_of(bytea) to splot_jobs;

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
  perform institutions.hold_person(o.id) from institutions.worker o where o.account_id = taken;
  if exists (select from institutions.worker o where o.account_id = taken
      and (institutions.is_officer(o.id) and institutions.works_with_families(v.subject_id)
        or institutions.is_officer(v.subject_id) and institutions.works_with_families(o.id))) then
    return 'officer-elsewhere';
  end if;
  update institutions.worker w set account_id = taken, version = w.version + 1 where w.id = v.subject_id;
  update identity.invitation i set accepted_at = now() where i.id = v.id;
  if v.administrator then update identity."user" u set administrator = true where u.id = taken; end if;
  return null;
end $$;
grant execute on function institutions.accept_invitation(bytea, uuid, text, text) to splot_jobs;
