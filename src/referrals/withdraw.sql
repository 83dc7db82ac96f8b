-- Whoever does what was taken on hears that it stops: they read nothing of it any more, so the letter says that alone.
create function referrals.tell_who_stops(points referrals.point[]) returns void
language sql security definer set search_path = '' as $$
  select asks.notify('referral-stopped', w.id, p.referral_id, p.scope_id)
  from unnest(points) p join institutions.worker w on w.id in (p.handled_by, p.answered_by) and w.period @> clock_timestamp()
  where referrals.is_taken_on(p) and w.id <> access.me()
  group by w.id, p.referral_id, p.scope_id
$$;

-- The sender takes back what it asked, as far as nothing came of it yet.
create function referrals.withdraw(the_referral uuid, points uuid[], why text) returns text
language plpgsql security definer set search_path = '' as $$
declare
  r referrals.referral;
  taken_back referrals.point[];
begin
  select * into r from referrals.referral where id = the_referral;
  if not found or not referrals.begin_deed(r, 'sent') then return 'not-found'; end if;
  if exists (select from unnest(points) id where id not in (select p.id from referrals.point p where p.referral_id = r.id)) then return 'not-found'; end if;
  with changed as (
    update referrals.point p set withdrawn_at = greatest(now(), p.asked_at, p.answered_at), withdrawn_because = why, version = p.version + 1
    where p.id = any (points) and p.withdrawn_at is null and p.ended_on is null and p.answer is distinct from 'declined' returning p)
  select array_agg((c).p) into taken_back from changed c;
  if taken_back is null then return 'point-is-over'; end if;
  perform referrals.tell_who_stops(taken_back);
  return null;
end $$;
grant execute on function referrals.withdraw(uuid, uuid[], text) to splot_app;

-- The basis was withdrawn: what nobody took on is withdrawn with it, what goes on stops, and the receiver reads nothing any more.
create function referrals.withdraw_basis(the_referral uuid) returns text
language plpgsql security definer set search_path = '' as $$
declare r referrals.referral;
begin
  select * into r from referrals.referral where id = the_referral;
  if not found or not referrals.begin_deed(r, 'sent') then return 'not-found'; end if;
  select * into r from referrals.referral where id = the_referral;
  if not referrals.basis_holds(r) @> clock_timestamp() then return 'basis-is-over'; end if;
  update referrals.point p set withdrawn_at = greatest(now(), p.asked_at, p.answered_at), withdrawn_because = 'consent_withdrawn', version = p.version + 1
  where p.referral_id = r.id and p.withdrawn_at is null and (p.answer is null or p.answer = 'returned');
  update referrals.referral set basis_withdrawn_at = greatest(now(), sent_at), version = version + 1 where id = r.id;
  perform referrals.tell_who_stops(array(select p from referrals.point p where p.referral_id = r.id and p.withdrawn_at is null));
  return null;
end $$;
grant execute on function referrals.withdraw_basis(uuid) to splot_app;

-- The sender adds what lacked, and what was sent back is asked anew.
create function referrals.complete(the_referral uuid, expected_version int, points uuid[], whats text[], said text, by_phone text) returns text
language plpgsql security definer set search_path = '' as $$
declare r referrals.referral;
begin
  select * into r from referrals.referral where id = the_referral;
  if not found or not referrals.begin_deed(r, 'sent') then return 'not-found'; end if;
  select * into r from referrals.referral where id = the_referral;
  if r.version <> expected_version then return 'changed-meanwhile'; end if;
  if not referrals.basis_holds(r) @> clock_timestamp() then return 'basis-is-over'; end if;
  update referrals.point p set what = a.what, answer = null, answered_at = null, answered_by = null, reason = null, version = p.version + 1,
    asked_at = greatest(now(), p.answered_at + interval '1 microsecond'), answer_by = referrals.answer_by(r.id, now())
  from unnest(points, whats) a (id, what)
  where p.id = a.id and p.referral_id = r.id and p.answer = 'returned' and p.withdrawn_at is null;
  if not found then return 'nothing-to-complete'; end if;
  update referrals.particulars set words = said, phone = by_phone where referral_id = r.id;
  update referrals.referral set version = version + 1 where id = r.id;
  return null;
end $$;
grant execute on function referrals.complete(uuid, int, uuid[], text[], text, text) to splot_app;
