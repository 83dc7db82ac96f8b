-- What anybody knows of whoever has an account, and a password should not be: asked by the sign-in library, which knows
-- no institutions.
create function identity.words_around(account uuid) returns setof text
language sql stable security definer set search_path = '' as $$
  select unnest(array[u.name, u.email]) from identity."user" u where u.id = account
  union
  select unnest(array[w.given_name, w.family_name, w.position, i.name])
  from institutions.worker w join institutions.institution i on i.id = w.institution_id where w.account_id = account
$$;
grant execute on function identity.words_around(uuid) to splot_identity;
