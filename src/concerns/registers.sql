-- A concern waits for whoever takes in at the institution that it was addressed to; a danger for all who hear of it, where it
-- was told.

select asks.wants('concerns.asks_to_answer', $$
  select k.id as subject_id, k.partnership_id as scope_id,
    case when k.urgency = 'immediate' then 'danger' when asks.is_kept(k.id) then 'hearing' else 'intake' end as part,
    at.institution_id, k.reporter_id as asked_by, k.reporter_institution_id as asker_institution_id,
    at.since as asked_at, asks.answer_by(k.sent_at, u.answer_working_days) as answer_by, tstzrange(at.since, null) as stands,
    case when k.state = 'passed_on' then 'handed_on' when k.state <> 'new' then 'answered' end as outcome,
    case when k.state <> 'new' then k.state end as answer, k.answered_at as ended_at, k.answered_by as ended_by, k.passed_on_as as handed_on_as
  from concerns.concern k join concerns.concern_urgency u on u.code = k.urgency
  cross join lateral (
    select k.addressed_to, k.sent_at
    union all
    select s.institution_id, s.began from concerns.step s where s.concern_id = k.id and s.institution_id <> k.addressed_to and not k.violence) at (institution_id, since)
$$);

insert into asks.part (code, seats, urgent, answered_as) values
  ('intake', 'concerns.seat_of_intake', false, null), ('hearing', 'concerns.seat_of_hearing', false, 'intake'),
  ('danger', 'concerns.seat_of_hearing', true, 'intake');
create function concerns.words_of_concern(concern uuid) returns text language sql stable set search_path = '' as
$$ select c.who from concerns.concern c where c.id = concern $$;

insert into asks.kind (code, follows, words, awaited_by_asker, silence_told) values
  ('concern', 'concerns.asks_to_answer', 'concerns.words_of_concern', true, true);

select asks.changes_with('concern', 'concerns.concern');
select asks.changes_with('concern', 'concerns.step', 'select concern_id from changed');
select asks.changes_with('concern', fact, 'select subject_id from changed') from unnest(array['asks.kept_from', 'asks.kept_with']::regclass[]) fact;

select asks.bring_along('concern');
-- Before dangers were told apart they waited with intake alone.
select asks.follow('concern', array(select k.id from concerns.concern k where k.state = 'new' and k.urgency = 'immediate'));

-- What is begun about a concern is about it as long as it waits for me.
create function concerns.waits_for_me(concern uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from concerns.concern c where c.id = waits_for_me.concern and c.state = 'new' and c.id in (select concerns.i_hear()))
$$;
insert into drafts.source (kind, thing, place, held) values ('concern', 'concerns.concern', 'id', 'concerns.waits_for_me');
