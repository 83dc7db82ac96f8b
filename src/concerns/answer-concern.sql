-- For which institutions one of them answers a concern, in which partnership: its own, where it takes part; and for the
-- leading one those of a member that is no full member now, so that none waits with somebody who does not see it.
create function concerns.seats(institution uuid) returns table (institution_id uuid, partnership_id uuid)
language sql stable security definer set search_path = '' rows 5 as $$
  select seats.institution, p from partnerships.takes_part_in(seats.institution) p where seats.institution is not null
  union
  select m.institution_id, m.partnership_id
  from partnerships.partnership p join partnerships.membership m on m.partnership_id = p.id and m.period @> now() and m.institution_id <> seats.institution
  where p.leading_institution_id = seats.institution
    and (partnerships.membership_valid(p.id, m.institution_id) @> clock_timestamp()) is not true
$$;

-- Where a worker takes in concerns, and where they hear of a danger.
create function concerns.seat_of_intake(worker uuid) returns table (institution_id uuid, partnership_id uuid)
language sql stable security definer set search_path = '' rows 5 as $$ select s.* from concerns.seats(institutions.takes_in_for(worker)) s $$;
create function concerns.seat_of_hearing(worker uuid) returns table (institution_id uuid, partnership_id uuid)
language sql stable security definer set search_path = '' rows 5 as $$ select s.* from concerns.seats(institutions.hears_for(worker)) s $$;

-- Open concerns that lie at one of some seats: addressed there, or a danger that was told there (of violence where it is
-- addressed alone, also when the lead passed); less what somebody is kept from.
create function concerns.open_at(seats uuid[], partnerships uuid[], worker uuid) returns table (id uuid, wide boolean)
language sql stable security definer set search_path = '' rows 10 as $$
  select c.id, c.urgency = 'immediate' or asks.is_kept(c.id)
  from unnest(open_at.seats, open_at.partnerships) s (institution_id, partnership_id)
  join concerns.concern c on c.partnership_id = s.partnership_id and c.state = 'new'
  where (c.addressed_to = s.institution_id
      or c.urgency = 'immediate' and not c.violence and exists (select from concerns.step t where t.concern_id = c.id and t.institution_id = s.institution_id))
    and not asks.is_kept_from(c.id, worker)
$$;

-- The concerns that I answer: as intake, where they were sent or told.
create function concerns.i_answer() returns setof uuid
language sql stable security definer set search_path = '' rows 5 as $$
  select o.id from (select array_agg(s.institution_id) as seats, array_agg(s.partnership_id) as partnerships from concerns.seat_of_intake(access.me()) s) mine
  cross join lateral concerns.open_at(mine.seats, mine.partnerships, access.me()) o
$$;
grant execute on function concerns.i_answer() to splot_app;

-- The concerns that I may read while nobody has answered: those, and what the head hears besides intake (a danger, and a
-- concern that is kept from somebody, or might be).
create function concerns.i_hear() returns setof uuid
language sql stable security definer set search_path = '' rows 5 as $$
  select concerns.i_answer()
  union
  select o.id from (select array_agg(s.institution_id) as seats, array_agg(s.partnership_id) as partnerships from concerns.seat_of_hearing(access.me()) s) mine
  cross join lateral concerns.open_at(mine.seats, mine.partnerships, access.me()) o where o.wide
$$;
grant execute on function concerns.i_hear() to splot_app;

-- Is this the true copy of an open concern that lies with me, to be passed on in its reporter's name?
create function concerns.i_pass_on(copy concerns.concern) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from concerns.concern c
    where c.id in (select concerns.i_answer()) and not c.violence and c.id <> copy.id
      and c.addressed_to <> copy.addressed_to
      and (c.partnership_id, c.reporter_id, c.reporter_institution_id, c.who, c.commune, c.place, c.worries, c.what, c.urgency, c.family_knows, c.done_so_far)
        is not distinct from (copy.partnership_id, copy.reporter_id, copy.reporter_institution_id, copy.who, copy.commune, copy.place,
          copy.worries, copy.what, copy.urgency, copy.family_knows, copy.done_so_far))
$$;
grant execute on function concerns.i_pass_on(concerns.concern) to splot_app;

-- Whoever reported it is told that there is an answer; of a danger at once.
create function concerns.answer_is_told() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform asks.notify('answered-concern', new.reporter_id, new.id, null, new.urgency = 'immediate');
  return null;
end $$;
create trigger answer_is_told after update on concerns.concern for each row
  when (old.state = 'new' and new.state <> 'new') execute function concerns.answer_is_told();

-- What became since an instant of concerns that I reported, as it was answered by others: not of which family they became part.
create function concerns.answered_to_me(since timestamptz)
returns table (id uuid, at timestamptz, state text, addressed_to uuid, who text)
language sql stable security definer set search_path = '' rows 5 as $$
  select c.id, c.answered_at, c.state, c.addressed_to, c.who from concerns.concern c
  where c.reporter_id = access.me() and c.state <> 'new' and c.answered_at > since and c.answered_by is distinct from access.me()
  order by c.answered_at desc, c.id limit 40
$$;
grant execute on function concerns.answered_to_me(timestamptz) to splot_app;
