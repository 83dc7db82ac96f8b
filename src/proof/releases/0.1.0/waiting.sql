-- What waited for a worker's answer in 0.1.0 (its `src/day/questions.ts`), and for whose answer they waited; kept for the upgrade.
select kind, id, "askedOn"::text as asked, days, due::text from (
select 'invitation' as kind, t.id, t.case_id as "caseId", null::text as code, null::text as family, t.asked as what,
    b.given_name || ' ' || b.family_name as "from", coalesce(i.short_name, i.name) as "fromInstitution", i.kind as "fromKind", null::date as due,
    ((t.invited_at) at time zone 'Europe/Warsaw')::date as "askedOn", coalesce(
  (select r.answer_days_usual from partnerships.rules_of_work r where r.partnership_id = c.partnership_id and r.period @> now()),
  (select g.answer_days_usual from partnerships.agreement g where g.partnership_id = c.partnership_id and g.in_force @> now()), 7) as days
  from cases.team_member t join cases."case" c on c.id = t.case_id join institutions.worker b on b.id = t.invited_by
  join institutions.institution i on i.id = b.institution_id
  where t.worker_id = $1::uuid and t.answer is null
  union all
  select 'item', m.id, m.scope_id, m.code, null::text, m.service_kind, b.given_name || ' ' || b.family_name, coalesce(i.short_name, i.name), i.kind,
    m.answer_by, ((m.asked_at) at time zone 'Europe/Warsaw')::date, coalesce(
  (select r.answer_days_usual from partnerships.rules_of_work r where r.partnership_id = c.partnership_id and r.period @> now()),
  (select g.answer_days_usual from partnerships.agreement g where g.partnership_id = c.partnership_id and g.in_force @> now()), 7)
  from baskets.asked_of_me() m join cases."case" c on c.id = m.scope_id
  left join cases.coordinator k on k.case_id = c.id and k.period @> now() left join institutions.worker b on b.id = k.worker_id
  join cases.lead l on l.case_id = c.id and l.period @> now() join institutions.institution i on i.id = l.institution_id
  union all
  select 'concern', k.id, null, null, null, null, w.given_name || ' ' || w.family_name, coalesce(i.short_name, i.name), i.kind, null,
    ((k.sent_at) at time zone 'Europe/Warsaw')::date, u.answer_working_days
  from cases.concern k join cases.concern_urgency u on u.code = k.urgency join institutions.institution i on i.id = k.reporter_institution_id
  left join institutions.worker w on w.id = k.reporter_id
  where k.state = 'new' and (k.partnership_id, k.addressed_to) in (select * from cases.intakes_i_answer())
  union all
  select 'handover', h.id, null, h.code, null, h.reason, null, coalesce(i.short_name, i.name), i.kind, null, ((h.offered_at) at time zone 'Europe/Warsaw')::date, 7::int
  from cases.offered_to_me() h join institutions.institution i on i.id = h.from_institution_id
  union all
  select 'approval', s.id, s.scope_id, null::text, null::text, null, b.given_name || ' ' || b.family_name, coalesce(i.short_name, i.name), i.kind, null,
    ((s.drawn_up_at) at time zone 'Europe/Warsaw')::date, 7::int
  from contracts.social_contract s join institutions.worker b on b.id = s.drawn_up_by join institutions.institution i on i.id = b.institution_id
  where s.state = 'signed' and s.drawn_up_by <> $1::uuid and s.scope_id in (select access.my_scopes('head'))
  union all
  select 'coordinator', c.id, c.id, c.code, null::text, null, b.given_name || ' ' || b.family_name, coalesce(i.short_name, i.name), i.kind, null,
    ((greatest(c.opened_at, (select max(upper(k.period)) from cases.coordinator k where k.case_id = c.id))) at time zone 'Europe/Warsaw')::date, coalesce(
  (select r.answer_days_usual from partnerships.rules_of_work r where r.partnership_id = c.partnership_id and r.period @> now()),
  (select g.answer_days_usual from partnerships.agreement g where g.partnership_id = c.partnership_id and g.in_force @> now()), 7)
  from cases."case" c join institutions.worker b on b.id = c.opened_by join institutions.institution i on i.id = b.institution_id
  where c.closed_at is null and c.id in (select access.my_scopes('head'))
    and not exists (select from cases.coordinator k where k.case_id = c.id and k.period @> now())
  union all
  select 'declaration', m.id, null, null, null, p.name, null, coalesce(i.short_name, i.name), i.kind, null, ((m.invited_at) at time zone 'Europe/Warsaw')::date, 7::int
  from partnerships.membership m join partnerships.partnership p on p.id = m.partnership_id join institutions.institution i on i.id = p.leading_institution_id
  where m.institution_id = institutions.i_head() and m.declared_on is null and m.period is null and m.left_because is null
  union all
  select 'signature', a.id, null, null, null, p.name, null, coalesce(i.short_name, i.name), i.kind, null, lower(a.planned), 7::int
  from partnerships.agreement_party y join partnerships.agreement a on a.id = y.agreement_id join partnerships.partnership p on p.id = a.partnership_id
  join institutions.institution i on i.id = p.leading_institution_id
  where y.institution_id = institutions.i_head() and y.signed_on is null and coalesce(upper(a.in_force), splot.start_of_day(upper(a.planned))) > now()
    -- A newer draft replaces an older.
    and (a.in_force is not null or not exists (select from partnerships.agreement b
      where b.partnership_id = a.partnership_id and b.in_force is null and b.id > a.id))
  union all
  select 'lead', o.partnership_id, null, null, null, p.name, null, coalesce(i.short_name, i.name), i.kind, null, ((o.offered_at) at time zone 'Europe/Warsaw')::date, 7::int
  from partnerships.lead_offer o join partnerships.partnership p on p.id = o.partnership_id
  join institutions.institution i on i.id = o.from_institution_id
  where o.answer is null and o.to_institution_id = institutions.i_head_myself()
  union all
  select 'entry', r.id, r.scope_id, c.code, null::text, r.why, b.given_name || ' ' || b.family_name, coalesce(i.short_name, i.name), i.kind, null,
    ((r.asked_at) at time zone 'Europe/Warsaw')::date, coalesce(
  (select r.answer_days_usual from partnerships.rules_of_work r where r.partnership_id = c.partnership_id and r.period @> now()),
  (select g.answer_days_usual from partnerships.agreement g where g.partnership_id = c.partnership_id and g.in_force @> now()), 7)
  from cases.entry_request r join cases."case" c on c.id = r.scope_id join institutions.worker b on b.id = r.asked_by
  join institutions.institution i on i.id = b.institution_id where r.answer is null
  union all
  select 'record', r.id, null, null, null, r.purpose, w.given_name || ' ' || w.family_name, null, null, null, ((lower(r.valid)) at time zone 'Europe/Warsaw')::date, 7::int
  from oversight.record r join institutions.worker w on w.id = r.worker_id
  where r.institution_id = institutions.i_head() and r.head_told_from <= now() and r.seen_at is null and r.worker_id <> $1::uuid
) waiting
