-- Somebody without an account at a meeting, for the points that they are needed for.

-- A meeting has guests until its minutes are sent, at most a day after it was to end; without a time yet, after its last proposed one.
create function meetings.guest_until(guest uuid) returns timestamptz
language sql stable security definer set search_path = '' as $$
  select coalesce(m.starts_at, (select max(d.starts_at) from meetings.proposed_date d where d.meeting_id = m.id)) + make_interval(mins => m.minutes) + interval '1 day'
  from guests.guest g join meetings.meeting m on m.id = g.subject_id
  where g.id = guest and m.ended_at is null and m.cancelled_at is null and not cases.is_closed(m.scope_id)
$$;

-- Names a guest: by who runs it, for points that they read themselves. A colleague confirms the address.
create function meetings.invite_guest(the_meeting uuid, the_guest uuid, called text, as_what text, of_institution text, at_address text, confirmer uuid,
  points uuid[], on_basis text, in_form text, agreed date, by_law text) returns text
language plpgsql security definer set search_path = '' as $$
declare
  m meetings.meeting := meetings.hold(the_meeting, true);
  obstacle text;
begin
  if m.id is null then return 'not-found'; end if;
  perform cases.must_be_open(m.scope_id);
  if m.ended_at is not null or m.cancelled_at is not null then return 'meeting-is-over'; end if;
  if exists (select from unnest(points) p where not exists (select from meetings.point x where x.id = p and x.meeting_id = m.id) or not meetings.i_read(p)) then
    return 'not-your-point';
  end if;
  -- On health and addiction a consent is signed; on convictions there is none.
  if on_basis = 'consent' and exists (select from meetings.point p, consents.consent_form f where p.id = any (points) and f.code = in_form
    and (p.class = 'justice' or p.class in ('health', 'addiction') and not f.for_special_data)) then return 'consent-does-not-open'; end if;
  if not meetings.may_be_invited(m.id, confirmer) then return 'a-second-person'; end if;
  obstacle := guests.name_guest(the_guest, m.scope_id, 'meeting', m.id, called, as_what, of_institution, at_address, confirmer, 'team',
    least((m.starts_at at time zone 'Europe/Warsaw')::date, asks.answer_by(now(), partnerships.urgent_answer_days(coalesce(m.partnership_id, cases.partnership_of(m.scope_id))))));
  if obstacle is not null then return obstacle; end if;
  insert into meetings.guest_seat (id, meeting_id, scope_id, basis, agreed_form, agreed_on, law) values (the_guest, m.id, m.scope_id, on_basis, in_form, agreed, by_law);
  insert into meetings.guest_point (guest_id, point_id, meeting_id, scope_id) select the_guest, p, m.id, m.scope_id from unnest(points) p;
  return null;
end $$;
grant execute on function meetings.invite_guest(uuid, uuid, text, text, text, text, uuid, uuid[], text, text, date, text) to splot_app;

-- They are a guest no longer: they are not needed, or what opened it to them was taken back.
create function meetings.dismiss_guest(the_guest uuid, because text) returns text
language plpgsql security definer set search_path = '' as $$
declare m meetings.meeting := meetings.hold((select s.meeting_id from meetings.guest_seat s where s.id = the_guest), true);
begin
  if m.id is null then return 'not-found'; end if;
  perform cases.must_be_open(m.scope_id);
  if m.ended_at is not null then return 'meeting-is-over'; end if;
  perform guests.dismiss(the_guest, because);
  return null;
end $$;
grant execute on function meetings.dismiss_guest(uuid, text) to splot_app;

create function meetings.guest_came(the_guest uuid, how text) returns text
language plpgsql security definer set search_path = '' as $$
declare m meetings.meeting := meetings.hold((select s.meeting_id from meetings.guest_seat s where s.id = the_guest), false);
begin
  if m.id is null then return 'not-found'; end if;
  perform cases.must_be_open(m.scope_id);
  if m.begun_at is null or m.ended_at is not null then return 'meeting-is-over'; end if;
  update meetings.guest_seat set attendance = how where id = the_guest;
  return null;
end $$;
grant execute on function meetings.guest_came(uuid, text) to splot_app;

-- A point is before those who meet until it is done or put off.
create function meetings.is_before_all(p meetings.point) returns boolean
language sql immutable set search_path = '' as $$ select p.done_at is null and p.postponed_at is null $$;

-- What a guest reads: who invited them, when and where, and of their points that they are there; what those about the family are and what was written down
-- so far only where a basis opens it, and then it stands in the register. Nothing of other points, of the family, of who else comes.
create function meetings.guest_page(visit bytea) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  g guests.guest := guests.visitor(visit);
  s meetings.guest_seat;
