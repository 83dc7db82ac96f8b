-- Ends a membership, or takes an invitation back, at this instant: by its own head (exit), or by the leading head
-- (with the decision recorded). Slices that know the institution's part in something end it by a trigger in the same
-- transaction, or refuse (a leading institution leaves only after each open case is handed over or closed).
-- The leading institution of the partnership itself does not leave it this way.
create function partnerships.end_membership(membership uuid, because text) returns boolean
language plpgsql security definer set search_path = '' as $$
declare leaving uuid; leads uuid;
begin
  select m.institution_id, p.leading_institution_id into leaving, leads
  from partnerships.membership m join partnerships.partnership p on p.id = m.partnership_id
  where m.id = membership and m.left_because is null and m.institution_id <> p.leading_institution_id
    and (m.institution_id = institutions.i_head_myself() or p.leading_institution_id = institutions.i_head_myself());
  if not found or because is null then return false; end if;
  perform institutions.change_alone(i) from unnest(array[least(leaving, leads), greatest(leaving, leads)]) i;
  update partnerships.membership m set
    period = case when m.period is null then null else tstzrange(lower(m.period), greatest(now(), lower(m.period))) end,
    left_because = because, version = m.version + 1
  where m.id = membership and m.left_because is null;
  if not found then return false; end if;
  update partnerships.appointment set period = tstzrange(lower(period), greatest(now(), lower(period)))
  where membership_id = membership and (upper_inf(period) or upper(period) > now());
  return true;
end $$;
grant execute on function partnerships.end_membership(uuid, text) to splot_app;

-- Hand-overs of the institution that I head, and of those that left the partnerships that I lead.
create function partnerships.handovers_i_answer_for() returns setof uuid
language sql stable security definer set search_path = '' rows 5 as $$
  select m.id from partnerships.membership m join partnerships.partnership p on p.id = m.partnership_id
  where institutions.i_head() in (m.institution_id, p.leading_institution_id)
$$;
grant execute on function partnerships.handovers_i_answer_for() to splot_app;

-- Who heads either side of a hand-over: both sign one paper, so nothing stands in it that one of them is kept out of.
create function partnerships.sides_of_exit(membership uuid) returns setof uuid
language sql stable security definer set search_path = '' rows 3 as $$
  select h.worker_id from partnerships.membership m join partnerships.partnership p on p.id = m.partnership_id
  cross join lateral unnest(array[m.institution_id, p.leading_institution_id]) side (id)
  cross join lateral institutions.headed(side.id) h
  where m.id = sides_of_exit.membership and h.valid @> clock_timestamp()
$$;

-- Their lines, without those of families that a head of either side is kept out of.
create function partnerships.handover_lines_i_see() returns setof uuid
language sql stable security definer set search_path = '' as $$
  select l.id from partnerships.handover_line l where l.membership_id in (select partnerships.handovers_i_answer_for())
    and not exists (select from access.barred b where b.scope_id = l.scope_id and b.valid @> now()
      and b.worker_id in (select partnerships.sides_of_exit(l.membership_id)))
$$;
grant execute on function partnerships.handover_lines_i_see() to splot_app;

-- Names for a hand-over, also to the head whose institution no longer sees the partnership.
create function partnerships.facts_of_exit(membership uuid)
returns table (institution_id uuid, institution_name text, partnership_name text, area text, leading_institution_id uuid, leading_name text, reason text)
language sql stable security definer set search_path = '' as $$
  select i.id, i.name, p.name, (select string_agg(s.name, ', ' order by s.name) from partnerships.area a
      join territory.unit_state s on s.terc = a.terc and s.valid @> splot.today_pl() where a.partnership_id = p.id),
    l.id, l.name, m.left_because
  from partnerships.membership m join partnerships.partnership p on p.id = m.partnership_id
  join institutions.institution i on i.id = m.institution_id join institutions.institution l on l.id = p.leading_institution_id
  where m.id = membership and m.left_because is not null and institutions.i_head() in (i.id, l.id)
$$;
grant execute on function partnerships.facts_of_exit(uuid) to splot_app;
