-- A device is told of what waits, as long as the session lasts in which somebody asked for it there.

create function push.subscribe(session uuid, the_endpoint text, the_key text, the_secret text) returns void
language sql security definer set search_path = '' as $$
  delete from push.subscription s where s.session_id = session and s.endpoint <> the_endpoint;
  -- Whoever asks last on a device is who is told there.
  insert into push.subscription (session_id, account_id, endpoint, p256dh, auth)
  select s.id, s."userId", the_endpoint, the_key, the_secret from identity."session" s where s.id = session and s."expiresAt" > now()
  on conflict (endpoint) do update set session_id = excluded.session_id, account_id = excluded.account_id, p256dh = excluded.p256dh, auth = excluded.auth, made_at = now()
$$;

create function push.unsubscribe(session uuid) returns void
language sql security definer set search_path = '' as $$ delete from push.subscription s where s.session_id = session $$;

create function push.is_on(session uuid) returns boolean
language sql stable security definer set search_path = '' as $$ select exists (select from push.subscription s where s.session_id = session) $$;

-- Puts it in for each device of an account that is signed in, in the transaction of whoever tells it.
create function push.write(account uuid, the_body text, the_url text) returns void
language plpgsql security definer set search_path = '' as $$
declare note uuid;
begin
  for note in
    insert into push.note (subscription_id, body, url)
    select s.id, the_body, the_url from push.subscription s join identity."session" i on i.id = s.session_id and i."expiresAt" > now()
    where s.account_id = account returning id
  loop
    perform jobs.enqueue('send-push', jsonb_build_object('note', note), line => 'push');
  end loop;
end $$;

-- What is to be sent, to whom; nothing once the session is over.
create function push.unsent(only_id uuid) returns table (endpoint text, p256dh text, auth text, body text, url text)
language sql stable security definer set search_path = '' as $$
  select s.endpoint, s.p256dh, s.auth, n.body, n.url from push.note n join push.subscription s on s.id = n.subscription_id
  join identity."session" i on i.id = s.session_id and i."expiresAt" > now() where n.id = only_id
$$;
create function push.sent(only_id uuid) returns void
language sql security definer set search_path = '' as $$ delete from push.note n where n.id = only_id $$;

-- The device is there no more.
create function push.gone(note uuid) returns void
language sql security definer set search_path = '' as $$
  delete from push.subscription s using push.note n where n.id = note and s.id = n.subscription_id
$$;
grant execute on function push.subscribe(uuid, text, text, text), push.unsubscribe(uuid), push.is_on(uuid), push.write(uuid, text, text), push.unsent(uuid),
  push.sent(uuid), push.gone(uuid) to splot_jobs;
