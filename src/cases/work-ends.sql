-- Somebody's work ends: their parts in cases end with it, and in each open case in which they had something to do the
-- coordinator has it to do to find another. That is written down before the slices end what they know of. A case that they
-- coordinated is in its head's day at once.
create function cases.work_goes_on() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into worklist.task (id, scope_id, class, what, institution_id, worker_id, source_kind, source_id, added_by)
    select uuidv7(), l.case_id, 'file',
      'Ustalić, kto zastąpi osobę: ' || new.given_name || ' ' || new.family_name || ' (' || coalesce(i.short_name, i.name) || ')',
      l.institution_id, k.worker_id, 'worker', new.id, coalesce(access.me(), new.id)
    from cases.lead l join cases.opening o on o.case_id = l.case_id and upper_inf(o.period)
    join institutions.institution i on i.id = new.institution_id
    left join cases.coordinator k on k.case_id = l.case_id and k.period @> now()
    where l.period @> now() and k.worker_id is distinct from new.id and l.case_id in (
      select w.scope_id from institutions.open_work_of(new.institution_id) w where w.worker_id = new.id and w.kind <> 'task');
  return new;
end $$;

create trigger work_goes_on before update on institutions.worker for each row
  when (old.period is distinct from new.period and upper(new.period) <= now()) execute function cases.work_goes_on();

create function cases.work_ended() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform cases.end_all_parts(array[new.id], 'work-ended');
  return null;
end $$;

create trigger parts_in_cases_end after update on institutions.worker for each row
  when (old.period is distinct from new.period and upper(new.period) <= now()) execute function cases.work_ended();
