create function cases.partnership_of(place uuid) returns uuid
language sql stable security definer set search_path = '' as $$ select c.partnership_id from cases."case" c where c.id = place $$;
insert into partnerships.place_source values ('cases.partnership_of');

-- To whom the rules of work of a partnership tell silence by now: some working days after the last day for an answer the deputy
-- of the asked institution, then its head or who does it in that family in their place, then who leads the partnership and who
-- coordinates the family, unless it is asked of them; where an hour is over, deputy and head at once. Without rules nobody, nor
-- whoever is kept from the question. Who asks for what nobody is told who keeps it hears nothing by it.
create function asks.silence_told_to(a asks.ask) returns table (worker_id uuid, step int)
language sql stable security definer set search_path = '' rows 2 as $$
  with here as (
    select partnerships.of_place(a.scope_id) as partnership_id
  ), rules as (
    select r.*, p.leading_institution_id from here h join partnerships.rules_of_work r on r.partnership_id = h.partnership_id and r.period @> now()
    join partnerships.partnership p on p.id = h.partnership_id
  ), steps as (
    select d.worker_id, 1 as step, r.deputy_told_after as days from rules r
      join partnerships.membership m on m.partnership_id = r.partnership_id and m.institution_id = a.institution_id and m.period @> now()
      join partnerships.appointment d on d.membership_id = m.id and d.part = 'deputy' and d.period @> now()
    union all
    select h.worker_id, 2, r.head_told_after from rules r cross join lateral institutions.headed(a.institution_id) h where h.valid @> now()
    union all
    select w.id, 2, r.head_told_after from rules r join institutions.worker w on w.institution_id = a.institution_id
      where a.scope_id in (select asks.in_place_of_head(w.id))
    union all
    select h.worker_id, 3, r.leader_told_after from rules r cross join lateral institutions.headed(r.leading_institution_id) h
      where h.valid @> now() and (select k.answerer_told from asks.kind k where k.code = a.kind)
    union all
    select k.worker_id, 3, r.leader_told_after from rules r join cases.coordinator k on k.case_id = a.scope_id and k.period @> now()
      where (select k.answerer_told from asks.kind k where k.code = a.kind)
  )
  select distinct on (s.worker_id) s.worker_id, s.step from steps s
  where (splot.today_pl() >= splot.add_working_days(asks.due_day(a), s.days) or s.step < 3 and a.answer_at <= clock_timestamp())
    and (s.step < 3 or s.worker_id not in (select asks.asked_of(a)))
    and not asks.is_kept_from(a.subject_id, s.worker_id)
    and not exists (select from access.barred b where b.scope_id = a.scope_id and b.worker_id = s.worker_id and b.valid @> clock_timestamp())
    and not exists (select from asks.told_to t where t.ask_id = a.id and t.worker_id = s.worker_id and t.step between 1 and s.step)
  order by s.worker_id, s.step desc
$$;
