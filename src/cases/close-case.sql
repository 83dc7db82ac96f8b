-- Closes a case: the parts of other institutions end with it, and what waits for an answer; the leading institution
-- keeps the file.
create function cases.close(case_id uuid, reason text, note text, after_care date[]) returns text
language plpgsql security definer set search_path = '' as $$
begin
  if not cases.begin_deed(case_id, 'coordinate', closed_too => true) then return 'not-found'; end if;
  if not exists (select from cases.opening o where o.case_id = close.case_id and upper_inf(o.period)) then return 'case-is-closed'; end if;
  perform cases.end_parts(array(
    select t.id from cases.team_member t where t.case_id = close.case_id and (t.answer is null
      or not exists (select from cases.lead l where l.case_id = close.case_id and l.period @> now() and l.institution_id = t.institution_id))), 'case-closed');
  update cases.handover h set answer = 'withdrawn', answered_at = now() where h.case_id = close.case_id and h.answer is null;
  update consents.disclosure d set period = tstzrange(lower(d.period), greatest(now(), lower(d.period)))
  where d.scope_id = close.case_id and (upper_inf(d.period) or upper(d.period) > now());
  perform consents.end_ticks(close.case_id, null, 'closed');
  update cases.opening o set period = tstzrange(lower(o.period), greatest(now(), lower(o.period) + interval '1 microsecond')),
    closing_reason = reason, closing_note = note, closed_by = access.me(), after_care = close.after_care
  where o.case_id = close.case_id and upper_inf(o.period);
  return null;
end $$;
grant execute on function cases.close(uuid, text, text, date[]) to splot_app;

create function cases.reopen(id uuid, case_id uuid) returns text
language plpgsql security definer set search_path = '' as $$
declare home uuid;
begin
  if not cases.begin_deed(case_id, 'coordinate', closed_too => true) then return 'not-found'; end if;
  select c.household_id into home from cases."case" c where c.id = case_id;
  if exists (select from cases.opening o where o.household_id = home and upper_inf(o.period)) then return 'household-has-an-open-case'; end if;
  -- An institution that left leads no open case, also not by opening one again.
  if institutions.my_institution() is distinct from (
      select p.leading_institution_id from cases."case" c join partnerships.partnership p on p.id = c.partnership_id where c.id = reopen.case_id)
    and not exists (select from partnerships.membership m join cases."case" c on c.partnership_id = m.partnership_id
      where c.id = reopen.case_id and m.institution_id = institutions.my_institution() and m.period @> now()) then return 'not-a-member'; end if;
  insert into cases.opening (id, case_id, household_id) values (id, case_id, home);
  return null;
end $$;
grant execute on function cases.reopen(uuid, uuid) to splot_app;
