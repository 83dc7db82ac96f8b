-- Whether an account must have a second factor: whoever heads, takes in, coordinates, oversees or administers, and all
-- of an institution that demands it. `institutions.coordinates` is made by the slice that knows coordinators.
create function institutions.needs_factor(account uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from identity."user" u where u.id = account and u.administrator) or exists (
    select from institutions.worker w join institutions.institution i on i.id = w.institution_id
    where w.account_id = account and w.period @> now() and i.period @> now() and (
      i.factor_for_all or institutions.heads_now(w.id)
      or exists (select from institutions.delegation d where d.worker_id = w.id and d.period @> now())
      or institutions.coordinates(w.id)))
$$;

create function institutions.heads_now(worker uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from institutions.worker w, institutions.headed(w.institution_id) h
    where w.id = worker and h.worker_id = w.id and h.valid @> now())
$$;

-- Notes since when an account, or each of them (null), must have a second factor; whoever need not any more begins anew
-- another time.
create function institutions.note_factor_needs(account uuid) returns void
language sql security definer set search_path = '' as $$
  insert into identity.factor_need (account_id)
    select u.id from identity."user" u where (account is null or u.id = account) and institutions.needs_factor(u.id) on conflict do nothing;
  delete from identity.factor_need n where (account is null or n.account_id = account) and not institutions.needs_factor(n.account_id)
$$;
grant execute on function institutions.note_factor_needs(uuid) to splot_jobs;

create function institutions.account_of_worker(worker uuid) returns uuid
language sql stable security definer set search_path = '' as $$ select w.account_id from institutions.worker w where w.id = worker $$;

-- What is asked for still: for a week, while whoever lost it and whoever asked work there.
create function institutions.open_factor_resets() returns setof institutions.factor_reset
language sql stable security definer set search_path = '' rows 2 as $$
  select r.* from institutions.factor_reset r
  join institutions.worker lost on lost.id = r.worker_id join institutions.worker asked on asked.id = r.asked_by
  where r.confirmed_at is null and r.asked_at > now() - interval '7 days' and lost.period @> now() and asked.period @> now()
$$;

