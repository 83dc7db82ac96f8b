-- Who reads a referral. Who sent it, while they work there, then the head of that institution: all of it. The receiver: whoever
-- answers for it (while nobody of those may, its head) what is asked, until that is answered; from when something is taken on
-- they, and who handles it, also who it is, until two weeks after the last of it is done; both only while the basis holds and both
-- institutions are full members. Its head, once silence was told to them by the rules of work, of the points that were silent what is
-- still asked, and what they took on themselves; nothing of the other points. What the receiver wrote itself stays its own. Of a letter to somebody outside there is none. Of a referral within a case this is said by the slice that
-- makes it.
insert into access.scope_rule (kind, rule, hold) values ('referral', 'referrals.grants_of', 'referrals.hold_facts');
insert into access.reads values
  ('referrals.grants_of', 'referrals.referral', null),
  ('referrals.grants_of', 'referrals.point', null),
  ('referrals.grants_of', 'institutions.worker', 'referrals.of_workers'),
  ('referrals.grants_of', 'institutions.head', 'referrals.of_heads'),
  ('referrals.grants_of', 'institutions.delegation', 'referrals.of_stand_ins'),
  ('referrals.grants_of', 'partnerships.answering', 'referrals.of_memberships'),
  ('referrals.grants_of', 'asks.told_to', 'referrals.of_told');

select access.fact('referrals.referral', 'scope_id', 'basis_until', 'basis_withdrawn_at');
select access.fact('referrals.point', 'scope_id', 'answer', 'answered_at', 'handled_by', 'ends', 'ended_on', 'withdrawn_at');

-- Since when the receiver works on a point, until it is withdrawn, or two weeks after it was done, or was to be.
create function referrals.under_way(p referrals.point) returns tstzrange
language sql stable set search_path = '' as $$
  select case when p.answer in ('accepted', 'changed', 'waiting') then tstzrange(p.answered_at,
    case when coalesce(p.withdrawn_at, splot.end_of_day(coalesce(p.ended_on, p.ends))) is not null
      then greatest(p.answered_at, least(p.withdrawn_at, splot.end_of_day(coalesce(p.ended_on, p.ends) + 14))) end) end
$$;

-- Since when a point waits for the receiver, until it is answered or withdrawn; sent back, it is read on.
create function referrals.is_asked(p referrals.point, since timestamptz) returns tstzrange
language sql immutable set search_path = '' as
$$ select tstzrange(since, least(p.withdrawn_at, case when p.answer <> 'returned' then p.answered_at end)) $$;

-- Whom silence about points of a referral was told as the head of who is asked, from then on, while they head it.
create function referrals.heads_told(the_referral uuid, asked_institution uuid) returns table (worker_id uuid, point_id uuid, valid tstzmultirange)
language sql stable set search_path = '' rows 1 as $$
  select h.worker_id, p.id, h.valid * tstzmultirange(tstzrange(min(t.at), null))
  from referrals.point p join asks.ask a on a.kind = 'referral' and a.subject_id = p.id join asks.told_to t on t.ask_id = a.id and t.step = 2
  join institutions.headed(asked_institution) h on h.worker_id = t.worker_id
  where p.referral_id = the_referral group by h.worker_id, p.id, h.valid
$$;

