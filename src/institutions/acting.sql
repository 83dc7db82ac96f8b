-- All that begins a request, in one call: whose session a token is (nothing for an ended or unknown one), whether they lack
-- a second factor that they must have by now, or have and did not show, as which worker they act (the one in whose name it is
-- asked while they work there, else the chosen one, else the first), and the scope that the request is about. From here to the
-- end of the transaction they are that worker.
create function institutions.begin_request(session_token text, scope uuid, acting_as uuid default null)
returns table ("accountId" uuid, "accountName" text, locale text, administrator boolean, "sessionId" uuid, "factorMissing" boolean,
  "workerId" uuid, "institutionId" uuid)
language plpgsql security definer set search_path = '' rows 1 as $$
begin
  if access.me() is not null then return; end if;
  select u.id, u.name, u.locale, u.administrator, s.id, s."factor" is null and n.since is not null and (n.since < now() - interval '7 days' or identity.has_factor(u.id)),
    w.id, w.institution_id
  into "accountId", "accountName", locale, administrator, "sessionId", "factorMissing", "workerId", "institutionId"
  from identity."session" s join identity."user" u on u.id = s."userId" left join identity.factor_need n on n.account_id = u.id
  left join (institutions.worker w join institutions.institution i on i.id = w.institution_id and i.period @> now())
    on w.account_id = u.id and w.period @> now()
  where s.token = session_token and s."expiresAt" > now()
  order by w.id = acting_as desc nulls last, w.id = s."actingAs" desc nulls last, w.period, w.id limit 1;
  if not found then return; end if;
  perform set_config('splot.worker', coalesce("workerId"::text, ''), true);
  if scope is not null then perform access.enter(array[scope]); end if;
  return next;
end $$;
grant execute on function institutions.begin_request(text, uuid, uuid) to splot_app;
