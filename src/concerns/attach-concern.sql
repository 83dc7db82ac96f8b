-- Attaches a concern to a case that is already open about the family: by the intake that is told of it. The case's
-- leading team reads the concern; one of violence leaves nothing in the case, not even that it was there. One that somebody
-- must not read leaves no kind of difficulty: whoever of the team may, reads it there.
create function concerns.attach_concern(the_concern uuid, the_case uuid) returns text
language plpgsql security definer set search_path = '' as $$
declare
  asked concerns.concern;
  home uuid;
begin
  select c.household_id into home from cases."case" c join concerns.concern k on k.partnership_id = c.partnership_id
  where c.id = the_case and k.id = the_concern and households.i_take_in(c.partnership_id);
  if home is null then return 'not-found'; end if;
  perform cases.hold_case(the_case);
  select * into asked from concerns.concern c where c.id = the_concern and c.id in (select concerns.i_answer()) for update;
  if not found or exists (select from access.barred b where b.scope_id = home and b.worker_id = access.me() and b.valid @> now()) then
    return 'not-found';
  end if;
  if asked.state <> 'new' then return 'concern-already-answered'; end if;
  if not exists (select from cases.opening o where o.case_id = the_case and upper_inf(o.period)) then return 'case-is-closed'; end if;
  if not asked.violence and not exists (select from asks.kept_from k where k.subject_id = asked.id) then
    insert into cases.problem (id, scope_id, kind, class)
      select uuidv7(), the_case, k.code, k.class from partnerships.problem_kind k
      where k.code = any (asked.worries) and not coalesce(k.violence, false)
      on conflict do nothing;
  end if;
  update concerns.concern set state = 'taken_up', answered_at = now(), answered_by = access.me(),
    case_id = case when not asked.violence then the_case end, version = version + 1 where id = the_concern;
  if asked.violence then insert into concerns.attached_unseen values (the_concern, the_case); end if;
  update concerns.people_search set attached_to = home where concern_id = the_concern;
  return null;
end $$;
grant execute on function concerns.attach_concern(uuid, uuid) to splot_app;

-- Whether I attached this concern to this case in this very transaction: then its journal may say so, although I see
-- nothing of the case.
create function concerns.i_attach(the_concern uuid, the_case uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from concerns.concern c where c.id = the_concern and c.case_id = the_case and c.answered_by = access.me() and c.answered_at = now())
$$;
grant execute on function concerns.i_attach(uuid, uuid) to splot_app;
