-- A referral joins a case: who sent it says so, about somebody of the household whom they see, on a basis toward whoever leads.

-- Whether an institution tells whoever leads a case of somebody in it: it leads itself, or joint work or a basis opens it while it is
-- in the partnership.
create function baskets.may_tell(the_case uuid, institution uuid, person uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from cases.lead l where l.case_id = the_case and l.institution_id = institution and l.period @> clock_timestamp())
    or exists (select from cases."case" c join partnerships.membership m on m.partnership_id = c.partnership_id
      where c.id = the_case and m.institution_id = institution and m.period @> clock_timestamp())
    and (exists (select from consents.exchanged(the_case) e
        where e.about_id = person and e.institution_id = institution and e.class = 'file' and e.valid @> clock_timestamp())
      or exists (select from consents.standing() b join cases.lead l on l.case_id = b.scope_id and l.institution_id = b.to_institution_id and l.period @> clock_timestamp()
        where b.scope_id = the_case and b.about_id = person and b.from_institution_id = institution and 'file' = any (b.classes) and b.valid @> clock_timestamp()))
$$;

-- Whether what an institution joined is still told there: it may tell it now, or led the case when it joined it.
create function baskets.is_told(the_case uuid, institution uuid, person uuid, written timestamptz) returns boolean
language sql stable security definer set search_path = '' as $$
  select baskets.may_tell(the_case, institution, person)
    or exists (select from cases.lead l where l.case_id = the_case and l.institution_id = institution and l.period @> written)
$$;

-- The same, told to whoever holds something in the case.
create function baskets.is_told_still(the_case uuid, institution uuid, person uuid, written timestamptz) returns boolean
language sql stable security definer set search_path = '' as $$
  select access.i_hold_any(array[the_case]) and baskets.is_told(the_case, institution, person, written)
$$;
grant execute on function baskets.is_told_still(uuid, uuid, uuid, timestamptz) to splot_app;

-- Do I hold the sender's side of a referral? It is held then. Asked within a case, where the referral is another place.
create function baskets.begin_with_mine(the_referral uuid) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  perform referrals.hold_facts(array[the_referral]);
  perform from referrals.referral r where r.id = the_referral for no key update;
  return exists (select from access.granted g where g.scope_id = the_referral and g.about_id = the_referral and g.worker_id = access.me()
    and 'sent' = any (g.classes) and g.valid @> clock_timestamp());
end $$;

