create function questionnaires.only_onwards() returns trigger language plpgsql set search_path = '' as $$
begin
  if (old.status, new.status) not in (values ('in-progress', 'in-progress'), ('in-progress', 'completed'),
      ('completed', 'amended'), ('amended', 'amended')) or new.completed_at is distinct from coalesce(old.completed_at, new.completed_at) then
    raise exception 'a response goes on from in-progress to completed to amended' using errcode = 'SP001', schema = 'questionnaires', constraint = 'only_onwards';
  end if;
  return new;
end $$;

create trigger only_onwards before update on questionnaires.response for each row execute function questionnaires.only_onwards();
