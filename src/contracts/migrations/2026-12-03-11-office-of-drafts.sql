-- Where the social worker of a draft was changed, the line of the former stayed, which nobody could sign.
update contracts.signature g set worker_id = c.social_worker_id
from contracts.social_contract c where c.id = g.contract_id and g.worker_id <> c.social_worker_id
  and g.part = 'social_worker' and g.signed_on is null and c.state in ('draft', 'printed');
