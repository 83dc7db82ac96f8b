-- What opens sight through an institution (its people's work, its head, delegations, memberships) changes one at a
-- time, under a lock on the institution; who derives grants from such facts shares that lock. So of two changes at
-- once the later one sees what the earlier did.
create function institutions.change_alone(institution uuid) returns void
language sql security definer set search_path = '' as
$$ select from institutions.institution i where i.id = change_alone.institution for no key update $$;

create function institutions.changes_alone() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform institutions.change_alone(new.institution_id);
  return new;
end $$;

create trigger changes_alone_when_new before insert on institutions.worker for each row execute function institutions.changes_alone();
create trigger changes_alone before update on institutions.worker for each row
  when (old.period is distinct from new.period) execute function institutions.changes_alone();
create trigger changes_alone before insert or update on institutions.head for each row execute function institutions.changes_alone();
create trigger changes_alone before insert or update on institutions.delegation for each row execute function institutions.changes_alone();
create trigger only_ends before update on institutions.worker for each row execute function splot.period_only_ends();
create trigger only_ends before update on institutions.head for each row execute function splot.period_only_ends();
create trigger only_ends before update on institutions.delegation for each row execute function splot.period_only_ends();

-- A person's jobs: the workers of one account. Rules about a person ask this; the app does not, for nobody there learns
-- that two workers are one person.
create function institutions.same_person(worker uuid) returns setof uuid
language sql stable security definer set search_path = '' rows 2 as $$
  select w.id from institutions.worker w where w.id = same_person.worker
  union select o.id from institutions.worker w join institutions.worker o on o.account_id = w.account_id where w.id = same_person.worker
$$;

-- What is said of a person holds for each of their jobs: whoever says it, or learns of one more job, does so alone.
create function institutions.hold_person(worker uuid) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform from institutions.worker w where w.id = hold_person.worker for share;
  perform pg_advisory_xact_lock(hashtextextended(coalesce(w.account_id, w.id)::text, 0))
  from institutions.worker w where w.id = hold_person.worker;
end $$;

-- The acting worker, while they work there.
create function institutions.me() returns uuid
language plpgsql stable security definer set search_path = '' as $$
begin
  return (select w.id from institutions.worker w where w.id = access.me() and w.period @> clock_timestamp());
end $$;
grant execute on function institutions.me() to splot_app;

-- Whose worker I am, while I work there.
create function institutions.my_institution() returns uuid
language plpgsql stable security definer set search_path = '' as $$
begin
  return (select w.institution_id from institutions.worker w where w.id = access.me() and w.period @> clock_timestamp());
end $$;
grant execute on function institutions.my_institution() to splot_app;

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
grant execute on function institutions.i_head() to splot_app;

-- The institution that I head in my own right: who stands in neither names the next head nor gives the part on, and
-- does not bind the institution (declares, signs, appoints, leaves).
create function institutions.i_head_myself() returns uuid
language sql stable security definer set search_path = '' as $$
  select w.institution_id from institutions.worker w
  where w.id = access.me() and w.period @> clock_timestamp() and exists (
    select from institutions.headed(w.institution_id) h where h.worker_id = w.id and not h.standing_in and h.valid @> clock_timestamp())
$$;
grant execute on function institutions.i_head_myself() to splot_app;

-- The institution whose concerns and requests a worker takes: being on duty there, or its head while nobody is on duty.
create function institutions.takes_in_for(worker uuid) returns uuid
language sql stable security definer set search_path = '' as $$
  select w.institution_id from institutions.worker w
  where w.id = takes_in_for.worker and w.period @> clock_timestamp() and (
    exists (select from institutions.delegation d where d.worker_id = w.id and d.part = 'duty' and d.period @> clock_timestamp())
    or exists (select from institutions.headed(w.institution_id) h where h.worker_id = w.id and h.valid @> clock_timestamp()) and not exists (
      select from institutions.delegation d join institutions.worker o on o.id = d.worker_id
      where d.institution_id = w.institution_id and d.part = 'duty' and d.period @> clock_timestamp() and o.period @> clock_timestamp()))
$$;

-- The institution for which a worker hears of a danger: whoever takes in there, its head and who stands in, all at once.
create function institutions.hears_for(worker uuid) returns uuid
language sql stable security definer set search_path = '' as $$
  select w.institution_id from institutions.worker w
  where w.id = hears_for.worker and w.period @> clock_timestamp() and (institutions.takes_in_for(w.id) is not null
    or exists (select from institutions.headed(w.institution_id) h where h.worker_id = w.id and h.valid @> clock_timestamp()))
$$;

-- Those who hear of a danger at an institution and are not away; who takes in there now, and so is on duty, first.
create function institutions.at_hand(institution uuid) returns table (worker_id uuid, name text, phone text, email text, on_duty boolean)
language sql stable security definer set search_path = '' rows 3 as $$
  select w.id, w.given_name || ' ' || w.family_name, w.phone, w.email, d.on_duty
  from institutions.worker w cross join lateral (select institutions.takes_in_for(w.id) is not null as on_duty) d
  where w.institution_id = at_hand.institution and institutions.hears_for(w.id) is not null
    and not exists (select from institutions.absence a where a.worker_id = w.id and a.period @> clock_timestamp())
  order by d.on_duty desc, w.family_name, w.given_name, w.id
$$;

create function institutions.i_take_in_for() returns uuid
language sql stable security definer set search_path = '' as $$ select institutions.takes_in_for(access.me()) $$;
grant execute on function institutions.i_take_in_for() to splot_app;

-- Facts that open and close sight: others read them (access.reads).
select access.fact('institutions.worker', 'id', 'period');
select access.fact('institutions.head', 'id');
select access.fact('institutions.delegation', 'id');
