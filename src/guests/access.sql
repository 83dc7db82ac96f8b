grant usage on schema guests to splot_app, splot_jobs;

-- Who confirms an address reads what there is to confirm; others as the slice says whose guest it is.
create policy guest_is_confirmed on guests.guest for select to splot_app using (
  confirmer_id = access.me() and confirmed_at is null and refused_at is null and ended_at is null
  and (opens is null or scope_id = any ((select access.my_scopes('team'))::uuid[]))
  and scope_id <> all ((select access.barred_to_me())::uuid[]));
grant select on guests.guest to splot_app;
