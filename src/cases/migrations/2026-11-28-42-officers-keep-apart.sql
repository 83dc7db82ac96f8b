-- Officers who also head, stand in, answer for an institution, coordinate an open case or work on its team, at whichever
-- job of theirs: that part ends (institutions: ended_because).
update institutions.delegation d
set period = tstzrange(lower(d.period), greatest(now(), lower(d.period))), ended_because = 'works_with_families'
where d.part in ('data_protection_officer', 'auditor') and (upper_inf(d.period) or upper(d.period) > now()) and exists (
  select from institutions.worker w join institutions.worker o on o.id = w.id or o.account_id = w.account_id
  where w.id = d.worker_id and (upper_inf(o.period) or upper(o.period) > now()) and (
    exists (select from institutions.head h where h.worker_id = o.id and (upper_inf(h.period) or upper(h.period) > now()))
    or exists (select from institutions.delegation p where p.worker_id = o.id and p.part in ('stand_in', 'duty')
      and (upper_inf(p.period) or upper(p.period) > now()))
    or exists (select from partnerships.appointment a where a.worker_id = o.id and (upper_inf(a.period) or upper(a.period) > now()))
    or exists (select from cases.coordinator c join cases.opening n on n.case_id = c.case_id and upper_inf(n.period)
      where c.worker_id = o.id and (upper_inf(c.period) or upper(c.period) > now()))
    or exists (select from cases.team_member t join cases.opening n on n.case_id = t.case_id and upper_inf(n.period)
      where t.worker_id = o.id and (t.answer is null or t.answer = 'accepted' and t.left_at is null))));

-- Those who stay officers keep no file of a family that they once worked with.
update cases.team_member t set answer = coalesce(t.answer, 'withdrawn'), answered_at = coalesce(t.answered_at, greatest(now(), t.invited_at)),
  left_at = case when t.answer = 'accepted' then greatest(now(), t.answered_at) end, left_because = 'became-officer', version = t.version + 1
where (t.answer is null or t.answer = 'accepted' and t.left_at is null) and exists (
  select from institutions.worker o join institutions.worker w on w.id = o.id or w.account_id = o.account_id
  join institutions.delegation d on d.worker_id = w.id and d.part in ('data_protection_officer', 'auditor')
  where o.id = t.worker_id and (upper_inf(d.period) or upper(d.period) > now()));

update cases.coordinator k set period = tstzrange(lower(k.period), greatest(now(), lower(k.period)))
where k.period @> now() and exists (
  select from institutions.worker o join institutions.worker w on w.id = o.id or w.account_id = o.account_id
  join institutions.delegation d on d.worker_id = w.id and d.part in ('data_protection_officer', 'auditor')
  where o.id = k.worker_id and (upper_inf(d.period) or upper(d.period) > now()));
