-- Questions that rules and deeds of referrals ask.

-- A referral that stands outside a case is a place of its own.
create function referrals.opens_scope() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform access.open_scope(new.id, 'referral');
  return new;
end $$;
create trigger opens_scope before insert on referrals.referral for each row when (new.scope_id = new.id)
  execute function referrals.opens_scope();

insert into partnerships.place_source values ('referrals.partnership_of');
create function referrals.partnership_of(place uuid) returns uuid
language sql stable security definer set search_path = '' as $$ select r.partnership_id from referrals.referral r where r.id = place and r.scope_id = place $$;

-- Whether my institution may ask another for something: both are full members now.
create function referrals.may_be_asked(partnership uuid, institution uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select institution <> institutions.my_institution() and partnership in (select partnerships.i_work_in())
    and partnerships.membership_valid(partnership, institution) @> clock_timestamp()
$$;
grant execute on function referrals.may_be_asked(uuid, uuid) to splot_app;

-- The same, held: who leaves meanwhile does so after it. Somebody outside may be written to by whoever works in a full member.
create function referrals.hold_way(partnership uuid, institution uuid) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  perform from institutions.institution i where i.id in (institution, institutions.my_institution()) order by i.id for share;
  return case when institution is null then partnership in (select partnerships.i_work_in()) else referrals.may_be_asked(partnership, institution) end;
end $$;
grant execute on function referrals.hold_way(uuid, uuid) to splot_app;

-- Who writes down what the receiver answered: its people; of somebody who is not in Splot, whoever holds the sender's side.
create function referrals.i_answer(r referrals.referral) returns boolean
language sql stable security definer set search_path = '' as $$
  select coalesce(r.to_institution_id, r.from_institution_id) is not distinct from institutions.my_institution()
$$;
create function referrals.class_to_answer(r referrals.referral, class text) returns text
language sql immutable set search_path = '' as $$ select case when r.to_institution_id is null then 'sent' else class end $$;

-- The working days that are agreed for an answer, by how urgent it is; the last of them is counted by the house.
create function referrals.answer_by(the_referral uuid, asked timestamptz) returns date
language sql stable security definer set search_path = '' as $$
  select asks.answer_by(asked, case r.urgency when 'urgent' then partnerships.urgent_answer_days(r.partnership_id)
    else partnerships.usual_answer_days(r.partnership_id) end)
  from referrals.referral r where r.id = the_referral
$$;

create function referrals.counts_days() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  new.answer_by := referrals.answer_by(new.referral_id, new.asked_at);
  return new;
end $$;
create trigger counts_days before insert on referrals.point for each row when (new.answer_by is null) execute function referrals.counts_days();

-- When the receiver may read it: from when it was sent until its basis is over; within a case that follows from the case.
create function referrals.basis_holds(r referrals.referral) returns tstzrange
language sql stable set search_path = '' as $$
  select tstzrange(r.sent_at, case when r.basis <> 'case' then greatest(r.sent_at, least(splot.end_of_day(r.basis_until), r.basis_withdrawn_at)) end)
$$;

-- As long as that holds an ask stands, from an instant on.
create function referrals.asks_while(r referrals.referral, since timestamptz) returns tstzrange
language sql stable set search_path = '' as $$ select tstzrange(since, case when r.basis <> 'case' then greatest(since, upper(referrals.basis_holds(r))) end) $$;

-- How a point stands, in one word. What was asked or goes on when the basis is over expires, or stops.
create function referrals.state_of(p referrals.point, holds boolean) returns text
language sql immutable set search_path = '' as $$
  select case when p.withdrawn_at is not null then 'withdrawn' when p.ended_on is not null then 'done' when p.answer = 'declined' then 'declined'
    when not holds and p.answer in ('accepted', 'changed', 'waiting') then 'stopped' when not holds then 'expired'
    when p.answer is null then 'asked' when p.begun_on is not null then 'begun' else p.answer end
$$;
grant execute on function referrals.state_of(referrals.point, boolean), referrals.basis_holds(referrals.referral) to splot_app;

-- Where a point that waits stands among all that wait with its institution for the same service: by urgency, then by the day on
-- which it was put there, but for what the asker is kept from. Told to who sent it and to who took it on; within a case to who reads there what is asked.
create function referrals.place_on_list(the_point uuid) returns table (place int, among int)
language sql stable security definer set search_path = '' rows 1 as $$
  with here as (
    select p.id, r.to_institution_id as institution_id, p.service_id from referrals.point p join referrals.referral r on r.id = p.referral_id
    where p.id = the_point and (access.pair(r.scope_id, r.id) = any ((select access.my_pairs('file'))::uuid[])
      or r.scope_id <> r.id and p.id = any (referrals.points_i_see(array[p.id])))
  ), list as (
    select l.point_id as id, row_number() over ()::int as place, count(*) over ()::int as among
    from here h cross join lateral referrals.waiting_list(h.institution_id, h.service_id) l
    where l.scope_id <> all (access.barred_to_me())
  )
  select l.place, l.among from list l join here h using (id)
$$;
grant execute on function referrals.place_on_list(uuid) to splot_app;

-- Who read what waits for an answer first, and when: told to who sent it.
create function referrals.first_read(the_referral uuid) returns table (at timestamptz, name text)
language sql stable security definer set search_path = '' rows 1 as $$
  select s.at, w.given_name || ' ' || w.family_name
  from referrals.referral r join referrals.point p on p.referral_id = r.id
  cross join lateral asks.first_seen('referral', p.id) s join institutions.worker w on w.id = s.worker_id
  where r.id = the_referral and access.pair(r.scope_id, r.id) = any ((select access.my_pairs('sent'))::uuid[])
  order by s.at limit 1
$$;
grant execute on function referrals.first_read(uuid) to splot_app;

-- To whom silence about what still waits is told, on which days, by the rules of work: for who sent it. Without rules nobody.
create function referrals.silence_days(the_referral uuid) returns table (step text, "on" date, people text[])
language sql stable security definer set search_path = '' rows 3 as $$
  with waits as (
    select r.partnership_id, r.to_institution_id, max(p.answer_by) as answer_by from referrals.referral r join referrals.point p on p.referral_id = r.id
    where r.id = the_referral and access.pair(r.scope_id, r.id) = any ((select access.my_pairs('sent'))::uuid[])
      and p.answer is null and p.withdrawn_at is null and referrals.basis_holds(r) @> clock_timestamp() group by 1, 2
  ), told as (
    select w.*, u.deputy_told_after, u.head_told_after, u.leader_told_after, p.leading_institution_id
    from waits w join partnerships.rules_of_work u on u.partnership_id = w.partnership_id and u.period @> now() join partnerships.partnership p on p.id = w.partnership_id
  ), steps (n, step, answer_by, days, people) as (
    select 1, 'deputy', t.answer_by, t.deputy_told_after, array(select d.worker_id from partnerships.membership m join partnerships.appointment d on d.membership_id = m.id and d.part = 'deputy' and d.period @> now()
      where m.partnership_id = t.partnership_id and m.institution_id = t.to_institution_id and m.period @> now()) from told t
    union all
    select 2, 'head', t.answer_by, t.head_told_after, array(select h.worker_id from institutions.headed(t.to_institution_id) h where h.valid @> now()) from told t
    union all
    select 3, 'leader', t.answer_by, t.leader_told_after, array(select h.worker_id from institutions.headed(t.leading_institution_id) h where h.valid @> now()) from told t
  )
  select s.step, splot.add_working_days(s.answer_by, s.days), array(select w.given_name || ' ' || w.family_name from institutions.worker w
    where w.id = any (s.people) and not exists (select from access.barred b where b.scope_id = the_referral and b.worker_id = w.id) order by 1)
  from steps s
  where exists (select from unnest(s.people) who where not exists (select from access.barred b where b.scope_id = the_referral and b.worker_id = who))
  order by s.n
$$;
grant execute on function referrals.silence_days(uuid) to splot_app;

-- Something was said yes to, or put on a list, and is not done.
create function referrals.is_taken_on(p referrals.point) returns boolean
language sql immutable set search_path = '' as
$$ select coalesce(p.answer in ('accepted', 'changed', 'waiting'), false) and p.ended_on is null $$;

-- What receivers said since an instant of what I sent; and what I do, or said yes to, and what was taken back or lost its consent
-- since: by whom and when, and nothing else.
create function referrals.said_to_me(since timestamptz)
returns table (id uuid, at timestamptz, step text, institution_id uuid, outside text, words text, referral_id uuid)
language sql stable security definer set search_path = '' rows 5 as $$
  select b.id, b.said_at, b.step, b.institution_id, r.outside, b.words, b.referral_id from referrals.feedback b join referrals.referral r on r.id = b.referral_id
  where b.scope_id = any ((select access.my_scopes('sent'))::uuid[]) and b.said_at > since and b.said_by is distinct from access.me()
    and access.pair(b.scope_id, b.referral_id) = any ((select access.my_pairs('sent'))::uuid[])
  union all
  select p.id, coalesce(p.withdrawn_at, r.basis_withdrawn_at), case when p.withdrawn_at is null then 'basis-withdrawn' else 'withdrawn' end,
    r.from_institution_id, null, null, r.id
  from referrals.point p join referrals.referral r on r.id = p.referral_id
  where access.me() in (p.handled_by, p.answered_by) and r.sent_by <> access.me() and referrals.is_taken_on(p)
    and coalesce(p.withdrawn_at, r.basis_withdrawn_at) > since
  order by 2 desc, 1 limit 40
$$;
grant execute on function referrals.said_to_me(timestamptz) to splot_app;

-- To which institution what I know by name was sent, and when.
create function referrals.sent_to(the_referral uuid) returns table (institution text, sent_at timestamptz)
language sql stable security definer set search_path = '' rows 1 as $$
  select coalesce(i.short_name, i.name, r.outside), r.sent_at from referrals.referral r left join institutions.institution i on i.id = r.to_institution_id
  where r.id = the_referral and access.pair(r.scope_id, r.id) = any ((select access.my_pairs('file'))::uuid[])
$$;
grant execute on function referrals.sent_to(uuid) to splot_app;
