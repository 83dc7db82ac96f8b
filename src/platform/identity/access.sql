grant usage on schema identity to splot_identity, splot_app, splot_jobs;

-- The sign-in library keeps its tables by itself, on a connection that reaches nothing else. The app asks one
-- question of them: whose session is this.
do $$
declare t text;
begin
  foreach t in array array['user', 'session', 'account', 'verification', 'twoFactor', 'passkey', 'rateLimit', 'attempt', 'invitation', 'used_code', 'factor_need'] loop
    execute format('create policy identity_keeps on identity.%I for all to splot_identity using (true) with check (true)', t);
    execute format('grant select, insert, update, delete on identity.%I to splot_identity', t);
  end loop;
end $$;
