-- Whose session a token is, and as which worker they act. Nothing for an ended or unknown one.
create function identity.account_of(session_token text)
returns table (account_id uuid, account_name text, locale text, administrator boolean, acting_as uuid, session_id uuid)
language sql stable security definer set search_path = '' as $$
  select u.id, u.name, u.locale, u.administrator, s."actingAs", s.id
  from identity."session" s join identity."user" u on u.id = s."userId"
  where s.token = session_token and s."expiresAt" > now()
$$;
grant execute on function identity.account_of(text) to splot_app;
