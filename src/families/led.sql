-- Cases that my institution leads, for its head or who stands in: who coordinates each, and how many things there are past their
-- day: tasks, and answers of others that are awaited. Numbers alone, and none of what is asked of who keeps a locked entry.
create function families.led_by_mine() returns table (case_id uuid, coordinator_id uuid, late_tasks int, late_answers int, review_on date)
language sql stable security definer set search_path = '' rows 50 as $$
  select c.id, k.worker_id,
    (select count(*)::int from worklist.task t where t.scope_id = c.id and t.ended_at is null and t.due < splot.today_pl()),
    (select count(*)::int from asks.ask a join asks.kind q on q.code = a.kind and q.silence_told and q.answerer_told
      where a.scope_id = c.id and a.outcome is null and a.stands @> clock_timestamp() and a.answer_by < splot.today_pl()),
    (select min(r.due) from contracts.review r where r.scope_id = c.id and r.held_on is null)
  from cases."case" c join cases.opening o on o.case_id = c.id and upper_inf(o.period)
  left join cases.coordinator k on k.case_id = c.id and upper_inf(k.period)
  where c.id = any ((select access.my_scopes('head'))::uuid[])
$$;
grant execute on function families.led_by_mine() to splot_app;
