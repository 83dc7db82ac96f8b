-- Whose session a token is, and as which worker they act; whether they lack a second factor that they must have by now.
-- Nothing for an ended or unknown one.
create function identity.account_of(session_token text)
returns table (account_id uuid, account_name text, locale text, administrator boolean, acting_as uuid, session_id uuid, factor_missing boolean)
language sql stable security definer set search_path = '' as $$
  select u.id, u.name, u.locale, u.administrator, s."actingAs", s.id,
    s."factor" is null and coalesce(n.since < now() - interval '7 days', false)
  from identity."session" s join identity."user" u on u.id = s."userId" left join identity.factor_need n on n.account_id = u.id
  where s.token = session_token and s."expiresAt" > now()
$$;
grant execute on function identity.account_of(text) to splot_app;

-- Takes the second factors of an account off and ends its sessions: whoever asks for it makes sure that two agreed.
create function identity.take_off_factors(account uuid) returns void
language sql security definer set search_path = '' as $$
  delete from identity."twoFactor" where "userId" = account;
  delete from identity."passkey" where "userId" = account;
  update identity."user" set "twoFactorEnabled" = false where id = account;
  delete from identity."session" where "userId" = account;
  delete from identity."verification" where value = account::text;
$$;
