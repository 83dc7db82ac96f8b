-- What people held whose work has ended ended with it: from now on the deed says so, here it is said of those before.
update institutions.delegation d set period = tstzrange(lower(d.period), greatest(upper(w.period), lower(d.period)))
from institutions.worker w where w.id = d.worker_id and upper(w.period) <= now() and (upper_inf(d.period) or upper(d.period) > upper(w.period));

update identity.invitation i set withdrawn_at = now()
from institutions.worker w where w.id = i.subject_id and upper(w.period) <= now() and i.accepted_at is null and i.withdrawn_at is null;

update partnerships.appointment a set period = tstzrange(lower(a.period), greatest(upper(w.period), lower(a.period)))
from institutions.worker w where w.id = a.worker_id and upper(w.period) <= now() and (upper_inf(a.period) or upper(a.period) > upper(w.period));

update cases.coordinator c set period = tstzrange(lower(c.period), greatest(upper(w.period), lower(c.period)))
from institutions.worker w where w.id = c.worker_id and upper(w.period) <= now() and (upper_inf(c.period) or upper(c.period) > upper(w.period));

update cases.team_member t set answer = coalesce(t.answer, 'withdrawn'), answered_at = coalesce(t.answered_at, greatest(upper(w.period), t.invited_at)),
  left_at = case when t.answer = 'accepted' then greatest(upper(w.period), t.answered_at) end, left_because = 'work-ended', version = t.version + 1
from institutions.worker w where w.id = t.worker_id and upper(w.period) <= now() and (t.answer is null or t.answer = 'accepted' and t.left_at is null);

update baskets.item i set worker_id = null, version = i.version + 1
from institutions.worker w where w.id = i.worker_id and upper(w.period) <= now() and i.removed_at is null;

update worklist.task t set worker_id = null, version = t.version + 1
from institutions.worker w where w.id = t.worker_id and upper(w.period) <= now() and t.ended_at is null;
