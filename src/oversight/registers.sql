-- What the officers' work asks of a head: to know that a record was opened, and to name an officer where one lacks.

-- Of a record that concerns the head's own deeds the head is told later; until then it waits unseen.
create function oversight.asks_to_know() returns setof asks.wanted language sql stable begin atomic
  select r.id, r.scope_id, 'head', r.institution_id, null::uuid, null::text, null::uuid, r.worker_id, null::uuid, lower(r.valid),
    asks.answer_by(lower(r.valid), partnerships.answer_days_otherwise()), tstzrange(r.head_told_from, null),
    case when r.seen_at is not null then 'answered' end, case when r.seen_at is not null then 'seen' end, r.seen_at, r.seen_by, null::uuid
  from oversight.record r;
end;

create function oversight.purpose_of(record uuid) returns text language sql stable set search_path = '' as
$$ select r.purpose from oversight.record r where r.id = record $$;

-- An officer's part that ended because they also worked with families, until another is named, for two months at most.
create function oversight.asks_for_officer() returns setof asks.wanted language sql stable begin atomic
  select d.id, null::uuid, 'head_in_person', d.institution_id, null::uuid, null::text, null::uuid, null::uuid, null::uuid, upper(d.period),
    asks.answer_by(upper(d.period), partnerships.answer_days_otherwise()), tstzrange(upper(d.period), upper(d.period) + interval '60 days'),
    case when o.since is not null then 'answered' end, case when o.since is not null then 'named' end, o.since, null::uuid, null::uuid
  from institutions.delegation d
  left join lateral (select min(lower(n.period)) as since from institutions.delegation n
    where n.institution_id = d.institution_id and n.part = d.part and n.id <> d.id and not isempty(n.period) and upper(n.period) is null) o on true
  where d.ended_because = 'works_with_families';
end;

create function oversight.part_of(delegation uuid) returns text language sql stable set search_path = '' as
$$ select d.part from institutions.delegation d where d.id = delegation $$;

insert into asks.kind (code, follows, words, asker_may_answer) values
  ('record', 'oversight.asks_to_know', 'oversight.purpose_of', false),
  ('officer', 'oversight.asks_for_officer', 'oversight.part_of', true);

select asks.changes_with('record', 'oversight.record');
select asks.changes_with('officer', 'institutions.delegation', 'select d.id from institutions.delegation d join changed c using (institution_id, part) where d.ended_because is not null');

select asks.bring_along(kind) from unnest(array['record', 'officer']) kind;
