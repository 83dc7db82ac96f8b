-- Each point is asked of an institution: whoever may read what is asked answers. Sent back, it waits with who sent it.

select asks.wants('referrals.asks_to_answer', $$
  select p.id as subject_id, p.scope_id, 'institution' as part, r.to_institution_id as institution_id, 'request' as opens, r.id as about_id,
    r.sent_by as asked_by, r.from_institution_id as asker_institution_id, p.asked_at, p.answer_by,
    tstzrange(p.asked_at, greatest(p.asked_at, least(splot.end_of_day(r.basis_until), r.basis_withdrawn_at))) as stands,
    case when p.answer is not null then 'answered' when p.withdrawn_at is not null then 'withdrawn' end as outcome,
    p.answer, coalesce(p.answered_at, p.withdrawn_at) as ended_at, p.answered_by as ended_by
  from referrals.point p join referrals.referral r on r.id = p.referral_id
$$);

select asks.wants('referrals.asks_to_complete', $$
  select p.id as subject_id, p.scope_id, 'institution' as part, r.from_institution_id as institution_id, 'sent' as opens, r.id as about_id,
    r.to_institution_id as asker_institution_id, p.returned_at as asked_at, asks.answer_by(p.returned_at, partnerships.usual_answer_days(r.partnership_id)) as answer_by,
    tstzrange(p.returned_at, greatest(p.returned_at, least(splot.end_of_day(r.basis_until), r.basis_withdrawn_at))) as stands,
    case when p.answer is distinct from 'returned' then 'answered' when p.withdrawn_at is not null then 'withdrawn' end as outcome,
    case when p.answer is distinct from 'returned' then 'completed' end as answer,
    case when p.answer is distinct from 'returned' then p.asked_at else p.withdrawn_at end as ended_at
  from referrals.point p join referrals.referral r on r.id = p.referral_id where p.returned_at is not null
$$);

create function referrals.words_of_point(point uuid) returns text language sql stable set search_path = '' as
$$ select p.what from referrals.point p where p.id = point $$;

create function referrals.reminder_of_point(point uuid) returns jsonb language sql stable set search_path = '' as $$
  select jsonb_build_object('verb', 'referral.reminded', 'class', 'file', 'aboutId', p.referral_id, 'values', jsonb_build_object('what', p.what))
  from referrals.point p where p.id = point
$$;

insert into asks.kind (code, follows, words, reminder, awaited_class, asker_named, silence_told) values
  ('referral', 'referrals.asks_to_answer', 'referrals.words_of_point', 'referrals.reminder_of_point', 'sent', true, true),
  ('completion', 'referrals.asks_to_complete', 'referrals.words_of_point', null, null, false, false);

select asks.changes_with(kind, 'referrals.point') from unnest(array['referral', 'completion']) kind;
select asks.changes_with(kind, 'referrals.referral', 'select p.id from referrals.point p join changed c on c.id = p.referral_id')
  from unnest(array['referral', 'completion']) kind;

select asks.bring_along(kind) from unnest(array['referral', 'completion']) kind;

-- What is begun about a referral is about its place.
insert into drafts.source (kind, thing, place) values
  ('referral', 'referrals.referral', 'scope_id'), ('point', 'referrals.point', 'scope_id');
