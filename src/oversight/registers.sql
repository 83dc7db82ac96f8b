-- What the officers' work asks of a head: to know that a record was opened, and to name an officer where one lacks.

-- Of a record that concerns the head's own deeds the head is told later; until then it waits unseen.
select asks.wants('oversight.asks_to_know', $$
  select r.id as subject_id, r.scope_id, 'head' as part, r.institution_id, r.worker_id as asked_by, lower(r.valid) as asked_at,
    asks.answer_by(lower(r.valid), partnerships.answer_days_otherwise()) as answer_by, tstzrange(r.head_told_from, null) as stands,
    case when r.seen_at is not null then 'answered' end as outcome, case when r.seen_at is not null then 'seen' end as answer,
    r.seen_at as ended_at, r.seen_by as ended_by
  from oversight.record r
$$);

create function oversight.purpose_of(record uuid) returns text language sql stable set search_path = '' as
$$ select r.purpose from oversight.record r where r.id = record $$;

-- An officer's part that ended because they also worked with families, until another is named, for two months at most.
select asks.wants('oversight.asks_for_officer', $$
  select d.id as subject_id, 'head_in_person' as part, d.institution_id, upper(d.period) as asked_at,
    asks.answer_by(upper(d.period), partnerships.answer_days_otherwise()) as answer_by,
    tstzrange(upper(d.period), upper(d.period) + interval '60 days') as stands,
    case when o.since is not null then 'answered' end as outcome, case when o.since is not null then 'named' end as answer, o.since as ended_at
  from institutions.delegation d
  left join lateral (select min(lower(n.period)) as since from institutions.delegation n
    where n.institution_id = d.institution_id and n.part = d.part and n.id <> d.id and not isempty(n.period) and upper(n.period) is null) o on true
  where d.ended_because = 'works_with_families'
$$);

create function oversight.part_of(delegation uuid) returns text language sql stable set search_path = '' as
$$ select d.part from institutions.delegation d where d.id = delegation $$;

insert into asks.kind (code, follows, words, asker_may_answer) values
  ('record', 'oversight.asks_to_know', 'oversight.purpose_of', false),
  ('officer', 'oversight.asks_for_officer', 'oversight.part_of', true);

select asks.changes_with('record', 'oversight.record');
select asks.changes_with('officer', 'institutions.delegation', 'select d.id from institutions.delegation d join changed c using (institution_id, part) where d.ended_because is not null');

select asks.bring_along(kind) from unnest(array['record', 'officer']) kind;