-- Whether a colleague may be the second pair of eyes: another person than who lost it and who asked, and one of the two
-- heads the institution.
create function institutions.may_confirm_reset(reset uuid, colleague uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (
    select from institutions.open_factor_resets() r join institutions.worker w on w.id = colleague and w.institution_id = r.institution_id
    where r.id = reset and w.period @> now()
      and w.account_id is not null and w.account_id is distinct from institutions.account_of_worker(r.asked_by)
      and w.account_id is distinct from institutions.account_of_worker(r.worker_id)
      and (institutions.heads_now(r.asked_by) or institutions.heads_now(w.id)))
$$;

create function institutions.i_may_confirm_reset(reset uuid) returns boolean
language sql stable security definer set search_path = '' as $$ select institutions.may_confirm_reset(reset, institutions.me()) $$;
grant execute on function institutions.i_may_confirm_reset(uuid) to splot_app;

-- Who can confirm a loss: colleagues, else administrators, but for who lost it and who asked; else nobody but whoever runs
-- the machine.
create function institutions.who_confirms(reset uuid) returns table (account_id uuid, administrator boolean)
language sql stable security definer set search_path = '' rows 3 as $$
  with asked as (select r.* from institutions.factor_reset r where r.id = reset),
  colleagues as (select w.account_id from asked r join institutions.worker w on w.institution_id = r.institution_id
    where institutions.may_confirm_reset(r.id, w.id))
  select c.account_id, false from colleagues c
  union all
  select u.id, true from asked r join identity."user" u on u.administrator
  where not exists (select from colleagues) and u.id not in (institutions.account_of_worker(r.worker_id), institutions.account_of_worker(r.asked_by))
$$;

-- The same, for the people of the institution.
create function institutions.confirms_reset(reset uuid) returns text
language sql stable security definer set search_path = '' as $$
  select coalesce((select case when c.administrator then 'administrator' else 'colleague' end from institutions.who_confirms(r.id) c limit 1), 'nobody')
  from institutions.factor_reset r where r.id = reset and r.institution_id = institutions.my_institution()
$$;
grant execute on function institutions.confirms_reset(uuid) to splot_app;

-- Asks that the second factors of a colleague be taken off.
create function institutions.ask_factor_reset(id uuid, worker uuid) returns text
language plpgsql security definer set search_path = '' as $$
declare mine uuid := institutions.my_institution(); lost uuid := institutions.account_of_worker(worker);
begin
  if lost is null or not exists (
    select from institutions.worker w where w.id = worker and w.institution_id = mine and w.period @> now()) then return 'not-found'; end if;
  if lost = institutions.account_of_worker(access.me()) then return 'not-by-oneself'; end if;
  delete from institutions.factor_reset r
  where r.worker_id = worker and r.confirmed_at is null and r.id not in (select o.id from institutions.open_factor_resets() o);
  insert into institutions.factor_reset (id, institution_id, worker_id, asked_by) values (id, mine, worker, access.me())
    on conflict (worker_id) where confirmed_at is null do nothing;
  return case when not found then 'reset-asked-already' end;
end $$;
grant execute on function institutions.ask_factor_reset(uuid, uuid) to splot_app;

-- Whom to write to of what I have just asked: the addresses that those who can confirm it sign in with.
create function institutions.who_may_confirm(reset uuid) returns table (email text, administrator boolean)
language sql stable security definer set search_path = '' rows 3 as $$
  select u.email, c.administrator
  from institutions.factor_reset r cross join lateral institutions.who_confirms(r.id) c join identity."user" u on u.id = c.account_id
  where r.id = reset and r.asked_by = access.me() and r.asked_at = now()
$$;
grant execute on function institutions.who_may_confirm(uuid) to splot_app;

-- Takes the second factors of an account off. What was asked for it elsewhere is answered too: confirmed later, it would
-- take off the new one.
create function institutions.take_off_factors(account uuid) returns void
language sql security definer set search_path = '' as $$
  delete from institutions.factor_reset r using institutions.worker w
  where w.id = r.worker_id and w.account_id = account and r.confirmed_at is null;
  select identity.take_off_factors(account)
$$;

-- Whoever adds a factor themselves has answered what was asked before: confirmed later, it would take off the new one.
create function institutions.answer_factor_resets() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  delete from institutions.factor_reset r using institutions.worker w
  where w.id = r.worker_id and w.account_id = new."userId" and r.confirmed_at is null;
  return null;
end $$;
create trigger resets_are_answered after insert or update of "verified" on identity."twoFactor" for each row
  execute function institutions.answer_factor_resets();
create trigger resets_are_answered after insert on identity."passkey" for each row
  execute function institutions.answer_factor_resets();

create function institutions.confirm_factor_reset(reset uuid) returns text
language plpgsql security definer set search_path = '' as $$
declare lost uuid;
begin
  perform from institutions.factor_reset r where r.id = reset for update;
  if not institutions.i_may_confirm_reset(reset) then return 'not-found'; end if;
  update institutions.factor_reset r set confirmed_by = access.me(), confirmed_at = now() where r.id = reset
    returning institutions.account_of_worker(r.worker_id) into lost;
  perform institutions.take_off_factors(lost);
  return null;
end $$;
grant execute on function institutions.confirm_factor_reset(uuid) to splot_app;

-- Where whoever lost it hears that it is off: the address they sign in with, whatever their institution wrote down.
create function institutions.address_of_reset(reset uuid) returns text
language sql stable security definer set search_path = '' as $$
  select u.email from institutions.factor_reset r join identity."user" u on u.id = institutions.account_of_worker(r.worker_id)
  where r.id = reset and (r.confirmed_by = access.me() or r.confirmed_by_administrator is not null)
$$;
grant execute on function institutions.address_of_reset(uuid) to splot_app, splot_jobs;

-- What waits for the administrator of the installation: where nobody in the institution could be the second. They learn
-- who works where, never a family.
create function institutions.resets_without_a_second(account uuid)
returns table (id uuid, institution text, worker text, asked_by text, asked_at timestamptz)
language sql stable security definer set search_path = '' as $$
  select r.id, i.name, w.given_name || ' ' || w.family_name, a.given_name || ' ' || a.family_name, r.asked_at
  from institutions.open_factor_resets() r join institutions.institution i on i.id = r.institution_id
  join institutions.worker w on w.id = r.worker_id join institutions.worker a on a.id = r.asked_by
  where exists (select from institutions.who_confirms(r.id) c where c.account_id = account and c.administrator)
  order by r.asked_at, r.id
$$;

create function institutions.confirm_reset_without_a_second(reset uuid, account uuid) returns text
language plpgsql security definer set search_path = '' as $$
declare done institutions.factor_reset;
begin
  perform from institutions.factor_reset r where r.id = reset for update;
  if not exists (select from institutions.resets_without_a_second(account) r where r.id = reset) then return 'not-found'; end if;
  update institutions.factor_reset r set confirmed_by_administrator = account, confirmed_at = now() where r.id = reset returning r.* into done;
  perform institutions.take_off_factors(institutions.account_of_worker(done.worker_id));
  insert into journal.entry (institution_id, verb, subject_id, class) values (done.institution_id, 'factor.taken-off', done.worker_id, 'file');
  return null;
end $$;
grant execute on function institutions.resets_without_a_second(uuid), institutions.confirm_reset_without_a_second(uuid, uuid) to splot_jobs;
