-- Takes the second factors of an account off and ends its sessions: whoever asks for it makes sure that two agreed.
create function identity.take_off_factors(account uuid) returns void
language sql security definer set search_path = '' as $$
  delete from identity."twoFactor" where "userId" = account;
  delete from identity."passkey" where "userId" = account;
  update identity."user" set "twoFactorEnabled" = false where id = account;
  delete from identity."session" where "userId" = account;
  delete from identity."verification" where value = account::text;
$$;

-- Whether an account has a second factor: an app with codes, or a passkey.
create function identity.has_factor(account uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from identity."user" u where u.id = account and u."twoFactorEnabled")
    or exists (select from identity."passkey" p where p."userId" = account)
$$;
grant execute on function identity.has_factor(uuid) to splot_identity;

-- What served signing in and serves it no more: where somebody was signed in from, links that are over, which address tried how often.
create function identity.forget_old() returns void
language sql security definer set search_path = '' as $$
  delete from identity."session" where "expiresAt" < now();
  delete from identity."verification" where "expiresAt" < now();
  delete from identity."rateLimit" where "lastRequest" < extract(epoch from now() - interval '1 hour') * 1000;
  delete from identity.attempt where at < now() - interval '1 day';
$$;
grant execute on function identity.forget_old() to splot_jobs;
