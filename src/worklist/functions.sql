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
