-- Kinds are rows too, put here anew by the slices that own them.
delete from guests.kind;

-- Until when what somebody comes for stands, as its slice says; null where it does not.
create function guests.until(g guests.guest) returns timestamptz
language plpgsql stable security definer set search_path = '' as $$
declare said timestamptz;
begin
  if g.ended_at is not null then return null; end if;
  execute format('select %s($1)', (select k.until from guests.kind k where k.code = g.kind)) into said using g.id;
  return said;
end $$;

-- Whether somebody is a guest now: the address is confirmed, nobody ended it, and what they come for stands.
create function guests.stands(g guests.guest) returns boolean
language sql stable security definer set search_path = '' as $$
  select g.confirmed_at is not null and coalesce(guests.until(g) > clock_timestamp(), false)
$$;

-- Names a guest of something, for a deed of the slice whose it is. Nothing leaves before the address is confirmed.
create function guests.name_guest(the_guest uuid, scope uuid, of_kind text, subject uuid, called text, as_what text, of_institution text,
  at_address text, confirmer uuid, confirmer_holds text, until date) returns text
language plpgsql security definer set search_path = '' as $$
declare his_institution uuid;
begin
  select w.institution_id into his_institution from institutions.worker w where w.id = confirmer and w.period @> now();
  if his_institution is null or confirmer in (select institutions.same_person(access.me())) then return 'a-second-person'; end if;
  if exists (select from access.barred b where b.scope_id = scope and b.worker_id = confirmer and b.valid @> clock_timestamp()) then return 'a-second-person'; end if;
  insert into guests.guest (id, scope_id, kind, subject_id, name, role, institution, email, invited_by, institution_id, confirmer_id, confirmer_institution_id, opens, answer_by)
  values (the_guest, scope, of_kind, subject, called, as_what, of_institution, at_address, access.me(), institutions.my_institution(), confirmer, his_institution,
    confirmer_holds, until);
  return null;
end $$;

-- The address is right, or is not: said by whom it was asked of. A link goes out with it.
create function guests.confirm(the_guest uuid, new_link bytea) returns text
language plpgsql security definer set search_path = '' as $$
declare g guests.guest;
begin
  select * into g from guests.guest x where x.id = the_guest and x.confirmer_id = access.me()
    and (x.opens is null or x.scope_id = any ((select access.my_scopes(x.opens))::uuid[]))
    and x.scope_id <> all (access.barred_to_me()) for update;
  if g.id is null then return 'not-found'; end if;
  -- Two accounts may have been joined since: then it is one person.
  if g.invited_by in (select institutions.same_person(access.me())) then return 'not-found'; end if;
  if g.ended_at is not null or g.confirmed_at is not null or g.refused_at is not null then return 'said-already'; end if;
  if coalesce(guests.until(g), '-infinity') <= clock_timestamp() then return 'guest-is-gone'; end if;
  perform guests.tell(g, case when new_link is null then 'address-refused' else 'address-confirmed' end, g.confirmer_id, g.confirmer_institution_id);
  if new_link is null then
    update guests.guest set refused_at = now() where id = g.id;
    return null;
  end if;
  update guests.guest set confirmed_at = now() where id = g.id;
  insert into guests.way_in (guest_id, link) values (g.id, new_link);
  return null;
end $$;
grant execute on function guests.confirm(uuid, bytea) to splot_app;

-- Whether I may still see that to which I, or somebody of us, invited a guest: in a place of ours, what I hold there; else what I sent.
create function guests.i_see(g guests.guest) returns boolean
language sql stable security definer set search_path = '' as $$
  select g.scope_id = any ((select access.my_scopes(coalesce(g.opens, 'sent')))::uuid[]) and g.scope_id <> all (access.barred_to_me())
$$;

-- A guest of mine, held for a deed.
create function guests.mine(the_guest uuid) returns guests.guest
language plpgsql security definer set search_path = '' as $$
declare g guests.guest;
begin
  select * into g from guests.guest x where x.id = the_guest and x.invited_by = access.me() and guests.i_see(x) for update;
  return g;
end $$;

-- A new link in place of the one that was: with it the earlier, its code, and whoever came in by them are gone.
create function guests.send_anew(the_guest uuid, new_link bytea) returns text
language plpgsql security definer set search_path = '' as $$
declare g guests.guest := guests.mine(the_guest);
begin
  if g.id is null then return 'not-found'; end if;
  if not guests.stands(g) then return 'guest-is-gone'; end if;
  update guests.way_in set link = new_link, sent_at = now(), code_no = 0, code_made_at = null, tries = 0, visit = null where guest_id = g.id;
  update guests.guest set opened_at = null where id = g.id;
  return null;
end $$;
grant execute on function guests.send_anew(uuid, bytea) to splot_app;

