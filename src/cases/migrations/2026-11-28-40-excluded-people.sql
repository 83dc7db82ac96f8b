-- Who is excluded at one of their jobs is excluded at each: what was recorded before says so too, and no part is left.
insert into access.barred (scope_id, worker_id, valid)
  select b.scope_id, o.id, range_agg(b.valid)
  from access.barred b join institutions.worker w on w.id = b.worker_id
  join institutions.worker o on o.account_id = w.account_id and o.id <> w.id
  group by 1, 2
on conflict (scope_id, worker_id) do update set valid = access.barred.valid + excluded.valid;

update cases.team_member t set answer = coalesce(t.answer, 'withdrawn'), answered_at = coalesce(t.answered_at, greatest(now(), t.invited_at)),
  left_at = case when t.answer = 'accepted' then greatest(now(), t.answered_at) end, left_because = 'excluded', version = t.version + 1
from access.barred b
where b.scope_id = t.case_id and b.worker_id = t.worker_id and b.valid @> now()
  and (t.answer is null or t.answer = 'accepted' and t.left_at is null);

update cases.coordinator k set period = tstzrange(lower(k.period), greatest(now(), lower(k.period)))
from access.barred b where b.scope_id = k.case_id and b.worker_id = k.worker_id and b.valid @> now() and k.period @> now();
