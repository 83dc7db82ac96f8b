-- A locked entry is asked for of the institution that keeps it: of its people on the team. Whoever asks never learns who
-- saw, held or answered it.

select asks.wants('timeline.asks_to_open', $$
  select r.id as subject_id, r.scope_id, 'institution' as part, r.institution_id, 'own' as opens, r.institution_id as about_id,
    r.asked_by, b.institution_id as asker_institution_id, r.asked_at,
    asks.answer_by(r.asked_at, partnerships.usual_answer_days(c.partnership_id)) as answer_by, tstzrange(r.asked_at, null) as stands,
    case when r.answer is not null then 'answered' end as outcome, r.answer, r.answered_at as ended_at, r.answered_by as ended_by
  from timeline.entry_request r join cases."case" c on c.id = r.scope_id join institutions.worker b on b.id = r.asked_by
$$);

create function timeline.words_of_request(request uuid) returns text language sql stable set search_path = '' as
$$ select r.why from timeline.entry_request r where r.id = request $$;

-- A request has ended while nobody is there to answer it (see timeline.locked_entries).
create function timeline.answerable(requests uuid[]) returns uuid[] language sql stable set search_path = '' as $$
  select array(select r.id from timeline.entry_request r
    where r.id = any (requests) and timeline.somebody_to_ask(r.scope_id, r.institution_id))
$$;

insert into asks.kind (code, follows, words, awaited_classes, awaited_seen, answerer_told, silence_told) values
  ('entry', 'timeline.asks_to_open', 'timeline.words_of_request', '{coordinate}', 'timeline.answerable', false, true);

select asks.changes_with('entry', 'timeline.entry_request');

select asks.bring_along('entry');

-- About which family a form is.
insert into drafts.source (kind, thing, place) values ('entry-request', 'timeline.entry_request', 'scope_id');
