-- Whose concerns a worker answers now, and in which partnership: those of their institution, where it takes part; and for
-- the leading institution those of a member that may not answer now (it is suspended, or the agreement has ended), so that
-- none waits with somebody who does not see it.
create function concerns.seat_of_intake(worker uuid) returns table (institution_id uuid, partnership_id uuid)
language sql stable security definer set search_path = '' rows 5 as $$
  with mine as materialized (select institutions.takes_in_for(worker) as id)
  select mine.id, p from mine cross join partnerships.takes_part_in(mine.id) p where mine.id is not null
  union
  select m.institution_id, m.partnership_id from mine
  join partnerships.partnership p on p.leading_institution_id = mine.id
  join partnerships.membership m on m.partnership_id = p.id and m.period @> now() and m.institution_id <> mine.id
  where (partnerships.membership_valid(p.id, m.institution_id) @> clock_timestamp()) is not true
$$;

create function concerns.intakes_i_answer() returns table (partnership_id uuid, institution_id uuid)
language sql stable security definer set search_path = '' rows 5 as
$$ select s.partnership_id, s.institution_id from concerns.seat_of_intake(access.me()) s $$;
grant execute on function concerns.intakes_i_answer() to splot_app;

-- Is this the true copy of an open concern that lies with me, to be passed on in its reporter's name?
create function concerns.i_pass_on(copy concerns.concern) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from concerns.concern c
    where c.state = 'new' and not c.violence and (c.partnership_id, c.addressed_to) in (select * from concerns.intakes_i_answer()) and c.id <> copy.id
      and c.addressed_to <> copy.addressed_to
      and (c.partnership_id, c.reporter_id, c.reporter_institution_id, c.who, c.commune, c.place, c.worries, c.what, c.urgency, c.family_knows, c.done_so_far)
        is not distinct from (copy.partnership_id, copy.reporter_id, copy.reporter_institution_id, copy.who, copy.commune, copy.place,
          copy.worries, copy.what, copy.urgency, copy.family_knows, copy.done_so_far))
$$;
grant execute on function concerns.i_pass_on(concerns.concern) to splot_app;
