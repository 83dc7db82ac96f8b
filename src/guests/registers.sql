-- An address is confirmed by a second person, who is asked for that by name.
select asks.wants('guests.asks_to_confirm', $$
  select g.id as subject_id, g.scope_id, 'worker' as part, g.confirmer_institution_id as institution_id, g.confirmer_id as worker_id, g.opens,
    g.invited_by as asked_by, g.institution_id as asker_institution_id, g.invited_at as asked_at, g.answer_by, tstzrange(g.invited_at, null) as stands,
    case when coalesce(g.confirmed_at, g.refused_at) is not null then 'answered' when g.ended_at is not null then 'withdrawn' end as outcome,
    case when g.confirmed_at is not null then 'right' when g.refused_at is not null then 'wrong' end as answer,
    coalesce(g.confirmed_at, g.refused_at, g.ended_at) as ended_at
  from guests.guest g
$$);

create function guests.name_of(guest uuid) returns text language sql stable set search_path = '' as
$$ select g.name from guests.guest g where g.id = guest $$;

insert into asks.kind (code, follows, words, asker_named, awaited_by_asker) values ('guest-address', 'guests.asks_to_confirm', 'guests.name_of', true, true);
select asks.changes_with('guest-address', 'guests.guest');
select asks.bring_along('guest-address');

insert into drafts.source (kind, thing, place) values ('guest', 'guests.guest', 'scope_id');
