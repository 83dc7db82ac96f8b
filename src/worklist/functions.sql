-- Whether somebody works with a family now; told to those who do.
create function worklist.works_with(scope uuid, worker uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select scope = any ((select access.my_scopes('team'))::uuid[]) and exists (
    select from access.granted g where g.scope_id = scope and g.worker_id = worker and 'team' = any (g.classes) and g.valid @> now())
$$;
grant execute on function worklist.works_with(uuid, uuid) to splot_app;

-- Whose day a task stands in that is not its owner's any more, or was nobody's: of those of its institution who work with
-- the family, else of who coordinates. Asked by one of them: is it mine?
create function worklist.falls_to_me(scope uuid, worker uuid, institution uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select not coalesce(worklist.works_with(scope, worker), false) and case
    when institution = institutions.my_institution() then scope = any ((select access.my_scopes('team'))::uuid[])
    else scope = any ((select access.my_scopes('coordinate'))::uuid[]) and not exists (
      select from access.granted g join institutions.worker w on w.id = g.worker_id
      where g.scope_id = scope and w.institution_id = institution and 'team' = any (g.classes) and g.valid @> now()) end
$$;
grant execute on function worklist.falls_to_me(uuid, uuid, uuid) to splot_app;

-- Tasks of a colleague for whom I stand in are mine meanwhile, where I work with the family as well: then their name, else nothing.
create function worklist.instead_of(scope uuid, worker uuid) returns text
language sql stable security definer set search_path = '' as $$
  select w.given_name || ' ' || w.family_name from institutions.worker w
  where w.id = worker and w.id in (select institutions.i_cover()) and scope = any ((select access.my_scopes('team'))::uuid[])
$$;
grant execute on function worklist.instead_of(uuid, uuid) to splot_app;

-- A task is given to somebody who works there; held, they do not leave meanwhile.
create function worklist.given_to_who_works() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform from institutions.worker w where w.id = new.worker_id and w.period @> clock_timestamp() for share;
  if not found then raise exception 'does not work there any more' using errcode = 'SP001'; end if;
  return new;
end $$;

create trigger given_to_who_works before insert on worklist.task for each row
  when (new.worker_id is not null) execute function worklist.given_to_who_works();
create trigger passed_to_who_works before update on worklist.task for each row
  when (new.worker_id is not null and old.worker_id is distinct from new.worker_id) execute function worklist.given_to_who_works();

-- What an institution has to do, told to whoever asks before somebody leaves.
insert into institutions.open_work_source values ('worklist.open_work');

create function worklist.open_work(institution uuid)
returns table (kind text, id uuid, scope_id uuid, worker_id uuid, due date, waits boolean)
language sql stable set search_path = '' as $$
  select 'task', t.id, t.scope_id, t.worker_id, t.due, false from worklist.task t where t.institution_id = institution and t.ended_at is null
$$;

-- Somebody's work ended: what they were to do is their institution's.
create function worklist.work_ended() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update worklist.task t set worker_id = null, version = t.version + 1 where t.worker_id = new.id and t.ended_at is null;
  return null;
end $$;

create trigger tasks_stay after update on institutions.worker for each row
  when (old.period is distinct from new.period and upper(new.period) <= now()) execute function worklist.work_ended();

-- Whoever is given a task by somebody else is told.
create function worklist.task_is_told() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform asks.notify('task', new.worker_id, new.scope_id, new.scope_id);
  return null;
end $$;
create trigger task_is_told after insert on worklist.task for each row
  when (new.worker_id is not null and new.ended_at is null) execute function worklist.task_is_told();
create trigger task_passed_is_told after update on worklist.task for each row
  when (new.worker_id is not null and old.worker_id is distinct from new.worker_id and new.ended_at is null) execute function worklist.task_is_told();

-- No meeting is called and no agenda changes meanwhile, of a place in which I work with others.
create function worklist.hold_agenda(place uuid) returns void language sql security definer set search_path = '' as $$
  select from access.scope s where s.id = place and place = any ((select access.my_scopes('team'))::uuid[]) for no key update
$$;
grant execute on function worklist.hold_agenda(uuid) to splot_app;