-- The same of my institution, told to whoever is on the team.
create function baskets.we_may_tell(the_case uuid, person uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select the_case = any ((select access.my_scopes('team'))::uuid[]) and baskets.may_tell(the_case, institutions.my_institution(), person)
$$;
grant execute on function baskets.we_may_tell(uuid, uuid) to splot_app;

-- Joins a referral of mine to a case on whose team I am; where nothing there opens it already, with who agreed. Answers what stands
-- in the way.
create function baskets.join_case(joining uuid, the_referral uuid, the_case uuid, person uuid,
  agreed text default null, form text default null, agreed_day date default null) returns text
language plpgsql security definer set search_path = '' as $$
declare r referrals.referral;
begin
  select * into r from referrals.referral h where h.id = the_referral and h.scope_id = h.id;
  if not found or r.from_institution_id <> institutions.my_institution() or not cases.begin_deed(the_case, 'team', r.from_institution_id)
    or not baskets.begin_with_mine(r.id) then return 'not-found'; end if;
  if not (the_case = any ((select access.my_whole_scopes('file'))::uuid[]) or access.pair(the_case, person) = any ((select access.my_pairs('file'))::uuid[])) then
    return 'not-somebody-you-see';
  end if;
  -- What the clock ended in another case, or here, left nothing behind that stands in the way.
  update baskets.joined_referral j set left_at = greatest(now(), j.written_at)
  where j.referral_id = r.id and j.left_at is null and j.agreed_by is null and not baskets.is_told(j.scope_id, j.institution_id, j.about[1], j.written_at);
  if exists (select from baskets.joined_referral j where j.referral_id = r.id and j.left_at is null) then return 'joined-already'; end if;
  if agreed is null and not baskets.may_tell(the_case, r.from_institution_id, person) then return 'no-basis-to-tell'; end if;
  insert into baskets.joined_referral (id, referral_id, scope_id, institution_id, author_id, about, agreed_by, agreed_form, agreed_on)
  values (joining, r.id, the_case, r.from_institution_id, access.me(), array[person], agreed, form, agreed_day);
  perform baskets.classify_joined(r.id);
  perform baskets.keep_excluded_away(array[r.id]);
  return null;
end $$;
grant execute on function baskets.join_case(uuid, uuid, uuid, uuid, text, text, date) to splot_app;

-- Whoever is kept from the family is kept from what is done for it, also where they work at the receiver; who sent it keeps what they
-- sent.
create function baskets.keep_excluded_away(joined uuid[]) returns void
language plpgsql security definer set search_path = '' as $$
begin
  insert into access.barred (scope_id, worker_id, valid)
    select j.referral_id, b.worker_id, b.valid
    from baskets.joined_referral j join referrals.referral r on r.id = j.referral_id
    join access.barred b on b.scope_id = j.scope_id and b.valid @> clock_timestamp() and b.worker_id <> r.sent_by
    where j.referral_id = any (joined) and j.left_at is null
  on conflict do nothing;
  if found then perform access.derive(joined); end if;
end $$;

create function baskets.excluded_meanwhile() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform baskets.keep_excluded_away(array(select j.referral_id from baskets.joined_referral j where j.scope_id = new.scope_id and j.left_at is null));
  return null;
end $$;
create trigger kept_from_joined after insert on access.barred for each row execute function baskets.excluded_meanwhile();

-- What joined is of the class of the services that it is taken on for: of the one that fewest read, where there are several.
create function baskets.classify_joined(the_referral uuid) returns void
language sql security definer set search_path = '' as $$
  update baskets.joined_referral j set class = k.class
  from (select v.class from referrals.point p join directory.service s on s.id = p.service_id join directory.service_kind v on v.code = s.kind
    where p.referral_id = the_referral order by array_position(array['violence', 'justice', 'addiction', 'health', 'whereabouts', 'file'], v.class) limit 1) k
  where j.referral_id = the_referral and j.left_at is null and j.class <> k.class
$$;

create function baskets.taken_on_for() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform baskets.classify_joined(new.referral_id);
  return null;
end $$;
create trigger joined_classified after update on referrals.point for each row
  when (new.service_id is not null and old.service_id is distinct from new.service_id) execute function baskets.taken_on_for();

-- Which entry in a case a referral is that I sent, whether I hold something there still, and whether I keep somebody from it: told also
-- who is on its team no more.
create function baskets.joined_by_me(the_referral uuid, the_case uuid default null) returns table (id uuid, scope_id uuid, holds boolean, keeps boolean)
language sql stable security definer set search_path = '' rows 1 as $$
  select j.id, j.scope_id, access.i_hold_any(array[j.scope_id]), exists (select from asks.kept_from k where k.subject_id = j.referral_id)
  from baskets.joined_referral j
  where j.referral_id = the_referral and j.scope_id = coalesce(the_case, j.scope_id) and j.left_at is null
    and exists (select from access.granted g where g.scope_id = j.referral_id and g.about_id = j.referral_id and g.worker_id = access.me()
      and 'sent' = any (g.classes) and g.valid @> clock_timestamp())
$$;
grant execute on function baskets.joined_by_me(uuid, uuid) to splot_app;

-- Who sent it takes it out of the case again.
create function baskets.leave_case(the_referral uuid) returns text
language plpgsql security definer set search_path = '' as $$
begin
  if not baskets.begin_with_mine(the_referral) then return 'not-found'; end if;
  update baskets.joined_referral j set left_at = greatest(now(), j.written_at) where j.referral_id = the_referral and j.left_at is null;
  if not found then return 'not-found'; end if;
  return null;
end $$;
grant execute on function baskets.leave_case(uuid) to splot_app;

-- What opened it in the case is over: it leaves by itself. A consent that its sender recorded is over when they take it out.
create function baskets.tells_no_more(the_case uuid, institution uuid, person uuid) returns void
language sql security definer set search_path = '' as $$
  update baskets.joined_referral j set left_at = greatest(now(), j.written_at)
  where j.scope_id = the_case and j.institution_id = institution and person = any (j.about) and j.left_at is null and j.agreed_by is null
    and not baskets.is_told(the_case, institution, person, j.written_at)
$$;

create function baskets.basis_to_tell_withdrawn() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform baskets.tells_no_more(new.scope_id, new.from_institution_id, new.about_id);
  return null;
end $$;
create trigger joined_leave after update on consents.basis for each row
  when (old.withdrawn_at is null and new.withdrawn_at is not null) execute function baskets.basis_to_tell_withdrawn();

create function baskets.exchange_to_tell_ended() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform baskets.tells_no_more(new.scope_id, new.to_institution_id, new.about_id);
  return null;
end $$;
create trigger joined_leave after update on consents.exchange for each row
  when (upper(old.period) > now() and upper(new.period) <= now() + interval '1 microsecond') execute function baskets.exchange_to_tell_ended();

-- Who agreed withdraws the consent to the referral; or the case was opened by mistake.
create function baskets.referral_stands_no_more() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update baskets.joined_referral j set left_at = greatest(now(), j.written_at) where j.referral_id = new.id and j.left_at is null
    and j.agreed_by is not null;
  return null;
end $$;
create trigger joined_leaves after update on referrals.referral for each row
  when (old.basis_withdrawn_at is null and new.basis_withdrawn_at is not null) execute function baskets.referral_stands_no_more();

create function baskets.case_stands_no_more() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update baskets.joined_referral j set left_at = greatest(now(), j.written_at) where j.scope_id = new.id and j.left_at is null;
  return null;
end $$;
create trigger joined_leave after update on cases."case" for each row
  when (old.voided_at is null and new.voided_at is not null) execute function baskets.case_stands_no_more();

-- What a guest outside was told about somebody by a referral while it was joined, for the register of disclosures of the case: who it is,
-- as long as the consent stood. That it was told stands also once the referral left; to who reads what was disclosed there otherwise,
-- whole or by their own institution (see access.sql of consents), and is not kept from it.
create function baskets.told_by_joined(scope uuid) returns table (id uuid, about_id uuid, from_institution_id uuid, to_name text, classes text[],
  period tstzrange, what text, basis text, basis_kind text, purpose text, withdrawn_at timestamptz)
language sql stable security definer set search_path = '' as $$
  select distinct on (w.guest_id, j.about[1])
    w.guest_id, j.about[1], j.institution_id, r.outside, array['file'], tstzrange(w.since, greatest(w.since, upper(referrals.basis_holds(r)))), null,
    coalesce(d.law, f.pl || ', ' || to_char(d.agreed_on, 'DD.MM.YYYY')), case when r.basis = 'law' then 'law' else 'consent' end, 'skierowanie', r.basis_withdrawn_at
  from baskets.joined_referral j join referrals.referral r on r.id = j.referral_id join referrals.shown_to_guest w on w.scope_id = r.scope_id
  join referrals.particulars d on d.referral_id = r.id left join consents.consent_form f on f.code = d.agreed_form
  where j.scope_id = told_by_joined.scope and (j.left_at is null or w.since < j.left_at)
    and (j.scope_id = any ((select access.my_whole_scopes('file'))::uuid[])
      or j.institution_id = (select institutions.my_institution()) and j.scope_id = any ((select access.my_scopes('team'))::uuid[]))
    and j.referral_id <> all ((select access.barred_to_me())::uuid[])
  order by w.guest_id, j.about[1], j.written_at
$$;
grant execute on function baskets.told_by_joined(uuid) to splot_app;
