-- What an institution has under way for families, as the slices that know of it tell: each puts the name of a function here,
-- `f(institution uuid)`, which answers with a kind, an id, the scope, the worker, the day due, and whether it waits for an
-- answer. Asked before somebody leaves, and when they do.
delete from institutions.open_work_source;

create function institutions.open_work_of(institution uuid)
returns table (kind text, id uuid, scope_id uuid, worker_id uuid, due date, waits boolean)
language plpgsql stable security definer set search_path = '' as $$
declare source text;
begin
  for source in select s.source from institutions.open_work_source s order by 1 loop
    return query execute format('select kind, id, scope_id, worker_id, due, waits from %s($1)', source) using institution;
  end loop;
end $$;
