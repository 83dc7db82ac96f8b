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
  exclude using gist (access.pair(account_id, institution_id) with =, period with &&),
  unique (id, institution_id) -- what names a worker and their institution refers to both
);
create index worker_of_institution on institutions.worker (institution_id);
create index worker_of_account on institutions.worker (account_id);

-- One head at a time, and at most one new one a day. A later head is named by the one before; the first of an
-- institution was named by nobody and heads it only once a second person confirmed it.
create table institutions.head (
  id uuid primary key,
  institution_id uuid not null references institutions.institution,
  worker_id uuid not null,
  period tstzrange not null,
  named_by uuid,
  confirmed_by uuid check (confirmed_by <> worker_id),
  foreign key (worker_id, institution_id) references institutions.worker (id, institution_id),
  foreign key (named_by, institution_id) references institutions.worker (id, institution_id),
  exclude using gist (institution_id with =, period with &&)
);
create unique index one_new_head_a_day on institutions.head (institution_id, ((lower(period) at time zone 'Europe/Warsaw')::date));

-- What a head may leave to others for a time: everything of the head's (stand-in), or the duty of taking concerns
-- and requests (duty contact); and the officers of the institution.
create table institutions.delegation (
  id uuid primary key,
  institution_id uuid not null references institutions.institution,
  worker_id uuid not null,
  part text not null check (part in ('stand_in', 'duty', 'data_protection_officer', 'auditor')),
  period tstzrange not null,
  given_by uuid not null references institutions.worker,
  foreign key (worker_id, institution_id) references institutions.worker (id, institution_id),
  exclude using gist (institution_id with =, worker_id with =, part with =, period with &&)
);

