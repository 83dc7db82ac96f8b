-- Institutions and the people who work there. The actor everywhere in Splot is the worker: one person with two
-- employers is two workers and chooses for which of them they act.
create schema institutions;
grant usage on schema institutions to splot_app, splot_jobs;

select codes.create_list('institutions.institution_group');
select codes.create_list('institutions.institution_kind', 'abbr text, tier text, "group" text references institutions.institution_group');

create table institutions.institution (
  id uuid primary key,
  kind text not null references institutions.institution_kind,
  name text not null check (length(name) between 2 and 200),
  short_name text check (length(short_name) between 2 and 60),
  seat text references territory.unit,
  locality text,
  address text,
  phone text,
  email text,
  period tstzrange not null default tstzrange(now(), null),
  version int not null default 1
);

-- The communes, counties or voivodeships that an institution serves.
create table institutions.area (
  institution_id uuid not null references institutions.institution,
  terc text not null references territory.unit,
  primary key (institution_id, terc)
);

create table institutions.worker (
  id uuid primary key,
  account_id uuid,
  institution_id uuid not null references institutions.institution,
  given_name text not null check (length(given_name) between 1 and 80),
  family_name text not null check (length(family_name) between 1 and 80),
  position text not null check (length(position) between 2 and 120),
  social_worker boolean not null default false,
  service_number text,
  phone text,
  phone_hours text,
  email text,
  period tstzrange not null default tstzrange(now(), null),
  version int not null default 1,
  exclude using gist (account_id with =, institution_id with =, period with &&)
);
create index worker_of_institution on institutions.worker (institution_id);
create index worker_of_account on institutions.worker (account_id);

-- One head at a time. The first head of an institution is confirmed by a second person.
create table institutions.head (
  id uuid primary key,
  institution_id uuid not null references institutions.institution,
  worker_id uuid not null references institutions.worker,
  period tstzrange not null,
  confirmed_by uuid,
  exclude using gist (institution_id with =, period with &&)
);

-- What a head may leave to others for a time: everything of the head's (stand-in), or the duty of taking concerns
-- and requests (duty contact); and the officers of the institution.
create table institutions.delegation (
  id uuid primary key,
  institution_id uuid not null references institutions.institution,
  worker_id uuid not null references institutions.worker,
  part text not null check (part in ('stand_in', 'duty', 'data_protection_officer', 'auditor')),
  period tstzrange not null,
  given_by uuid not null references institutions.worker,
  exclude using gist (institution_id with =, worker_id with =, part with =, period with &&)
);

-- Whose worker I am, while I work there.
create function institutions.my_institution() returns uuid
language sql stable security definer set search_path = '' as
$$ select institution_id from institutions.worker where id = access.me() and period @> now() $$;

-- When a worker heads an institution, in their own right or standing in for the head.
create function institutions.headed(institution uuid) returns table (worker_id uuid, valid tstzmultirange, standing_in boolean)
language sql stable security definer set search_path = '' as $$
  select part.worker_id, range_agg(part.period * w.period), part.standing_in
  from (
    select worker_id, period, false as standing_in from institutions.head where institution_id = institution
    union all
    select worker_id, period, true from institutions.delegation where institution_id = institution and part = 'stand_in'
  ) part join institutions.worker w on w.id = part.worker_id
  group by part.worker_id, part.standing_in
$$;

create function institutions.i_head() returns uuid
language sql stable security definer set search_path = '' as $$
  select w.institution_id from institutions.worker w
  where w.id = access.me() and w.period @> now() and exists (
    select from institutions.headed(w.institution_id) h where h.worker_id = w.id and h.valid @> now())
$$;

-- The institution whose concerns and requests I take: being on duty there, or its head while nobody is on duty.
create function institutions.i_take_in_for() returns uuid
language sql stable security definer set search_path = '' as $$
  select me.institution_id from institutions.worker me
  where me.id = access.me() and me.period @> now() and (
    exists (select from institutions.delegation d where d.worker_id = me.id and d.part = 'duty' and d.period @> now())
    or institutions.i_head() = me.institution_id and not exists (
      select from institutions.delegation d join institutions.worker w on w.id = d.worker_id
      where d.institution_id = me.institution_id and d.part = 'duty' and d.period @> now() and w.period @> now()))
$$;
revoke execute on function institutions.headed(uuid) from public;
grant execute on function institutions.my_institution(), institutions.i_head(), institutions.i_take_in_for() to splot_app;

-- For signing in: the workers that an account may act as. Asked by the app before it becomes anyone.
create function institutions.workers_of_account(account uuid)
returns table (id uuid, institution_id uuid, institution_name text, given_name text, family_name text, "position" text, heads boolean)
language sql stable security definer set search_path = '' as $$
  select w.id, w.institution_id, i.name, w.given_name, w.family_name, w.position,
    exists (select from institutions.headed(w.institution_id) h where h.worker_id = w.id and h.valid @> now())
  from institutions.worker w join institutions.institution i on i.id = w.institution_id
  where w.account_id = account and w.period @> now() and i.period @> now()
  order by w.period, w.id
$$;
grant execute on function institutions.workers_of_account(uuid) to splot_app, splot_jobs;

-- Ends somebody's work at this instant; all they see through it ends with it.
create function institutions.end_work(worker uuid) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  update institutions.worker set period = tstzrange(lower(period), greatest(now(), lower(period))), version = version + 1
  where id = worker and institution_id = institutions.i_head() and upper_inf(period);
  return found;
end $$;
grant execute on function institutions.end_work(uuid) to splot_app;

-- Practice mode's chooser: people who have an account, and where they work. Asked by the jobs connection, which the
-- app uses for this in practice mode only.
create function institutions.practice_people()
returns table (account_id uuid, name text, workers jsonb)
language sql stable security definer set search_path = '' as $$
  select w.account_id, min(w.given_name || ' ' || w.family_name), jsonb_agg(jsonb_build_object(
      'position', w.position, 'institutionName', i.name, 'institutionKind', i.kind,
      'isHead', exists (select from institutions.head h where h.worker_id = w.id and h.period @> now())) order by w.period, w.id)
  from institutions.worker w join institutions.institution i on i.id = w.institution_id
  where w.account_id is not null and w.period @> now()
  group by w.account_id order by min(i.name), 2 limit 200
$$;
grant execute on function institutions.practice_people() to splot_jobs;

-- As which worker an account acts: the chosen one while it works there, else its first. The first question of every
-- request, so it reads nothing more.
create function institutions.acting_worker(account uuid, chosen uuid) returns table (id uuid, institution_id uuid)
language sql stable security definer set search_path = '' as $$
  select w.id, w.institution_id from institutions.worker w join institutions.institution i on i.id = w.institution_id
  where w.account_id = account and w.period @> now() and i.period @> now()
  order by w.id = chosen desc nulls last, w.period, w.id limit 1
$$;
grant execute on function institutions.acting_worker(uuid, uuid) to splot_app;
