-- Each point is asked of an institution: whoever may read what is asked answers. Sent back, it waits with who sent it.

select asks.wants('referrals.asks_to_answer', $$
  select p.id as subject_id, p.scope_id, 'institution' as part, r.to_institution_id as institution_id, 'request' as opens, r.id as about_id,
    r.sent_by as asked_by, r.from_institution_id as asker_institution_id, p.asked_at, p.answer_by,
    referrals.asks_while(r, p.asked_at) as stands,
    case when p.answer is not null then 'answered' when p.withdrawn_at is not null then 'withdrawn' end as outcome,
    p.answer, coalesce(p.answered_at, p.withdrawn_at) as ended_at, p.answered_by as ended_by
  from referrals.point p join referrals.referral r on r.id = p.referral_id
  -- Accepted as it was put in: nobody was asked. Who is not in Splot is asked by a letter.
  where p.answered_at is distinct from p.asked_at and r.to_institution_id is not null
$$);

select asks.wants('referrals.asks_to_complete', $$
  select p.id as subject_id, p.scope_id, 'institution' as part, r.from_institution_id as institution_id, 'sent' as opens, r.id as about_id,
    r.to_institution_id as asker_institution_id, p.returned_at as asked_at, asks.answer_by(p.returned_at, partnerships.usual_answer_days(r.partnership_id)) as answer_by,
    referrals.asks_while(r, p.returned_at) as stands,
    case when p.answer is distinct from 'returned' then 'answered' when p.withdrawn_at is not null then 'withdrawn' end as outcome,
    case when p.answer is distinct from 'returned' then 'completed' end as answer,
    case when p.answer is distinct from 'returned' then p.asked_at else p.withdrawn_at end as ended_at
  from referrals.point p join referrals.referral r on r.id = p.referral_id where p.returned_at is not null and r.scope_id = r.id and r.to_institution_id is not null
$$);

-- What is asked, in a word: a kind of service, or as it was written.
create function referrals.words_of_point(point uuid) returns text language sql stable set search_path = '' as
$$ select coalesce(p.what, p.service_kind) from referrals.point p where p.id = point $$;

create function referrals.reminder_of_point(point uuid) returns jsonb language sql stable set search_path = '' as $$
  select coalesce(t.told - '{thing,what}'::text[] || jsonb_build_object('verb', t.told ->> 'thing' || '.reminded', 'values', jsonb_build_object('what', t.told ->> 'what')),
    jsonb_build_object('verb', 'referral.reminded', 'class', 'file', 'aboutId', p.referral_id, 'values', jsonb_build_object('what', p.what)))
  from referrals.point p cross join lateral referrals.told_in_case(p.id) t (told) where p.id = point
$$;

-- Who sent it waits for the answer, within a case who coordinates it (`referrals.points_i_see` is made by the slice that knows cases).
insert into asks.kind (code, follows, words, reminder, awaited_classes, awaited_seen, asker_named, silence_told) values
  ('referral', 'referrals.asks_to_answer', 'referrals.words_of_point', 'referrals.reminder_of_point', '{sent,coordinate}', 'referrals.points_i_see', true, true),
  ('completion', 'referrals.asks_to_complete', 'referrals.words_of_point', null, null, null, false, true);

select asks.changes_with(kind, 'referrals.point') from unnest(array['referral', 'completion']) kind;
select asks.changes_with(kind, 'referrals.referral', 'select p.id from referrals.point p join changed c on c.id = p.referral_id')
  from unnest(array['referral', 'completion']) kind;

select asks.bring_along(kind) from unnest(array['referral', 'completion']) kind;

-- What is begun about a referral is about its place.
insert into drafts.source (kind, thing, place) values
  ('referral', 'referrals.referral', 'scope_id'), ('point', 'referrals.point', 'scope_id');

-- Whoever a letter went to may answer as a guest.
insert into guests.kind values ('referral', 'referrals.guest_until');
select asks.changes_with('guest-address', 'referrals.referral', 'select g.id from guests.guest g join changed c on c.id = g.subject_id');
select asks.changes_with('guest-address', 'referrals.point', 'select g.id from guests.guest g join changed c on c.referral_id = g.subject_id');