-- What opens sight through an institution (its people's work, its head, delegations, memberships) changes one at a
-- time, under a lock on the institution; who derives grants from such facts shares that lock. So of two changes at
-- once the later one sees what the earlier did.
create function institutions.change_alone(institution uuid) returns void
language sql security definer set search_path = '' as
$$ select from institutions.institution i where i.id = change_alone.institution for no key update $$;
revoke execute on function institutions.change_alone(uuid) from public;

create function institutions.changes_alone() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform institutions.change_alone(new.institution_id);
  return new;
end $$;
create trigger changes_alone before update on institutions.worker for each row
  when (old.period is distinct from new.period) execute function institutions.changes_alone();
create trigger changes_alone before insert or update on institutions.head for each row execute function institutions.changes_alone();
create trigger changes_alone before insert or update on institutions.delegation for each row execute function institutions.changes_alone();
create trigger only_ends before update on institutions.worker for each row execute function splot.period_only_ends();
create trigger only_ends before update on institutions.head for each row execute function splot.period_only_ends();
create trigger only_ends before update on institutions.delegation for each row execute function splot.period_only_ends();

-- The acting worker, while they work there.
create function institutions.me() returns uuid
language sql stable security definer set search_path = '' as
$$ select id from institutions.worker where id = access.me() and period @> clock_timestamp() $$;

-- Whose worker I am, while I work there.
create function institutions.my_institution() returns uuid
language sql stable security definer set search_path = '' as
$$ select institution_id from institutions.worker where id = access.me() and period @> clock_timestamp() $$;

-- When a worker heads an institution, in their own right or standing in for the head.
create function institutions.headed(institution uuid) returns table (worker_id uuid, valid tstzmultirange, standing_in boolean)
language sql stable security definer set search_path = '' as $$
  select part.worker_id, range_agg(part.period * w.period), part.standing_in
  from (
    select worker_id, period, false as standing_in from institutions.head
    where institution_id = institution and (named_by is not null or confirmed_by is not null)
    union all
    select worker_id, period, true from institutions.delegation where institution_id = institution and part = 'stand_in'
  ) part join institutions.worker w on w.id = part.worker_id
  group by part.worker_id, part.standing_in
$$;

create function institutions.i_head() returns uuid
language sql stable security definer set search_path = '' as $$
  select w.institution_id from institutions.worker w
  where w.id = access.me() and w.period @> clock_timestamp() and exists (
    select from institutions.headed(w.institution_id) h where h.worker_id = w.id and h.valid @> clock_timestamp())
$$;

-- The institution that I head in my own right: who stands in neither names the next head nor gives the part on, and
-- does not bind the institution (declares, signs, appoints, leaves).
create function institutions.i_head_myself() returns uuid
language sql stable security definer set search_path = '' as $$
  select w.institution_id from institutions.worker w
  where w.id = access.me() and w.period @> clock_timestamp() and exists (
    select from institutions.headed(w.institution_id) h where h.worker_id = w.id and not h.standing_in and h.valid @> clock_timestamp())
$$;

-- Names the next head from an instant on, at which one's own time ends: the head in their own right.
create function institutions.name_head(id uuid, worker uuid, since timestamptz) returns text
language plpgsql security definer set search_path = '' as $$
declare mine uuid := institutions.i_head_myself();
begin
  if mine is null then return 'not-found'; end if;
  perform institutions.change_alone(mine);
  if institutions.i_head_myself() is distinct from mine then return 'not-found'; end if;
  if since is null or since < now() then return 'time-in-the-past'; end if;
  if not exists (select from institutions.worker w where w.id = worker and w.institution_id = mine and w.period @> since) then
    return 'not-our-worker';
  end if;
  if exists (select from institutions.head h where h.institution_id = mine and (
      lower(h.period) > since and not isempty(h.period)
      or (lower(h.period) at time zone 'Europe/Warsaw')::date = (since at time zone 'Europe/Warsaw')::date)) then
    return 'one-new-head-a-day';
  end if;
  update institutions.head h set period = tstzrange(lower(h.period), since) where h.institution_id = mine and h.period @> since;
  insert into institutions.head (id, institution_id, worker_id, period, named_by) values (id, mine, worker, tstzrange(since, null), access.me());
  return null;
end $$;

-- The institution whose concerns and requests I take: being on duty there, or its head while nobody is on duty.
create function institutions.i_take_in_for() returns uuid
language sql stable security definer set search_path = '' as $$
  select me.institution_id from institutions.worker me
  where me.id = access.me() and me.period @> clock_timestamp() and (
    exists (select from institutions.delegation d where d.worker_id = me.id and d.part = 'duty' and d.period @> clock_timestamp())
    or institutions.i_head() = me.institution_id and not exists (
      select from institutions.delegation d join institutions.worker w on w.id = d.worker_id
      where d.institution_id = me.institution_id and d.part = 'duty' and d.period @> clock_timestamp() and w.period @> clock_timestamp()))
$$;
revoke execute on function institutions.headed(uuid) from public;
grant execute on function institutions.me(), institutions.my_institution(), institutions.i_head(), institutions.i_head_myself(),
  institutions.name_head(uuid, uuid, timestamptz), institutions.i_take_in_for() to splot_app;

-- For signing in: the workers that an account may act as. Not for the app's role: nobody there learns that two workers
-- are one person.
create function institutions.workers_of_account(account uuid)
returns table (id uuid, institution_id uuid, institution_name text, given_name text, family_name text, "position" text, heads boolean, oversees boolean)
language sql stable security definer set search_path = '' as $$
  select w.id, w.institution_id, coalesce(i.short_name, i.name), w.given_name, w.family_name, w.position,
    exists (select from institutions.headed(w.institution_id) h where h.worker_id = w.id and h.valid @> now()),
    exists (select from institutions.delegation d where d.worker_id = w.id and d.part in ('data_protection_officer', 'auditor') and d.period @> now())
  from institutions.worker w join institutions.institution i on i.id = w.institution_id
  where w.account_id = account and w.period @> now() and i.period @> now()
  order by w.period, w.id
$$;
grant execute on function institutions.workers_of_account(uuid) to splot_jobs;

-- Who has a title to sign and to number their papers, says the head, not they themselves.
create function institutions.head_says() returns trigger language plpgsql set search_path = '' as $$
begin
  if access.me() is not null and new.institution_id is distinct from institutions.i_head() then
    raise exception 'only the head says who is a social worker' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger head_says before update on institutions.worker for each row
  when ((old.social_worker, old.service_number, old.position) is distinct from (new.social_worker, new.service_number, new.position))
  execute function institutions.head_says();

-- Ends somebody's work at this instant; all they see through it ends with it.
create function institutions.end_work(worker uuid) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  perform institutions.change_alone(institutions.i_head());
  update institutions.worker set period = tstzrange(lower(period), greatest(now(), lower(period))), version = version + 1
  where id = end_work.worker and institution_id = institutions.i_head() and upper(period) is distinct from lower(period)
    and (upper_inf(period) or upper(period) > now());
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
  where w.account_id = account and w.period @> now() and i.period @> now() and access.me() is null
  order by w.id = chosen desc nulls last, w.period, w.id limit 1
$$;
grant execute on function institutions.acting_worker(uuid, uuid) to splot_app;
