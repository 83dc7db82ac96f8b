-- An address is confirmed by a second person, who is asked for that by name.
select asks.wants('guests.asks_to_confirm', $$
  select g.id as subject_id, g.scope_id, 'worker' as part, g.confirmer_institution_id as institution_id, g.confirmer_id as worker_id, g.opens,
    g.invited_by as asked_by, g.institution_id as asker_institution_id, g.invited_at as asked_at, g.answer_by, tstzrange(g.invited_at, greatest(g.invited_at, u.until)) as stands,
    case when coalesce(g.confirmed_at, g.refused_at) is not null then 'answered' when u.until is null then 'withdrawn' end as outcome,
    case when g.confirmed_at is not null then 'right' when g.refused_at is not null then 'wrong' end as answer,
    coalesce(g.confirmed_at, g.refused_at, g.ended_at, case when u.until is null then now() end) as ended_at
  from guests.guest g cross join lateral (select guests.until(g)) u (until)
$$);

create function guests.name_of(guest uuid) returns text language sql stable set search_path = '' as
$$ select g.name from guests.guest g where g.id = guest $$;

-- Who invited waits for it, while they work there.
create function guests.invited_by_me(guests uuid[]) returns uuid[] language sql stable set search_path = '' as
$$ select array(select g.id from guests.guest g where g.id = any (guests) and g.invited_by = access.me()) $$;

insert into asks.kind (code, follows, words, asker_named, awaited_classes, awaited_seen, silence_told) values
  ('guest-address', 'guests.asks_to_confirm', 'guests.name_of', true, '{team,sent}', 'guests.invited_by_me', true);
select asks.changes_with('guest-address', 'guests.guest');
select asks.bring_along('guest-address');
