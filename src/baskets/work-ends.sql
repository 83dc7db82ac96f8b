-- Somebody's work ended: their parts in cases end with it, what they were to do is their institution's, and in each open
-- case in which they had a part the coordinator has it to do to find another. A case that they coordinated is in its head's
-- day at once.
create function baskets.work_ended() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  left_in uuid[] := array(
    select t.case_id from cases.team_member t where t.worker_id = new.id and (t.answer is null or t.answer = 'accepted' and t.left_at is null)
    union select i.scope_id from baskets.item i where i.worker_id = new.id and i.removed_at is null
    except select c.case_id from cases.coordinator c where c.worker_id = new.id and c.period @> now());
begin
  perform cases.end_all_parts(array[new.id], 'work-ended');
  update baskets.item i set worker_id = null, version = i.version + 1 where i.worker_id = new.id and i.removed_at is null;
  update worklist.task t set worker_id = null, version = t.version + 1 where t.worker_id = new.id and t.ended_at is null;
  insert into worklist.task (id, scope_id, class, what, institution_id, worker_id, source_kind, source_id, added_by)
    select uuidv7(), l.case_id, 'file',
      'Ustalić, kto zastąpi osobę: ' || new.given_name || ' ' || new.family_name || ' (' || coalesce(i.short_name, i.name) || ')',
      l.institution_id, k.worker_id, 'worker', new.id, coalesce(access.me(), new.id)
    from cases.lead l join cases.opening o on o.case_id = l.case_id and upper_inf(o.period)
    join institutions.institution i on i.id = new.institution_id
    left join cases.coordinator k on k.case_id = l.case_id and k.period @> now()
    where l.case_id = any (left_in) and l.period @> now();
  return null;
end $$;

create trigger work_is_passed_on after update on institutions.worker for each row
  when (old.period is distinct from new.period and upper(new.period) <= now()) execute function baskets.work_ended();

-- Who watches over others is named in nothing that is done for families, whichever came first.
create function baskets.officer_named() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update baskets.item i set worker_id = null, version = i.version + 1
  where i.worker_id in (select institutions.same_person(new.worker_id)) and i.removed_at is null;
  return null;
end $$;

create trigger names_are_taken_off after insert on institutions.delegation for each row
  when (new.part not in ('stand_in', 'duty')) execute function baskets.officer_named();
create trigger officers_keep_apart before insert on baskets.item for each row when (new.worker_id is not null)
  execute function institutions.no_officer();
create trigger officers_keep_apart_when_named before update on baskets.item for each row
  when (new.worker_id is not null and new.worker_id is distinct from old.worker_id) execute function institutions.no_officer();
