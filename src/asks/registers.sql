-- A colleague is asked to do the work of somebody who is away: before the absence begins, and within two working days.
select asks.wants('asks.asks_to_cover', $$
  select c.id as subject_id, 'worker' as part, c.institution_id, c.stand_in_id as worker_id, c.named_by as asked_by, c.institution_id as asker_institution_id,
    c.named_at as asked_at,
    greatest((c.named_at at time zone 'Europe/Warsaw')::date, least(asks.answer_by(c.named_at, 2), (coalesce(lower(a.period), c.named_at) at time zone 'Europe/Warsaw')::date)) as answer_by,
    tstzrange(c.named_at, greatest(c.named_at, coalesce(upper(a.period), c.ended_at))) as stands,
    case when c.answer is not null then 'answered' when c.ended_at is not null then 'withdrawn' end as outcome, c.answer,
    coalesce(c.answered_at, c.ended_at) as ended_at, case when c.answer is not null then c.stand_in_id else c.ended_by end as ended_by
  from institutions.cover c join institutions.absence a on a.id = c.absence_id
$$);

create function asks.words_of_cover(cover uuid) returns text language sql stable set search_path = '' as $$
  select w.given_name || ' ' || w.family_name from institutions.cover c join institutions.worker w on w.id = c.worker_id where c.id = cover
$$;

insert into asks.kind (code, follows, words, awaited_by_asker) values ('cover', 'asks.asks_to_cover', 'asks.words_of_cover', true);
select asks.changes_with('cover', 'institutions.cover');

-- Whoever asked is told the answer; who stands in, that it is over. While the absence goes on, so are who is away and their
-- head: nobody does the work now.
create function asks.cover_is_told() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if old.answer is null and new.answer is not null then perform asks.notify('cover-answered', new.named_by, new.id); end if;
  if old.ended_at is null and new.ended_at is not null then
    perform asks.notify('cover-ended', w, new.id) from (
      select unnest(array[new.stand_in_id, new.named_by])
      union select unnest(array[new.worker_id, h.worker_id]) from institutions.absence a
      left join institutions.headed(new.institution_id) h on h.valid @> now()
      where a.id = new.absence_id and a.period && tstzrange(now(), null)) told (w);
  end if;
  return null;
end $$;
create trigger cover_is_told after update on institutions.cover for each row execute function asks.cover_is_told();

-- Who stands in is away on some of those days: whoever is away, who asked, and their head hear that nobody does the work then.
create function asks.rest_is_told() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform asks.notify('cover-rests', told.w, c.id) from institutions.cover c join institutions.absence a on a.id = c.absence_id
  cross join lateral (select unnest(array[c.named_by, c.worker_id]) union select h.worker_id from institutions.headed(c.institution_id) h where h.valid @> now()) told (w)
  where c.stand_in_id = new.worker_id and c.answer = 'yes' and c.ended_at is null and a.period && new.period and upper(a.period) > now();
  return null;
end $$;
-- After the trigger that ends a cover of which no day is left.
create trigger told_of_rest after insert on institutions.absence for each row execute function asks.rest_is_told();
