-- Roles are shared by the databases of a server, so they are made once and only where missing.
--   splot_owner     owns every table and rule; nobody logs in as it
--   splot_app       may do what the policies allow; nobody logs in as it
--   splot_login     the app's connection: no rights and no inheritance, may only become splot_app
--   splot_identity  the sign-in library's connection: its own schema and nothing else
--   splot_jobs      the job queue's connection
do $$
declare missing record;
begin
  for missing in
    select * from (values
      ('splot_owner', 'nologin'), ('splot_app', 'nologin'),
      ('splot_login', 'login noinherit'), ('splot_identity', 'login noinherit'), ('splot_jobs', 'login noinherit')
    ) wanted (name, options)
    where not exists (select from pg_roles where rolname = wanted.name)
  loop
    begin
      execute format('create role %I %s', missing.name, missing.options);
    exception when duplicate_object or unique_violation then null; -- another database of this server was quicker
    end;
  end loop;
  if not pg_has_role(current_user, 'splot_owner', 'set') then
    execute format('grant splot_owner to %I with inherit true, set true', current_user);
  end if;
  if not exists (select from pg_auth_members m where m.roleid = 'splot_app'::regrole and m.member = 'splot_login'::regrole) then
    grant splot_app to splot_login with inherit false, set true;
  end if;
  execute format('grant create, connect, temporary on database %I to splot_owner', current_database());
  execute format('revoke all on database %I from public', current_database());
  execute format('grant connect on database %I to splot_login, splot_identity, splot_jobs', current_database());
  execute format('grant create on database %I to splot_jobs', current_database());
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
