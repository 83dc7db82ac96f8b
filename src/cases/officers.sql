-- A question of `institutions` that only this slice can answer: does somebody, at any of their jobs, head, stand in, answer
-- for an institution, coordinate, or work on a team? Families whose case is closed do not count: those parts end when
-- somebody is named an officer.
create function institutions.works_with_families(worker uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (
    select from institutions.same_person(works_with_families.worker) p (id)
    join institutions.worker w on w.id = p.id and splot.is_or_will_be(w.period)
    where exists (select from institutions.head h where h.worker_id = p.id and splot.is_or_will_be(h.period))
      or exists (select from institutions.delegation d
        where d.worker_id = p.id and not institutions.of_an_officer(d.part) and splot.is_or_will_be(d.period))
      or exists (select from partnerships.appointment a where a.worker_id = p.id and splot.is_or_will_be(a.period))
      or exists (select from cases.coordinator c join cases.opening o on o.case_id = c.case_id and upper_inf(o.period)
        where c.worker_id = p.id and splot.is_or_will_be(c.period))
      or exists (select from cases.team_member t join cases.opening o on o.case_id = t.case_id and upper_inf(o.period)
        where t.worker_id = p.id and (t.answer is null or t.answer = 'accepted' and t.left_at is null)))
$$;

create trigger officers_keep_apart before insert on cases.coordinator for each row execute function institutions.no_officer();
create trigger officers_keep_apart before insert on cases.team_member for each row execute function institutions.no_officer();

-- Who is named an officer keeps no file of a family that they once worked with.
create function cases.officer_named() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform cases.end_all_parts(array(select institutions.same_person(new.worker_id)), 'became-officer');
  return null;
end $$;

create trigger parts_end after insert on institutions.delegation for each row
  when (new.part not in ('stand_in', 'duty')) execute function cases.officer_named();