-- A code for the telephone; the one before opens nothing any more.
create function guests.make_code(the_guest uuid) returns text
language plpgsql security definer set search_path = '' as $$
declare g guests.guest := guests.mine(the_guest);
begin
  if g.id is null then return 'not-found'; end if;
  if not guests.stands(g) then return 'guest-is-gone'; end if;
  update guests.way_in set code_no = code_no + 1, code_made_at = now() where guest_id = g.id and visit is null and tries < 5;
  if not found then return 'link-is-used'; end if;
  return null;
end $$;
grant execute on function guests.make_code(uuid) to splot_app;

-- What a code that I made is worked out of, for ten minutes.
create function guests.code_of(the_guest uuid, out link bytea, out code_no int)
language sql stable security definer set search_path = '' as $$
  select w.link, w.code_no from guests.way_in w join guests.guest g on g.id = w.guest_id
  where g.id = the_guest and g.invited_by = access.me() and guests.i_see(g) and w.visit is null and w.code_no > 0 and w.tries < 5 and w.code_made_at > now() - interval '10 minutes' and guests.stands(g)
$$;
grant execute on function guests.code_of(uuid) to splot_app;

-- Somebody is a guest no longer.
create function guests.dismiss(the_guest uuid, because text) returns void
language plpgsql security definer set search_path = '' as $$
begin
  update guests.guest set ended_at = now(), ended_because = because where id = the_guest and ended_at is null;
  update guests.way_in set visit = null, tries = 5 where guest_id = the_guest;
end $$;

-- Somebody knocks with a link: which code opens it. Each knock counts; the fifth is the last, and whoever came in by it closed it.
create function guests.knock(the_link bytea, out code_no int)
language plpgsql security definer set search_path = '' as $$
begin
  update guests.way_in w set tries = w.tries + 1 from guests.guest g
  where w.link = the_link and g.id = w.guest_id and w.visit is null and w.tries < 5 and w.code_no > 0 and guests.stands(g)
  returning w.code_no into code_no;
end $$;
grant execute on function guests.knock(bytea) to splot_app;

-- The code was right: from now on it is this browser.
create function guests.let_in(the_link bytea, new_visit bytea) returns text
language plpgsql security definer set search_path = '' as $$
declare came guests.guest;
begin
  update guests.way_in w set visit = new_visit, tries = 0 from guests.guest g
  where w.link = the_link and g.id = w.guest_id and w.visit is null and guests.stands(g);
  if not found then return null; end if;
  update guests.guest g set opened_at = now() from guests.way_in w where w.visit = new_visit and g.id = w.guest_id returning g.* into came;
  perform guests.tell(came, 'opened');
  return came.kind;
end $$;
grant execute on function guests.let_in(bytea, bytea) to splot_app;

-- What was done with an invitation stands in the journal of its place: of a guest as nobody's at any institution; also of a worker who
-- holds nothing there.
create function guests.tell(g guests.guest, what text, by_worker uuid default null, at_institution uuid default null) returns void
language sql security definer set search_path = '' as $$
  with told as (
    insert into journal.entry (worker_id, institution_id, verb, subject_id, scope_id, class)
    values (by_worker, at_institution, 'guest.' || what, g.id, g.scope_id, coalesce(g.opens, 'file')) returning id, scope_id)
  select pg_notify('splot_live', concat(t.scope_id, ' ', t.id)) from told t
$$;

-- Who came in and is a guest now; held, so that nobody dismisses them meanwhile.
create function guests.visitor(the_visit bytea) returns guests.guest
language plpgsql security definer set search_path = '' as $$
declare g guests.guest;
begin
  select x.* into g from guests.way_in w join guests.guest x on x.id = w.guest_id where w.visit = the_visit for share of x;
  if g.id is null or not guests.stands(g) then return null; end if;
  return g;
end $$;

-- Of what somebody who came in is a guest now, and which institution invited them.
create function guests.visits(the_visit bytea) returns table (kind text, "from" text, opened_at timestamptz)
language sql stable security definer set search_path = '' rows 1 as $$
  select g.kind, coalesce(i.short_name, i.name), g.opened_at
  from guests.way_in w join guests.guest g on g.id = w.guest_id join institutions.institution i on i.id = g.institution_id
  where w.visit = the_visit and guests.stands(g)
$$;
grant execute on function guests.visits(bytea) to splot_app;

-- They leave: this browser opens nothing more.
create function guests.leave(the_visit bytea) returns void
language sql security definer set search_path = '' as $$ update guests.way_in set visit = null, tries = 5 where visit = the_visit $$;
grant execute on function guests.leave(bytea) to splot_app;

-- Whether a link was tried too often, told to who sees whose it is.
create function guests.is_shut(guest uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from guests.way_in w join guests.guest g on g.id = w.guest_id
    where w.guest_id = guest and w.visit is null and w.tries >= 5 and guests.i_see(g))
$$;
grant execute on function guests.is_shut(uuid) to splot_app;
