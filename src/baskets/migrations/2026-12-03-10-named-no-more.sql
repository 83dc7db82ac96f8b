-- Who is excluded from a family, or works there no more, is named in nothing that is done for it: from now on the deed
-- says so, here it is said of those before, also of what a plan still holds and the basket does not.
update baskets.item i set worker_id = null, version = i.version + 1
from institutions.worker w where w.id = i.worker_id and (upper(w.period) <= now()
  or exists (select from access.barred b where b.scope_id = i.scope_id and b.worker_id = w.id and b.valid @> now()));
