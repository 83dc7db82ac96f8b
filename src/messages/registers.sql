-- What is urgent is asked of each to whom it is written, until an hour; from then on also of whoever else of their institution
-- reads the matter. A message to an institution outside is asked of whoever reads it there.

select asks.wants('messages.asks_to_acknowledge', $$
  select a.id as subject_id, a.scope_id, s.part, a.institution_id, s.worker_id, 'reads' as opens, a.matter_id as about_id,
    m.author_id as asked_by, m.institution_id as asker_institution_id, m.written_at as asked_at,
    (m.answer_at at time zone 'Europe/Warsaw')::date as answer_by, m.answer_at, tstzrange(s.since, null) as stands,
    case when a.answer is not null then 'answered' when t.closed_at is not null or messages.is_over(a.scope_id) then 'withdrawn' end as outcome,
    a.answer, case when a.answer is not null or t.closed_at is not null or messages.is_over(a.scope_id) then coalesce(a.answered_at, t.closed_at, now()) end as ended_at, a.answered_by as ended_by
  from messages.addressee a join messages.message m on m.id = a.message_id join messages.matter t on t.id = a.matter_id
  cross join lateral (values
    (case when a.worker_id is null then 'institution' else 'worker' end, a.worker_id, m.written_at),
    ('institution', null, case when a.worker_id is not null then m.answer_at end)) s (part, worker_id, since)
  where m.answer_at is not null and not a.outside and s.since is not null
$$);

select asks.wants('messages.asks_outside', $$
  select a.id as subject_id, a.message_id as scope_id, 'institution' as part, a.institution_id, 'letter' as opens,
    m.author_id as asked_by, m.institution_id as asker_institution_id, m.written_at as asked_at,
    coalesce((m.answer_at at time zone 'Europe/Warsaw')::date,
      asks.answer_by(m.written_at, partnerships.usual_answer_days(cases.partnership_of(a.scope_id)))) as answer_by,
    m.answer_at, tstzrange(m.written_at, null) as stands,
    case when a.answer is not null then 'answered' when t.closed_at is not null or messages.is_over(a.scope_id) then 'withdrawn' end as outcome,
    a.answer, case when a.answer is not null or t.closed_at is not null or messages.is_over(a.scope_id) then coalesce(a.answered_at, t.closed_at, now()) end as ended_at, a.answered_by as ended_by
  from messages.addressee a join messages.message m on m.id = a.message_id join messages.matter t on t.id = a.matter_id where a.outside
$$);

insert into asks.kind (code, follows, asker_may_answer, awaited_by_asker, silence_told, open_to, covered) values
  ('urgent-message', 'messages.asks_to_acknowledge', false, true, true, 'messages.is_open_to', true),
  ('letter', 'messages.asks_outside', false, true, true, null, false);

select asks.changes_with(kind, 'messages.addressee') from unnest(array['urgent-message', 'letter']) kind;
select asks.changes_with(kind, 'messages.matter', 'select a.id from messages.addressee a join changed c on c.id = a.matter_id')
  from unnest(array['urgent-message', 'letter']) kind;
select asks.changes_with(kind, 'cases.opening', 'select a.id from messages.addressee a join changed c on c.case_id = a.scope_id')
  from unnest(array['urgent-message', 'letter']) kind;

select asks.changes_with(kind, 'cases."case"', 'select a.id from messages.addressee a join changed c on c.id = a.scope_id')
  from unnest(array['urgent-message', 'letter']) kind;

select asks.bring_along(kind) from unnest(array['urgent-message', 'letter']) kind;

-- What may become of a message here; later slices add theirs.
insert into messages.outcome_kind (code, told_by) values ('task', 'messages.told_of_task'), ('topic', 'messages.told_of_topic');

create function messages.told_of_task(task uuid) returns jsonb language sql stable set search_path = '' as $$
  select jsonb_build_object('words', t.what, 'who', coalesce(w.given_name || ' ' || w.family_name, i.short_name, i.name), 'due', t.due, 'over', t.ended_at is not null)
  from worklist.task t join institutions.institution i on i.id = t.institution_id left join institutions.worker w on w.id = t.worker_id where t.id = task
$$;
create function messages.told_of_topic(topic uuid) returns jsonb language sql stable set search_path = '' as $$
  select jsonb_build_object('words', t.what, 'due', ((m ->> 'startsAt')::timestamptz at time zone 'Europe/Warsaw')::date, 'over', m is not null)
  from worklist.topic t cross join worklist.meeting_of(t.id) m where t.id = topic and t.taken_back_at is null and not worklist.left_room_for(t.id)
$$;
grant execute on function messages.told_of_task(uuid), messages.told_of_topic(uuid) to splot_app;

-- What is begun about a matter is about its place.
insert into drafts.source (kind, thing, place) values
  ('matter', 'messages.matter', 'scope_id'), ('message', 'messages.message', 'scope_id'), ('conversations', 'access.scope', 'id');
