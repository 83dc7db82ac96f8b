-- What an institution was asked for, or does, told to whoever asks before somebody leaves.
insert into institutions.open_work_source values ('baskets.open_work');

create function baskets.open_work(institution uuid)
returns table (kind text, id uuid, scope_id uuid, worker_id uuid, due date, waits boolean)
language sql stable set search_path = '' as $$
  select 'item', i.id, i.scope_id, i.worker_id, coalesce(i.ends, p.answer_by), p.answer is null
  from baskets.item i join referrals.point p on p.id = i.point_id
  where i.provider_id = institution and i.removed_at is null and p.answer is distinct from 'declined' and p.withdrawn_at is null and p.ended_on is null
    and coalesce(i.ends, 'infinity') >= splot.today_pl()
$$;

-- Somebody's work ended: what they were named for is their institution's, also what a plan of before still holds.
create function baskets.work_ended() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update baskets.item i set worker_id = null, version = i.version + 1 where i.worker_id = new.id;
  return null;
end $$;

create trigger items_stay after update on institutions.worker for each row
  when (old.period is distinct from new.period and upper(new.period) <= now()) execute function baskets.work_ended();

-- Nor is somebody named in what is done for a family that they are excluded from, at whichever of their jobs.
create function baskets.somebody_barred() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update baskets.item i set worker_id = null, version = i.version + 1
  where i.scope_id = new.scope_id and i.worker_id = new.worker_id;
  return null;
end $$;

create trigger names_are_taken_off after insert on access.barred for each row when (new.valid @> now()) execute function baskets.somebody_barred();

-- Whichever came first: named while somebody excludes them, it begins anew and is refused then.
create function baskets.named_may_be_asked() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform institutions.hold_person(new.worker_id);
  if access.me() is not null and exists (
    select from access.barred b where b.scope_id = new.scope_id and b.worker_id = new.worker_id and b.valid @> clock_timestamp()) then
    raise exception 'excluded meanwhile' using errcode = 'serialization_failure';
  end if;
  return new;
end $$;

create trigger named_may_be_asked before insert on baskets.item for each row when (new.worker_id is not null)
  execute function baskets.named_may_be_asked();
create trigger named_may_be_asked_when_named before update on baskets.item for each row
  when (new.worker_id is not null and new.worker_id is distinct from old.worker_id) execute function baskets.named_may_be_asked();

-- Who watches over others is named in nothing that is done for families, whichever came first.
create function baskets.officer_named() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update baskets.item i set worker_id = null, version = i.version + 1
  where i.worker_id in (select institutions.same_person(new.worker_id));
  return null;
end $$;

create trigger names_are_taken_off after insert on institutions.delegation for each row
  when (new.part not in ('stand_in', 'duty')) execute function baskets.officer_named();
create trigger officers_keep_apart before insert on baskets.item for each row when (new.worker_id is not null)
  execute function institutions.no_officer();
create trigger officers_keep_apart_when_named before update on baskets.item for each row
  when (new.worker_id is not null and new.worker_id is distinct from old.worker_id) execute function institutions.no_officer();
