-- For whose answer a worker waited in 0.1.0 (its `src/day/questions.ts`); kept for the upgrade.
select kind, id, "askedOn"::text as asked, days from (
select 'invitation' as kind, t.id, t.case_id as "caseId", null::text as family, c.code, t.part as what,
    w.given_name || ' ' || w.family_name as worker, coalesce(i.short_name, i.name) as institution, i.kind as "institutionKind", coalesce(w.phone, i.phone) as phone,
    ((t.invited_at) at time zone 'Europe/Warsaw')::date as "askedOn", coalesce(
  (select r.answer_days_usual from partnerships.rules_of_work r where r.partnership_id = c.partnership_id and r.period @> now()),
  (select g.answer_days_usual from partnerships.agreement g where g.partnership_id = c.partnership_id and g.in_force @> now()), 7) as days
  from cases.team_member t join cases."case" c on c.id = t.case_id join institutions.worker w on w.id = t.worker_id
  join institutions.institution i on i.id = t.institution_id
  where t.answer is null and t.case_id in (select access.my_scopes('coordinate'))
  union all
  select 'item', m.id, m.scope_id, null::text, c.code, m.what, w.given_name || ' ' || w.family_name, coalesce(i.short_name, i.name), i.kind,
    coalesce(w.phone, i.phone), ((m.asked_at) at time zone 'Europe/Warsaw')::date, coalesce(
  (select r.answer_days_usual from partnerships.rules_of_work r where r.partnership_id = c.partnership_id and r.period @> now()),
  (select g.answer_days_usual from partnerships.agreement g where g.partnership_id = c.partnership_id and g.in_force @> now()), 7)
  from baskets.item m join cases."case" c on c.id = m.scope_id join institutions.institution i on i.id = m.provider_id
  left join institutions.worker w on w.id = m.worker_id
  where m.asked_at is not null and m.institution_answer is null and m.removed_at is null and m.scope_id in (select access.my_scopes('coordinate'))
  order by "askedOn", id limit 50
) awaited
