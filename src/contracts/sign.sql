-- Whether it was me who drew up a contract, at whichever of my jobs.
create function contracts.i_drew_up(contract uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from contracts.social_contract c where c.id = contract and c.drawn_up_by in (select institutions.same_person(access.me())))
$$;
grant execute on function contracts.i_drew_up(uuid) to splot_app;

-- Approves a signed contract: the head of the leading institution, or who stands in or does it in their place, not who drew it up. The contract
-- it amends ends with that.
create function contracts.approve(contract uuid, expected_version int) returns text
language plpgsql security definer set search_path = '' as $$
declare c contracts.social_contract;
begin
  select * into c from contracts.social_contract where id = contract;
  if not found or not cases.begin_deed(c.scope_id, 'head') then return 'not-found'; end if;
  select * into c from contracts.social_contract where id = contract for update;
  -- Who coordinates had a hand in it, whoever began it.
  if contracts.i_drew_up(contract) or c.scope_id = any ((select access.my_scopes('coordinate'))::uuid[]) then return 'not-by-who-drew-it-up'; end if;
  if c.version <> expected_version then return 'changed-meanwhile'; end if;
  if c.state <> 'signed' then return 'contract-not-signed'; end if;
  update contracts.social_contract set state = 'approved', approved_by = access.me(), approved_at = now(), version = version + 1 where id = contract;
  update contracts.social_contract set state = 'amended', ended_at = now(), version = version + 1 where id = c.amends_id and state = 'approved';
  insert into contracts.review (id, scope_id, contract_id, due) values (uuidv7(), c.scope_id, contract, c.review_on);
  return null;
end $$;
grant execute on function contracts.approve(uuid, int) to splot_app;

-- Whether a signed contract becomes a draft again, as its head sends it back.
create function contracts.is_sent_back(was contracts.social_contract, becomes contracts.social_contract) returns boolean
language sql stable security definer set search_path = '' as $$
  select was.state = 'signed' and becomes.state = 'draft' and becomes.printed_hash is null
    and exists (select from contracts.sent_back r where r.contract_id = becomes.id and r.mended_at is null)
$$;

-- Sends a signed contract back with a reason: the same people as approve. What was signed no longer stands; the journal and the
-- file of the print remember it.
create function contracts.send_back(id uuid, contract uuid, reason text, expected_version int) returns text
language plpgsql security definer set search_path = '' as $$
declare c contracts.social_contract;
begin
  select * into c from contracts.social_contract k where k.id = contract;
  if not found or not cases.begin_deed(c.scope_id, 'head') then return 'not-found'; end if;
  select * into c from contracts.social_contract k where k.id = contract for update;
  if contracts.i_drew_up(contract) or c.scope_id = any ((select access.my_scopes('coordinate'))::uuid[]) then return 'not-by-who-drew-it-up'; end if;
  if c.version <> expected_version then return 'changed-meanwhile'; end if;
  if c.state <> 'signed' then return 'contract-not-signed'; end if;
  insert into contracts.sent_back (id, contract_id, scope_id, reason, sent_back_by) values (send_back.id, contract, c.scope_id, reason, access.me());
  update contracts.social_contract k set state = 'draft', printed_hash = null, printed_file_id = null, printed_items = null, version = version + 1
  where k.id = contract;
  update contracts.signature g set signed_on = null, signed_hash = null, how = null, file_id = null where g.contract_id = contract and g.signed_on is not null;
  return null;
end $$;
grant execute on function contracts.send_back(uuid, uuid, text, int) to splot_app;

-- Printed anew, it is mended.
create function contracts.is_mended() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update contracts.sent_back r set mended_at = now() where r.contract_id = new.id and r.mended_at is null;
  return null;
end $$;
create trigger is_mended after update on contracts.social_contract for each row
  when (old.state = 'draft' and new.state = 'printed') execute function contracts.is_mended();

-- The office side: a social worker of the centre that leads the case (OPS, CUS or PCPR), not excluded from the family.
create function contracts.signs_for_office(case_id uuid, worker uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from institutions.worker w join institutions.institution i on i.id = w.institution_id
    join cases.lead l on l.institution_id = i.id and l.case_id = signs_for_office.case_id and l.period @> now()
    where w.id = worker and w.social_worker and w.period @> now()
      and not exists (select from access.barred b where b.scope_id = case_id and b.worker_id = w.id and b.valid @> now())
      and i.kind in ('social_assistance_centre', 'social_services_centre', 'family_support_county_centre'))
$$;

