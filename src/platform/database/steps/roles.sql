-- Roles are shared by the databases of a server, so they are made once and only where missing. Nobody logs in as one of
-- them: each installation has logins of its own (open.ts), with no rights but to become one of the last three.
--   splot_owner     owns every table and rule
--   splot_app       may do what the policies allow
--   splot_identity  the sign-in library: its own schema and nothing else
--   splot_jobs      the job queue
do $$
declare missing record; earlier record;
begin
  for missing in
    select * from (values ('splot_owner'), ('splot_app'), ('splot_identity'), ('splot_jobs')) wanted (name)
    where not exists (select from pg_roles where rolname = wanted.name)
  loop
    begin
      execute format('create role %I nologin', missing.name);
    exception when duplicate_object or unique_violation then null; -- another database of this server was quicker
    end;
  end loop;
  -- Whoever owns the database has what is in it, the queue too: so they dump it and bring it over to another server.
  for missing in select * from (values ('splot_owner'), ('splot_jobs')) owning (name)
    where not (pg_has_role(current_user, owning.name, 'usage') and pg_has_role(current_user, owning.name, 'set'))
  loop
    execute format('grant %I to %I with inherit true, set true', missing.name, current_user);
  end loop;
  execute format('grant create, connect, temporary on database %I to splot_owner', current_database());
  execute format('revoke all on database %I from public', current_database());
  execute format('grant create on database %I to splot_jobs', current_database());
  -- In 0.1.0 people logged in as the shared roles. Another database of this server may still do so; this one does not.
  for earlier in select rolname as name from pg_roles where rolname in ('splot_login', 'splot_identity', 'splot_jobs')
  loop
    execute format('revoke connect on database %I from %I', current_database(), earlier.name);
  end loop;
  revoke all on schema public from public;
  if not exists (select from pg_namespace where nspname = 'splot') then
    create schema splot authorization splot_owner;
  end if;
end $$;

set role splot_owner;
alter default privileges for role splot_owner revoke execute on functions from public;

create table if not exists splot.migration (
  name text primary key,
  hash text not null,
  at timestamptz not null default now()
);
reset role;
