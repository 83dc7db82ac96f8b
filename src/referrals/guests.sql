-- Somebody who is not in Splot answers a letter themselves, on a page that opens by a link and a code.

-- Until when: what is asked, two weeks after the day for an answer; what was taken on, two weeks after it is done, or sixty days after it
-- began or was to; never longer than the basis. Null when nothing stands any more.
create function referrals.guest_until(guest uuid) returns timestamptz
language sql stable security definer set search_path = '' as $$
  select least(u.until, upper(referrals.basis_holds(r)))
  from guests.guest g join referrals.referral r on r.id = g.subject_id and r.to_institution_id is null
  cross join lateral (
    select max(splot.end_of_day(case
      when p.ended_on is not null then p.ended_on + 14
      when p.answer in ('accepted', 'waiting') then greatest((p.answered_at at time zone 'Europe/Warsaw')::date, p.expected_on, p.begun_on) + 60
      else p.answer_by + 14 end)) as until
    from referrals.point p where p.referral_id = r.id and p.withdrawn_at is null and p.answer is distinct from 'declined') u
  where g.id = guest and u.until is not null and not isempty(referrals.basis_holds(r))
$$;

-- Names a guest who answers for whoever a letter of mine went to. A colleague confirms the address, who reads nothing of the letter.
create function referrals.invite_guest(the_referral uuid, the_guest uuid, called text, as_what text, at_address text, confirmer uuid) returns text
language plpgsql security definer set search_path = '' as $$
declare
  r referrals.referral;
  obstacle text;
begin
  select * into r from referrals.referral h where h.id = the_referral and h.to_institution_id is null;
  if not found or not referrals.begin_deed(r, 'sent') then return 'not-found'; end if;
  if exists (select from guests.guest g where g.subject_id = r.id and g.ended_at is null and g.refused_at is null) then return 'guest-is-named'; end if;
  if not exists (select from institutions.worker w where w.id = confirmer and w.institution_id = r.from_institution_id) then return 'a-second-person'; end if;
  obstacle := guests.name_guest(the_guest, r.scope_id, 'referral', r.id, called, as_what, r.outside, at_address, confirmer, null,
    asks.answer_by(now(), partnerships.urgent_answer_days(r.partnership_id)));
  if obstacle is not null then return obstacle; end if;
  return case when referrals.guest_until(the_guest) is null or referrals.guest_until(the_guest) <= clock_timestamp() then 'nothing-to-answer' end;
end $$;
grant execute on function referrals.invite_guest(uuid, uuid, text, text, text, uuid) to splot_app;

-- They are a guest no longer.
create function referrals.dismiss_guest(the_referral uuid, the_guest uuid) returns text
language plpgsql security definer set search_path = '' as $$
declare r referrals.referral;
begin
  select h.* into r from referrals.referral h join guests.guest g on g.subject_id = h.id where h.id = the_referral and g.id = the_guest;
  if not found or not referrals.begin_deed(r, 'sent') then return 'not-found'; end if;
  perform guests.dismiss(the_guest, 'removed');
  return null;
end $$;
grant execute on function referrals.dismiss_guest(uuid, uuid) to splot_app;

-- What a guest reads: what a receiver does before it takes anything on, and once something is taken on also who it is. That it was
-- shown stands in the register.
create function referrals.guest_page(visit bytea) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  g guests.guest := guests.visitor(visit);
  r referrals.referral;
  knows boolean;
