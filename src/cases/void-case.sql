-- Who may void a case: its coordinator, or who opened it and is still on its team.
create function cases.i_may_void(the_case uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from cases."case" c where c.id = the_case and c.closed_at is null
    and (c.id = any ((select access.my_scopes('coordinate'))::uuid[]) or c.opened_by = access.me() and c.id = any ((select access.my_scopes('team'))::uuid[])))
$$;

-- Whether something has grown from a case that others rely on: somebody of another institution on the team, something
-- told to another institution, another leading institution, an earlier piece of work that was closed; and what later slices
-- know of, each by a function whose name it puts into the register.
delete from cases.reliance_source;

create function cases.relies_on(the_case uuid) returns boolean
language sql stable set search_path = '' as $$
  select exists (select from cases.team_member t join cases.lead l on l.case_id = t.case_id and l.period @> t.answered_at
      where t.case_id = the_case and t.answer = 'accepted' and t.institution_id <> l.institution_id)
    or exists (select from consents.disclosure d where d.scope_id = the_case)
    or exists (select from consents.tick t where t.scope_id = the_case and t.yes)
    or (select count(*) from cases.lead l where l.case_id = the_case) > 1
    or (select count(*) from cases.opening o where o.case_id = the_case) > 1
$$;

create function cases.relied_on(the_case uuid) returns boolean
language plpgsql stable security definer set search_path = '' as $$
declare
  source text;
  relies boolean;
begin
  if cases.relies_on(the_case) then return true; end if;
  for source in select s.source from cases.reliance_source s order by 1 loop
    execute format('select %s($1)', source) into relies using the_case;
    if relies then return true; end if;
  end loop;
  return false;
end $$;

-- Whether the deed is there for me now, for its page.
create function cases.i_can_void(the_case uuid) returns boolean
language sql stable security definer set search_path = '' as
$$ select cases.i_may_void(the_case) and not cases.relied_on(the_case) $$;
grant execute on function cases.i_can_void(uuid) to splot_app;

-- Voids a case that was opened by mistake, while nothing that others rely on has grown from it: nobody sees it any
-- more. Later slices take back what they tied to it.
create function cases.void(the_case uuid, because text) returns text
language plpgsql security definer set search_path = '' as $$
begin
  if not cases.i_may_void(the_case) then return 'not-found'; end if;
  perform cases.hold_case(the_case);
  if not cases.i_may_void(the_case) then return 'not-found'; end if;
  if cases.relied_on(the_case) then return 'others-rely-on-it'; end if;
  update cases."case" set voided_at = now(), voided_by = access.me(), voided_because = because, version = version + 1 where id = the_case;
  perform cases.end_parts(array(select t.id from cases.team_member t where t.case_id = the_case), 'case-voided');
  update cases.coordinator c set period = tstzrange(lower(c.period), greatest(now(), lower(c.period))) where c.case_id = the_case and upper_inf(c.period);
  update cases.handover h set answer = 'withdrawn', answered_at = now() where h.case_id = the_case and h.answer is null;
  update cases.opening o set period = tstzrange(lower(o.period), greatest(now(), lower(o.period) + interval '1 microsecond')),
    closing_reason = 'opened_by_mistake', closed_by = access.me() where o.case_id = the_case and upper_inf(o.period);
  perform access.end_scope(the_case);
  return null;
end $$;
grant execute on function cases.void(uuid, text) to splot_app;