create function referrals.grants_of(asked uuid[])
returns table (scope_id uuid, worker_id uuid, about_id uuid, classes text[], valid tstzmultirange, because jsonb)
language sql stable set search_path = '' set plan_cache_mode = force_generic_plan as $$
  with here as materialized (
    select r.id, r.scope_id, r.partnership_id, r.from_institution_id, r.to_institution_id, r.sent_by, r.sent_at, tstzmultirange(referrals.basis_holds(r)) as basis
    from referrals.referral r where r.scope_id = any (asked) and r.scope_id = r.id
  ), receiver as materialized (
    select h.*, a.since, (a.valid + a.taken_on) * h.basis * m.valid as request, a.taken_on * h.basis * m.valid as file, m.valid as members
    from here h
    cross join lateral (
      select coalesce(range_agg(referrals.is_asked(p, h.sent_at)), '{}') as valid, coalesce(range_agg(referrals.under_way(p)), '{}') as taken_on,
        min(p.answered_at) filter (where p.answer in ('accepted', 'changed', 'waiting')) as since
      from referrals.point p where p.referral_id = h.id) a
    cross join lateral (select partnerships.membership_valid(h.partnership_id, h.from_institution_id)
      * partnerships.membership_valid(h.partnership_id, h.to_institution_id) as valid) m
    where h.to_institution_id is not null
  ), institution as materialized (
    select p.partnership_id, p.to_institution_id, a.*, h.*
    from (select distinct partnership_id, to_institution_id from receiver) p
    cross join lateral (select array_agg(worker_id) as answerers, array_agg(valid) as answering from partnerships.answers_for(p.partnership_id, p.to_institution_id)) a
    cross join lateral (select array_agg(worker_id) as heads, array_agg(valid) as heading from institutions.headed(p.to_institution_id)) h
  ), received as materialized (
    select * from receiver join institution using (partnership_id, to_institution_id)
  )
  select r.scope_id, w.worker_id, what.about, what.classes, w.valid * what.valid, jsonb_build_object('reason', 'referral-' || w.reason)
  from received r
  cross join lateral (
    select a.worker_id, a.valid, 'answers' from unnest(r.answerers, r.answering) a (worker_id, valid)
    union all
    select h.worker_id, h.valid - coalesce((
        select range_agg(a.valid - coalesce(b.valid, '{}'))
        from unnest(r.answerers, r.answering) a (worker_id, valid) left join access.barred b on b.scope_id = r.scope_id and b.worker_id = a.worker_id), '{}'), 'head'
    from unnest(r.heads, r.heading) h (worker_id, valid)) w (worker_id, valid, reason)
  cross join lateral (values
    (r.id, array['pointer', 'request'], r.request),
    (r.id, array['file'], r.file),
    (r.to_institution_id, array['own'], tstzmultirange(tstzrange(r.since, null)) * r.members)) what (about, classes, valid)
  where what.about <> r.to_institution_id or r.since is not null
  union all
  -- Who handles a point reads it as long as that is under way.
  select r.scope_id, w.id, r.id, array['pointer', 'request', 'file'],
    tstzmultirange(w.period * referrals.under_way(p)) * r.file,
    '{"reason": "referral-handled"}'
  from receiver r join referrals.point p on p.referral_id = r.id join institutions.worker w on w.id = p.handled_by
  union all
  -- By `pointer` alone they read the referral and none of its points.
  select r.scope_id, t.worker_id, what.about, what.classes, t.valid * r.basis * r.members * what.valid, '{"reason": "referral-silence"}'
  from receiver r cross join lateral referrals.heads_told(r.id, r.to_institution_id) t join referrals.point p on p.id = t.point_id
  cross join lateral (values (
    tstzmultirange(referrals.is_asked(p, r.sent_at)), case when p.answered_by = t.worker_id then tstzmultirange(referrals.under_way(p)) else '{}' end)) of (asked, taken_on)
  cross join lateral (values
    (r.id, array['pointer'], of.asked + of.taken_on),
    (p.id, array['request'], of.asked + of.taken_on),
    (r.id, array['file'], of.taken_on)) what (about, classes, valid)
  union all
  select h.scope_id, s.worker_id, h.id, array['pointer', 'request', 'file', 'sent'], s.valid * tstzmultirange(tstzrange(h.sent_at, null)), '{"reason": "referral-sent"}'
  from here h join institutions.worker w on w.id = h.sent_by
  cross join lateral (
    select w.id, tstzmultirange(w.period)
    union all
    select d.worker_id, d.valid * tstzmultirange(tstzrange(upper(w.period), null)) from institutions.headed(h.from_institution_id) d
    where not upper_inf(w.period)) s (worker_id, valid)
$$;

create function referrals.hold_facts(scopes uuid[]) returns void
language sql security definer set search_path = '' set plan_cache_mode = force_generic_plan as $$
  select from institutions.institution o where o.id in (
    select i from referrals.referral r, unnest(array[r.from_institution_id, r.to_institution_id]) i where r.scope_id = any (scopes))
  order by o.id for share
$$;

-- Whose referrals a change touches: of the worker who sent or handles one, or heads one of both institutions.
create function referrals.between(institutions uuid[]) returns uuid[]
language sql stable set search_path = '' as $$
  select array_agg(distinct r.scope_id) from (
    select f.scope_id from referrals.referral f where f.from_institution_id = any (institutions) and f.scope_id = f.id
    union all select t.scope_id from referrals.referral t where t.to_institution_id = any (institutions) and t.scope_id = t.id) r
$$;

create function referrals.of_workers(workers uuid[]) returns uuid[]
language sql stable set search_path = '' as $$
  select array_agg(distinct r.scope_id) from (
    select s.scope_id from referrals.referral s where s.sent_by = any (workers) and s.scope_id = s.id
    union all select p.scope_id from referrals.point p where p.handled_by = any (workers) and p.scope_id = p.referral_id
    union all select unnest(referrals.between(array(
      select h.institution_id from institutions.head h where h.worker_id = any (workers)
      union select d.institution_id from institutions.delegation d where d.worker_id = any (workers) and d.part = 'stand_in')))) r
$$;

create function referrals.of_heads(heads uuid[]) returns uuid[]
language sql stable set search_path = '' as $$
  select referrals.between(array(select h.institution_id from institutions.head h where h.id = any (heads)))
$$;

create function referrals.of_stand_ins(delegations uuid[]) returns uuid[]
language sql stable set search_path = '' as $$
  select referrals.between(array(select d.institution_id from institutions.delegation d where d.id = any (delegations) and d.part = 'stand_in'))
$$;

create function referrals.of_memberships(memberships uuid[]) returns uuid[]
language sql stable set search_path = '' as $$
  select array_agg(distinct r.scope_id) from partnerships.membership m
  join referrals.referral r on r.partnership_id = m.partnership_id and m.institution_id in (r.from_institution_id, r.to_institution_id)
    and r.scope_id = r.id
  where m.id = any (memberships)
$$;

create function referrals.of_told(asks_told uuid[]) returns uuid[]
language sql stable set search_path = '' as $$
  select array_agg(distinct p.scope_id) from asks.ask a join referrals.point p on p.id = a.subject_id and p.scope_id = p.referral_id
  where a.kind = 'referral' and a.id = any (asks_told) and exists (select from asks.told_to t where t.ask_id = a.id and t.step = 2)
$$;