-- A draft may be changed; what was printed only moves on: to be signed by all on the printed words, to approval, to its
-- end. Before anybody signed, a print may be taken back.
create function contracts.moves_on() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if (tg_op = 'INSERT' or new.social_worker_id <> old.social_worker_id or old.state = 'draft' and new.state = 'printed') and not contracts.signs_for_office(new.scope_id, new.social_worker_id) then
    raise exception 'not a social worker of the leading centre' using errcode = 'SP001', schema = 'contracts', constraint = 'a_social_worker_signs';
  end if;
  if tg_op = 'INSERT' then return new; end if;
  if old.state <> 'draft' and (old.causes, old.possibilities, old.limits, old.barriers, old.main_goal, old.effects, old.education, old.skills, old.experience, old.earlier_attempts, old.planned, old.type, old.plan_id, old.social_worker_id, old.review_on)
    is distinct from (new.causes, new.possibilities, new.limits, new.barriers, new.main_goal, new.effects, new.education, new.skills, new.experience, new.earlier_attempts, new.planned, new.type, new.plan_id, new.social_worker_id, new.review_on)
    or (old.printed_hash, old.printed_items) is distinct from (new.printed_hash, new.printed_items) and not (old.state in ('draft', 'printed') and new.state in ('draft', 'printed') or contracts.is_sent_back(old, new)) then
    raise exception 'a printed contract does not change' using errcode = 'SP001', schema = 'contracts', constraint = 'printed_stays';
  end if;
  if new.state = old.state and new.printed_hash is not distinct from old.printed_hash then return new; end if;
  if not (case
    when old.state = 'draft' then new.state = 'printed'
    when old.state = 'printed' and new.state in ('draft', 'printed') then
      not exists (select from contracts.signature g where g.contract_id = new.id and g.signed_on is not null)
    when old.state = 'printed' and new.state = 'signed' then contracts.signed_by_all(new.id, new.type, new.printed_hash)
    when contracts.is_sent_back(old, new) then true
    when old.state = 'signed' then new.state in ('approved', 'ended')
    when old.state = 'approved' then new.state in ('amended', 'ended')
    else false end) then
    raise exception 'a contract does not go from % to %', old.state, new.state using errcode = 'SP001', schema = 'contracts', constraint = 'moves_on';
  end if;
  if new.state in ('amended', 'ended') then new.ended_at := now(); end if;
  return new;
end $$;

create trigger moves_on before insert or update on contracts.social_contract for each row execute function contracts.moves_on();

-- Who is the social worker of a draft at last signs for the office.
create function contracts.office_changes() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update contracts.signature set worker_id = new.social_worker_id where contract_id = new.id and part = 'social_worker';
  return null;
end $$;

create trigger office_changes after update on contracts.social_contract for each row
  when (new.social_worker_id <> old.social_worker_id) execute function contracts.office_changes();

-- Whether a signature may still come: of who signs, and for whom, nobody died.
create function contracts.lives_to_sign(person uuid, for_person uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select not exists (select from households.person p where p.id in (person, for_person) and p.died_on is not null)
$$;
grant execute on function contracts.lives_to_sign(uuid, uuid) to splot_app;

-- Everybody who was to sign did, on these words: the office, and one or more people (A) or exactly one (B). Who died before
-- they signed is not waited for.
create function contracts.signed_by_all(contract uuid, type text, hash bytea) returns boolean
language sql stable security definer set search_path = '' as $$
  select bool_and(g.cannot_declare_will or coalesce(g.signed_hash = hash, false)) and count(*) filter (where g.part = 'social_worker') = 1
    and case type when 'B' then count(distinct coalesce(g.for_person_id, g.person_id)) = 1
      else count(distinct coalesce(g.for_person_id, g.person_id)) >= 1 end
  from contracts.signature g where g.contract_id = contract
    and (g.signed_on is not null or contracts.lives_to_sign(g.person_id, g.for_person_id))
$$;

-- May this be put down as a signature: an adult for themselves, and for somebody else who represents them (as a consent is
-- given). Who cannot declare their will is named, and signs nothing.
create function contracts.may_sign(case_id uuid, g contracts.signature) returns boolean
language sql stable security definer set search_path = '' as $$
  select case g.part when 'guardian' then g.for_person_id is not null and g.for_person_id <> g.person_id
      and exists (select from consents.may_sign(case_id, g.for_person_id) m where m.signer = g.person_id)
    when 'person' then g.for_person_id is null and (g.cannot_declare_will
      or exists (select from consents.may_sign(case_id, g.person_id) m where m.signer = g.person_id))
    else true end
$$;

-- People of the household and the contract's social worker sign, on the printed words, while it is being signed.
create function contracts.signs_the_print() returns trigger language plpgsql security definer set search_path = '' as $$
declare c contracts.social_contract;
begin
  select * into c from contracts.social_contract where id = new.contract_id for share;
  if c.state is null or c.state not in ('draft', 'printed') or new.signed_hash is distinct from c.printed_hash and new.signed_hash is not null
    or new.signed_hash is not null and c.state <> 'printed' or new.worker_id <> c.social_worker_id
    or exists (select from cases."case" k where k.id = c.scope_id and (
      new.person_id is not null and not households.belongs_to(new.person_id, k.household_id)
      or new.for_person_id is not null and not households.belongs_to(new.for_person_id, k.household_id))) then
    raise exception 'not to be signed like this' using errcode = 'SP001', schema = 'contracts', constraint = 'signs_the_print';
  end if;
  if tg_op = 'INSERT' and not contracts.may_sign(new.scope_id, new) then
    raise exception 'signed by who may not' using errcode = 'SP001', schema = 'contracts', constraint = 'signs_who_may';
  end if;
  return new;
end $$;

create trigger signs_the_print before insert or update on contracts.signature for each row execute function contracts.signs_the_print();
