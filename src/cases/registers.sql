-- What people are asked for in a case: to join its team, to take it over, to find it a coordinator.

select asks.wants('cases.asks_to_join', $$
  select t.id as subject_id, t.case_id as scope_id, 'worker' as part, t.institution_id, t.worker_id, 'pointer' as opens,
    t.invited_by as asked_by, b.institution_id as asker_institution_id, t.invited_at as asked_at,
    asks.answer_by(t.invited_at, partnerships.usual_answer_days(c.partnership_id)) as answer_by, tstzrange(t.invited_at, null) as stands,
    case when t.answer = 'withdrawn' then case when t.handed_on_as is null then 'withdrawn' else 'handed_on' end
      when t.answer is not null then 'answered' end as outcome,
    t.answer, t.answered_at as ended_at, case when t.answer in ('accepted', 'declined') then t.worker_id end as ended_by, t.handed_on_as
  from cases.team_member t join cases."case" c on c.id = t.case_id join institutions.worker b on b.id = t.invited_by
  -- Who takes up a concern is on the team at once, unasked.
  where t.invited_by <> t.worker_id or t.answered_at is distinct from t.invited_at
$$);

create function cases.words_of_invitation(member uuid) returns text language sql stable set search_path = '' as
$$ select coalesce(nullif(t.asked, ''), nullif(t.part, '')) from cases.team_member t where t.id = member $$;

create function cases.reminder_of_invitation(member uuid) returns jsonb language sql stable set search_path = '' as $$
  select jsonb_build_object('verb', 'team.reminded', 'class', 'team',
    'values', jsonb_build_object('name', w.given_name || ' ' || w.family_name, 'institution', i.name))
  from cases.team_member t join institutions.worker w on w.id = t.worker_id join institutions.institution i on i.id = t.institution_id where t.id = member
$$;

select asks.wants('cases.asks_to_take_over', $$
  select h.id as subject_id, h.case_id as scope_id, 'head' as part, h.to_institution_id as institution_id, 'offered' as opens,
    h.offered_by as asked_by, b.institution_id as asker_institution_id, h.offered_at as asked_at,
    asks.answer_by(h.offered_at, partnerships.answer_days_otherwise()) as answer_by, tstzrange(h.offered_at, null) as stands,
    case when h.answer = 'withdrawn' then 'withdrawn' when h.answer is not null then 'answered' end as outcome,
    h.answer, h.answered_at as ended_at, h.answered_by as ended_by
  from cases.handover h join institutions.worker b on b.id = h.offered_by
$$);

create function cases.words_of_handover(handover uuid) returns text language sql stable set search_path = '' as
$$ select h.reason from cases.handover h where h.id = handover $$;

-- A case that nobody coordinates, from the instant at which somebody ceased to, or it was opened: asked of the head of the
-- leading institution, by nobody. Answered when somebody is appointed.
select asks.wants('cases.asks_for_coordinator', $$
  select o.case_id as subject_id, o.case_id as scope_id, 'head_there' as part, l.institution_id, 'head' as opens, missing.since as asked_at,
    asks.answer_by(missing.since,
      case when missing.since = lower(o.period) then coalesce(c.coordinator_within, partnerships.usual_answer_days(c.partnership_id))
        else partnerships.usual_answer_days(c.partnership_id) end) as answer_by, tstzrange(missing.since, null) as stands,
    case when k.id is not null then 'answered' end as outcome, case when k.id is not null then 'appointed' end as answer,
    lower(k.period) as ended_at, k.appointed_by as ended_by
  from cases.opening o join cases."case" c on c.id = o.case_id and upper_inf(o.period)
  join cases.lead l on l.case_id = c.id and upper_inf(l.period)
  left join cases.coordinator k on k.case_id = c.id and upper_inf(k.period)
  cross join lateral (select greatest(lower(o.period), (select max(upper(e.period)) from cases.coordinator e
    where e.case_id = c.id and not isempty(e.period) and e.id is distinct from k.id)) as since) missing
  where k.id is null or lower(k.period) > missing.since
$$);