begin
  if g.id is null or g.kind <> 'referral' then return null; end if;
  select * into r from referrals.referral h where h.id = g.subject_id;
  knows := exists (select from referrals.point p where p.referral_id = r.id and referrals.under_way(p) @> clock_timestamp());
  if knows then insert into referrals.shown_to_guest (guest_id, scope_id) values (g.id, r.scope_id) on conflict do nothing; end if;
  return (select jsonb_build_object('name', g.name, 'from', jsonb_build_object('name', coalesce(f.short_name, f.name), 'phone', f.phone),
      'sentBy', jsonb_build_object('name', w.given_name || ' ' || w.family_name, 'phone', case when w.period @> now() then w.phone end),
      'sentOn', (r.sent_at at time zone 'Europe/Warsaw')::date, 'aboutAs', r.about_as, 'age', r.age, 'communeName', s.name,
      'basis', r.basis, 'basisUntil', r.basis_until,
      'particulars', case when knows then (select jsonb_build_object('who', d.who, 'phone', d.phone, 'phoneOf', d.phone_of, 'phoneHours', d.phone_hours, 'words', d.words)
        from referrals.particulars d where d.referral_id = r.id) end,
      'points', (select jsonb_agg(jsonb_build_object('id', p.id, 'what', p.what, 'serviceKind', p.service_kind, 'state', referrals.state_of(p, true),
          'askedOn', (p.asked_at at time zone 'Europe/Warsaw')::date, 'answerBy', p.answer_by, 'reason', p.reason, 'expectedOn', p.expected_on,
          'begunOn', p.begun_on, 'endedOn', p.ended_on, 'outcome', p.outcome, 'withdrawnOn', (p.withdrawn_at at time zone 'Europe/Warsaw')::date,
          'withdrawnBecause', p.withdrawn_because,
          'said', coalesce((select jsonb_agg(jsonb_build_object('step', b.step, 'words', b.words,
              'at', to_char(b.said_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
              'by', coalesce(u.given_name || ' ' || u.family_name, e.name, r.outside)) order by b.said_at, b.id)
            from referrals.feedback b left join institutions.worker u on u.id = b.said_by left join guests.guest e on e.id = b.guest_id
            where b.point_id = p.id), '[]')) order by p.n)
        from referrals.point p where p.referral_id = r.id))
    from institutions.institution f, institutions.worker w left join territory.unit_state s on s.terc = r.commune and s.valid @> splot.today_pl()
    where f.id = r.from_institution_id and w.id = r.sent_by);
end $$;
grant execute on function referrals.guest_page(bytea) to splot_app;

-- The referral of whoever came by it, held while they do something to one of its points, as a deed of a worker holds it.
create function referrals.guest_there(visit bytea, the_point uuid, out r referrals.referral, out g guests.guest)
language plpgsql security definer set search_path = '' as $$
begin
  select h.* into r from guests.way_in w join guests.guest x on x.id = w.guest_id join referrals.point p on p.id = the_point
    join referrals.referral h on h.id = p.referral_id and h.id = x.subject_id
  where w.visit = guest_there.visit;
  if r.id is null then return; end if;
  perform referrals.hold_facts(array[r.scope_id]);
  perform from referrals.referral h where h.id = r.id for no key update;
  g := guests.visitor(visit);
end $$;

-- A guest answers a point: for each no there is a reason of the list. What they said already, sent once more, is done.
create function referrals.guest_answers(visit bytea, the_point uuid, said text, why text, said_words text, expected date) returns text
language plpgsql security definer set search_path = '' as $$
declare
  there record := referrals.guest_there(visit, the_point);
  g guests.guest := there.g;
  p referrals.point;
  reason referrals.reason;
begin
  if g.id is null then return 'not-found'; end if;
  select * into p from referrals.point where id = the_point for no key update;
  if p.answer = said and exists (select from referrals.feedback b where b.point_id = p.id and b.guest_id = g.id and b.step = said and b.said_at >= p.asked_at) then
    return null;
  end if;
  if p.answer is not null or p.withdrawn_at is not null then return 'point-already-answered'; end if;
  if said in ('declined', 'returned') then
    select * into reason from referrals.reason x where x.code = why and x.kind = case said when 'declined' then 'refuse' else 'return' end;
    if reason.code is null then return 'unknown-reason'; end if;
    if reason.needs_text and said_words is null then return 'reason-needs-words'; end if;
  end if;
  if expected < splot.today_pl() then return 'day-is-over'; end if;
  perform referrals.put_answer(p.id, said, why, said_words, expected, by_guest => g.id);
  perform guests.tell(g, 'answered');
  return null;
end $$;
grant execute on function referrals.guest_answers(bytea, uuid, text, text, text, date) to splot_app;

-- A guest says that what was taken on begins, goes on, is done.
create function referrals.guest_takes_step(visit bytea, the_point uuid, the_step text, on_day date, came_of_it text, said_words text, expected date) returns text
language plpgsql security definer set search_path = '' as $$
declare
  there record := referrals.guest_there(visit, the_point);
  g guests.guest := there.g;
  obstacle text;
begin
  if g.id is null then return 'not-found'; end if;
  if on_day > splot.today_pl() then return 'day-to-come'; end if;
  if expected < splot.today_pl() then return 'day-is-over'; end if;
  obstacle := referrals.put_step(there.r, the_point, null, the_step, on_day, came_of_it, said_words, expected, by_guest => g.id);
  if obstacle is null then perform guests.tell(g, 'answered'); end if;
  return obstacle;
end $$;
grant execute on function referrals.guest_takes_step(bytea, uuid, text, date, text, text, date) to splot_app;