begin
  if g.id is null or g.kind <> 'meeting' then return null; end if;
  select * into s from meetings.guest_seat x where x.id = g.id;
  if s.basis <> 'none' then
    insert into meetings.shown_to_guest (guest_id, point_id, scope_id, class, about)
    select g.id, p.id, p.scope_id, p.class, p.about from meetings.guest_point q join meetings.point p on p.id = q.point_id
    where q.guest_id = g.id and meetings.is_before_all(p) and p.class <> 'team' on conflict do nothing;
  end if;
  return (select jsonb_build_object('name', g.name,
      'invitedBy', (select jsonb_build_object('name', w.given_name || ' ' || w.family_name, 'institution', coalesce(i.short_name, i.name),
          'phone', coalesce(case when w.period @> now() then w.phone end, i.phone))
        from institutions.worker w join institutions.institution i on i.id = w.institution_id where w.id = g.invited_by),
      'startsAt', to_char(m.starts_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'minutes', m.minutes,
      'place', m.place, 'link', m.link, 'goesOn', m.begun_at is not null, 'answer', s.answer, 'opens', s.basis <> 'none',
      'points', coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'no', p.no, 'minutes', p.minutes,
          'what', case when s.basis <> 'none' or p.class = 'team' then p.what end,
          'written', case when s.basis <> 'none' or p.class = 'team' then nullif(p.written, '') end, 'said', q.words) order by p.no)
        from meetings.guest_point q join (select x.id, x.class, x.what, x.minutes, n.words as written, row_number() over (order by x.n, x.id) as no,
            meetings.is_before_all(x) as open
          from meetings.point x left join meetings.note n on n.point_id = x.id where x.meeting_id = m.id) p on p.id = q.point_id
        where q.guest_id = g.id and p.open), '[]'))
    from meetings.meeting m where m.id = s.meeting_id);
end $$;
grant execute on function meetings.guest_page(bytea) to splot_app;

-- The meeting of whoever came by it, held while they do something.
create function meetings.guest_there(visit bytea) returns guests.guest
language plpgsql security definer set search_path = '' as $$
declare g guests.guest;
begin
  perform from meetings.meeting m where m.id = (select x.subject_id from guests.way_in w join guests.guest x on x.id = w.guest_id where w.visit = guest_there.visit) for share;
  g := guests.visitor(visit);
  if g.kind <> 'meeting' then return null; end if;
  return g;
end $$;

create function meetings.guest_answers(visit bytea, said text) returns text
language plpgsql security definer set search_path = '' as $$
declare g guests.guest := meetings.guest_there(visit);
begin
  if g.id is null then return 'not-found'; end if;
  if exists (select from meetings.meeting m where m.id = g.subject_id and m.begun_at is not null) then return 'meeting-is-over'; end if;
  update meetings.guest_seat set answer = said, answered_at = now() where id = g.id and answer is distinct from said;
  if found then perform guests.tell(g, 'answered'); end if;
  return null;
end $$;
grant execute on function meetings.guest_answers(bytea, text) to splot_app;

-- What they say to a point of theirs that is open; said anew it takes the place of what was said, and empty words take it back.
create function meetings.guest_says(visit bytea, the_point uuid, said text) returns text
language plpgsql security definer set search_path = '' as $$
declare
  g guests.guest := meetings.guest_there(visit);
  p meetings.point;
begin
  select x.* into p from meetings.guest_point q join meetings.point x on x.id = q.point_id
  where q.guest_id = g.id and q.point_id = the_point for share of x;
  if p.id is null then return 'not-found'; end if;
  if not meetings.is_before_all(p) then return 'point-is-closed'; end if;
  update meetings.guest_point set words = said, said_at = case when said is not null then now() end
  where guest_id = g.id and point_id = the_point and words is distinct from said;
  if found and said is not null then perform guests.tell(g, 'said'); end if;
  return null;
end $$;
grant execute on function meetings.guest_says(bytea, uuid, text) to splot_app;

create trigger table_is_told after insert or update on meetings.guest_seat for each row execute function meetings.table_is_told('meeting_id');
create trigger table_is_told after insert or update or delete on meetings.guest_point for each row execute function meetings.table_is_told('meeting_id');

-- What guests were shown of whom, for the register of disclosures, as far as whoever asks may read it. What is about everybody
-- was told of each who belonged to the household then.
create function meetings.told_to_guests(scope uuid) returns table (id uuid, about_id uuid, from_institution_id uuid, to_name text, classes text[],
  period tstzrange, what text, basis text, basis_kind text, purpose text, withdrawn_at timestamptz)
language sql stable set search_path = '' as $$
  select (array_agg(w.point_id order by w.point_id))[1], a.about, g.institution_id, g.name || ', ' || g.institution, array_agg(distinct w.class order by w.class),
    tstzrange(min(w.since), greatest(min(w.since), least(g.ended_at, m.ended_at, m.cancelled_at, m.starts_at + make_interval(mins => m.minutes) + interval '1 day'))),
    null, coalesce(s.law, f.pl || ', ' || to_char(s.agreed_on, 'DD.MM.YYYY')), s.basis, k.pl, case when g.ended_because = 'basis' then g.ended_at end
  from meetings.shown_to_guest w join guests.guest g on g.id = w.guest_id join meetings.guest_seat s on s.id = g.id join meetings.meeting m on m.id = s.meeting_id
  join meetings.meeting_kind k on k.code = m.kind left join consents.consent_form f on f.code = s.agreed_form
  cross join lateral (
    select b.about from unnest(w.about) b (about) where b.about <> w.scope_id
    union select h.person_id from households.member h where w.about = array[w.scope_id]
      and h.household_id = consents.household_of(w.scope_id) and h.period @> (w.since at time zone 'Europe/Warsaw')::date) a
  where w.scope_id = told_to_guests.scope group by a.about, g.id, s.id, m.id, k.code, f.code
$$;
grant execute on function meetings.told_to_guests(uuid) to splot_app;