-- The same, of the head of the institution that leads the partnership: where nobody may do it where the case is led.
select asks.wants('cases.asks_for_coordinator_elsewhere', $$
  select w.subject_id, w.scope_id, 'head' as part, p.leading_institution_id as institution_id, 'appoint' as opens, w.asked_at, w.answer_by, w.stands,
    w.outcome, w.answer, w.ended_at, w.ended_by
  from cases.asks_for_coordinator() w join cases."case" c on c.id = w.scope_id
  join partnerships.partnership p on p.id = c.partnership_id and p.leading_institution_id <> w.institution_id
$$);

-- Who proposed themselves coordinates already; the head is asked to agree, or appoints another.
select asks.wants('cases.asks_to_agree', $$
  select k.id as subject_id, k.case_id as scope_id, 'head_there' as part, l.institution_id, 'head' as opens, k.worker_id as asked_by,
    w.institution_id as asker_institution_id, lower(k.period) as asked_at,
    asks.answer_by(lower(k.period), partnerships.usual_answer_days(c.partnership_id)) as answer_by, tstzrange(lower(k.period), null) as stands,
    case when k.confirmed_at is not null then 'answered' when not upper_inf(k.period) then 'withdrawn' end as outcome,
    case when k.confirmed_at is not null then 'confirmed' end as answer, coalesce(k.confirmed_at, upper(k.period)) as ended_at, k.confirmed_by as ended_by
  from cases.coordinator k join cases."case" c on c.id = k.case_id join institutions.worker w on w.id = k.worker_id
  join cases.lead l on l.case_id = k.case_id and upper_inf(l.period)
  where k.proposed and not isempty(k.period) and k.confirmed_by is distinct from k.worker_id
$$);

insert into asks.kind (code, follows, words, reminder, asker_named, asker_may_answer, awaited_classes, silence_told) values
  ('invitation', 'cases.asks_to_join', 'cases.words_of_invitation', 'cases.reminder_of_invitation', true, true, '{coordinate}', true),
  ('handover', 'cases.asks_to_take_over', 'cases.words_of_handover', null, false, true, '{head}', true),
  ('coordinator', 'cases.asks_for_coordinator', null, null, false, true, null, false),
  ('coordinator-elsewhere', 'cases.asks_for_coordinator_elsewhere', null, null, false, true, null, false),
  ('proposal', 'cases.asks_to_agree', null, null, true, false, null, true);

select asks.changes_with('invitation', 'cases.team_member');
select asks.changes_with('handover', 'cases.handover');
select asks.changes_with('proposal', 'cases.coordinator');
select asks.changes_with('proposal', 'cases.lead', 'select k.id from cases.coordinator k join changed c on c.case_id = k.case_id where k.proposed');
select asks.changes_with(kind, fact, 'select case_id from changed')
from unnest(array['coordinator', 'coordinator-elsewhere']) kind, unnest(array['cases.opening', 'cases.lead', 'cases.coordinator']::regclass[]) fact;
select asks.changes_with('coordinator-elsewhere', 'partnerships.partnership', 'select c.id from cases."case" c join changed p on p.id = c.partnership_id
  where c.closed_at is null and not exists (select from cases.coordinator k where k.case_id = c.id and upper_inf(k.period))');

select asks.bring_along(kind) from unnest(array['invitation', 'handover', 'coordinator', 'coordinator-elsewhere', 'proposal']) kind;

-- About which families a form is.
insert into drafts.source (kind, thing, place) values
  ('case', 'access.scope', 'id'), ('household', 'access.scope', 'id'), ('invitation', 'cases.team_member', 'case_id'),
  ('entry', 'journal.entry', 'scope_id'), ('response', 'questionnaires.response', 'scope_id');
insert into drafts.source (kind, thing, place, key) values ('person', 'households.member', 'household_id', 'person_id');
