-- Deeds on what opens and closes sight of a case. Each is one function: it checks its actor, locks its row, and
-- answers a code of what stands in the way, or null when done. What the actor may not see answers 'not-found'.

-- A worker who may be asked into a case: works now, for its leading institution or for a full member, not excluded.
create function cases.may_be_asked(asked_case uuid, worker uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (
    select from institutions.worker w, cases."case" c
    where w.id = worker and c.id = asked_case and w.period @> clock_timestamp()
      and (partnerships.membership_valid(c.partnership_id, w.institution_id) @> clock_timestamp()
        or exists (select from cases.lead l where l.case_id = c.id and l.institution_id = w.institution_id and l.period @> clock_timestamp()))
      and not exists (select from access.barred b where b.scope_id = c.id and b.worker_id = w.id and b.valid @> now()))
    and asked_case in (select access.my_scopes('pointer'))
$$;

-- Whether somebody is offered for teams: no officer, who watches over the institution's deeds, and no head, who reads no
-- content, unless nobody else works there.
create function cases.works_in_teams(worker uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  with officer as (
    select d.worker_id from institutions.delegation d
    where d.part in ('data_protection_officer', 'auditor') and d.period @> clock_timestamp())
  select not exists (select from officer o where o.worker_id = works_in_teams.worker)
    and not exists (
      select from institutions.head h join institutions.worker c on c.institution_id = h.institution_id
      where h.worker_id = works_in_teams.worker and h.period @> clock_timestamp() and c.id <> h.worker_id and c.period @> clock_timestamp()
        and not exists (select from officer o where o.worker_id = c.id))
$$;

-- How each deed on a case begins: whoever holds the class for it takes hold of what others might change meanwhile (in
-- the order of every deed: facts of institutions, then the household, then rows), and still holds the class then.
create function cases.begin_deed(case_id uuid, class text, also uuid default null) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  if case_id is null or case_id not in (select access.my_scopes(class)) then return false; end if;
  perform cases.hold_case(case_id, also);
  return case_id in (select access.my_scopes(class));
end $$;

create function cases.hold_case(the_case uuid, also uuid default null) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform cases.hold_facts(array[the_case], also);
  perform from households.household h where h.id = (select c.household_id from cases."case" c where c.id = the_case) for no key update;
  perform access.begin_anew_if_changed(the_case);
end $$;
revoke execute on function cases.begin_deed(uuid, text, uuid), cases.hold_case(uuid, uuid) from public;

-- Whose concerns I answer now, and in which partnership: those of my institution, where it takes part; and for the leading
-- institution those of a member that may not answer now (it is suspended, or the agreement has ended), so that none waits
-- with somebody who does not see it.
create function cases.intakes_i_answer() returns table (partnership_id uuid, institution_id uuid)
language sql stable security definer set search_path = '' rows 5 as $$
  with mine as materialized (select institutions.i_take_in_for() as id)
  select p, mine.id from mine cross join partnerships.i_take_part_in() p where mine.id is not null
  union
  select m.partnership_id, m.institution_id from mine
  join partnerships.partnership p on p.leading_institution_id = mine.id
  join partnerships.membership m on m.partnership_id = p.id and m.period @> now() and m.institution_id <> mine.id
  where (partnerships.membership_valid(p.id, m.institution_id) @> clock_timestamp()) is not true
$$;
grant execute on function cases.intakes_i_answer() to splot_app;

-- Takes up a concern: opens a case about a household (a new one, or one already known), led by my institution, with me
-- on its team. A known household is known to the intake of the leading institution, or from a case I keep the file of.
create function cases.take_up(the_concern uuid, case_id uuid, code text, household uuid, label text, commune text, locality text) returns text
language plpgsql security definer set search_path = '' as $$
declare
  asked cases.concern;
  mine uuid := institutions.i_take_in_for();
  home uuid;
begin
  perform from institutions.institution i where i.id = mine for share;
  select * into asked from cases.concern c where c.id = the_concern and (c.partnership_id, c.addressed_to) in (select * from cases.intakes_i_answer()) for update;
  if not found then return 'not-found'; end if;
  if asked.state <> 'new' then return 'concern-already-answered'; end if;
  select h.partnership_id into home from households.household h where h.id = household for no key update;
  if home is null then
    if exists (select from access.scope s where s.id = household) then return 'not-found'; end if;
    perform access.open_scope(household, 'household');
    insert into households.household (id, partnership_id, label, commune, locality)
    values (household, asked.partnership_id, label, take_up.commune, take_up.locality);
  elsif home <> asked.partnership_id
    or not (households.i_take_in(home) or household in (select access.my_whole_scopes('file')))
    or exists (select from access.barred b where b.scope_id = household and b.worker_id = access.me() and b.valid @> now()) then
    return 'not-found';
  end if;
  if exists (select from cases.opening o where o.household_id = household and upper_inf(o.period)) then return 'household-has-an-open-case'; end if;
  perform access.open_scope(case_id, 'case', household);
  insert into cases."case" (id, partnership_id, household_id, code, concern_id, opened_by)
  values (case_id, asked.partnership_id, household, code, the_concern, access.me());
  insert into cases.opening (id, case_id, household_id) values (uuidv7(), case_id, household);
  insert into cases.lead (id, case_id, institution_id) values (uuidv7(), case_id, mine);
  insert into cases.team_member (id, case_id, worker_id, institution_id, invited_by, answer, answered_at)
  values (uuidv7(), case_id, access.me(), mine, access.me(), 'accepted', now());
  insert into cases.problem (id, scope_id, kind, class)
    select uuidv7(), take_up.case_id, k.code, k.class from partnerships.problem_kind k
    where k.code = any (asked.worries) and not coalesce(k.violence, false) and not asked.violence;
  update cases.concern set state = 'taken_up', answered_at = now(), answered_by = access.me(), case_id = take_up.case_id, version = version + 1
  where id = the_concern;
  return null;
end $$;

-- Attaches a concern to a case that is already open about the family: by the intake that is told of it. The case's
-- leading team reads the concern; one of violence leaves nothing in the case, not even that it was there.
create function cases.attach_concern(the_concern uuid, the_case uuid) returns text
language plpgsql security definer set search_path = '' as $$
declare
  asked cases.concern;
  home uuid;
begin
  select c.household_id into home from cases."case" c join cases.concern k on k.partnership_id = c.partnership_id
  where c.id = the_case and k.id = the_concern and households.i_take_in(c.partnership_id);
  if home is null then return 'not-found'; end if;
  perform cases.hold_case(the_case);
  select * into asked from cases.concern c where c.id = the_concern and (c.partnership_id, c.addressed_to) in (select * from cases.intakes_i_answer()) for update;
  if not found or exists (select from access.barred b where b.scope_id = home and b.worker_id = access.me() and b.valid @> now()) then
    return 'not-found';
  end if;
  if asked.state <> 'new' then return 'concern-already-answered'; end if;
  if not exists (select from cases.opening o where o.case_id = the_case and upper_inf(o.period)) then return 'case-is-closed'; end if;
  if not asked.violence then
    insert into cases.problem (id, scope_id, kind, class)
      select uuidv7(), the_case, k.code, k.class from partnerships.problem_kind k
      where k.code = any (asked.worries) and not coalesce(k.violence, false)
      on conflict do nothing;
  end if;
  update cases.concern set state = 'taken_up', answered_at = now(), answered_by = access.me(),
    case_id = case when not asked.violence then the_case end, version = version + 1 where id = the_concern;
  return null;
end $$;

-- Whether I attached this concern to this case in this very transaction: then its journal may say so, although I see
-- nothing of the case.
create function cases.i_attach(the_concern uuid, the_case uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from cases.concern c where c.id = the_concern and c.case_id = the_case and c.answered_by = access.me() and c.answered_at = now())
$$;

-- Who may void a case: its coordinator, or who opened it and is still on its team.
create function cases.i_may_void(the_case uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from cases."case" c where c.id = the_case and c.closed_at is null
    and (c.id in (select access.my_scopes('coordinate')) or c.opened_by = access.me() and c.id in (select access.my_scopes('team'))))
$$;
revoke execute on function cases.i_may_void(uuid) from public;

-- Whether something has grown from a case that others rely on: somebody of another institution on the team, something
-- told to another institution, another leading institution, an earlier piece of work that was closed.
create function cases.relied_on(the_case uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from cases.team_member t join cases.lead l on l.case_id = t.case_id and l.period @> t.answered_at
      where t.case_id = the_case and t.answer = 'accepted' and t.institution_id <> l.institution_id)
    or exists (select from consents.disclosure d where d.scope_id = the_case)
    or (select count(*) from cases.lead l where l.case_id = the_case) > 1
    or (select count(*) from cases.opening o where o.case_id = the_case) > 1
$$;
revoke execute on function cases.relied_on(uuid) from public;

-- Whether the deed is there for me now, for its page.
create function cases.i_can_void(the_case uuid) returns boolean
language sql stable security definer set search_path = '' as
$$ select cases.i_may_void(the_case) and not cases.relied_on(the_case) $$;

-- Voids a case that was opened by mistake, while nothing that others rely on has grown from it: nobody sees it any
-- more, and its concerns wait for an answer again. Later slices raise SP001 when they hold something others rely on.
create function cases.void(the_case uuid, because text) returns text
language plpgsql security definer set search_path = '' as $$
begin
  if not cases.i_may_void(the_case) then return 'not-found'; end if;
  perform cases.hold_case(the_case);
  if not cases.i_may_void(the_case) then return 'not-found'; end if;
  if cases.relied_on(the_case) then return 'others-rely-on-it'; end if;
  begin
    update cases."case" set voided_at = now(), voided_by = access.me(), voided_because = because, version = version + 1 where id = the_case;
  exception when sqlstate 'SP001' then return 'others-rely-on-it';
  end;
  update cases.concern set state = 'new', answered_at = null, answered_by = null, case_id = null, version = version + 1 where case_id = the_case;
  perform cases.end_parts(array(select t.id from cases.team_member t where t.case_id = the_case), 'case-voided');
  update cases.coordinator c set period = tstzrange(lower(c.period), greatest(now(), lower(c.period))) where c.case_id = the_case and upper_inf(c.period);
  update cases.handover h set answer = 'withdrawn', answered_at = now() where h.case_id = the_case and h.answer is null;
  update cases.opening o set period = tstzrange(lower(o.period), greatest(now(), lower(o.period) + interval '1 microsecond')),
    closing_reason = 'opened_by_mistake', closed_by = access.me() where o.case_id = the_case and upper_inf(o.period);
  perform access.end_scope(the_case);
  return null;
end $$;

-- Voids a note written by mistake: by its author, or by the coordinator where they read it.
create function cases.void_contact(the_contact uuid) returns text
language plpgsql security definer set search_path = '' as $$
declare c cases.contact;
begin
  select * into c from cases.contact where id = the_contact and voided_at is null
    and (author_id = institutions.me() and access.pair(scope_id, institution_id) in (select access.my_pairs('own'))
      or class <> 'violence' and scope_id in (select access.my_scopes('coordinate')) and (
        access.pair(scope_id, institution_id) in (select access.my_pairs('own'))
        or opened_at is not null and scope_id in (select access.my_scopes(class)))) for update;
  if not found then return 'not-found'; end if;
  update cases.contact set voided_at = now(), version = version + 1 where id = the_contact;
  return null;
end $$;

-- Appoints a coordinator from the leading institution's workers, in place of the present one. The head's deed.
create function cases.appoint_coordinator(id uuid, case_id uuid, worker uuid) returns text
language plpgsql security definer set search_path = '' as $$
begin
  if not cases.begin_deed(case_id, 'head') then return 'not-found'; end if;
  if not exists (select from institutions.worker w join cases.lead l on l.institution_id = w.institution_id and l.period @> now()
      where l.case_id = appoint_coordinator.case_id and w.id = worker and w.period @> now()) then return 'not-our-worker'; end if;
  if exists (select from access.barred b where b.scope_id = appoint_coordinator.case_id and b.worker_id = worker and b.valid @> now()) then return 'worker-excluded'; end if;
  if exists (select from cases.coordinator c where c.case_id = appoint_coordinator.case_id and c.worker_id = worker and c.period @> now()) then
    return 'already-coordinator';
  end if;
  update cases.coordinator c set period = tstzrange(lower(c.period), greatest(now(), lower(c.period)))
  where c.case_id = appoint_coordinator.case_id and c.period @> now();
  insert into cases.coordinator (id, case_id, worker_id, appointed_by) values (id, case_id, worker, access.me());
  return null;
end $$;

create function cases.invite(id uuid, case_id uuid, worker uuid, part text, asked text) returns text
language plpgsql security definer set search_path = '' as $$
begin
  if not cases.begin_deed(case_id, 'coordinate', (select w.institution_id from institutions.worker w where w.id = worker)) then return 'not-found'; end if;
  if not exists (select from cases.opening o where o.case_id = invite.case_id and o.period @> now()) then return 'case-is-closed'; end if;
  if not cases.may_be_asked(case_id, worker) then return 'worker-cannot-be-asked'; end if;
  if exists (select from cases.team_member t where t.case_id = invite.case_id and t.worker_id = worker
      and (t.answer is null or (t.answer = 'accepted' and t.left_at is null))) then return 'already-on-the-team'; end if;
  insert into cases.team_member (id, case_id, worker_id, institution_id, part, asked, invited_by)
    select invite.id, invite.case_id, worker, w.institution_id, invite.part, invite.asked, access.me()
    from institutions.worker w where w.id = worker;
  return null;
end $$;

-- The invited worker answers; a refusal has a reason.
create function cases.answer_invitation(member uuid, said text, reason text) returns text
language plpgsql security definer set search_path = '' as $$
declare t cases.team_member;
begin
  select * into t from cases.team_member where id = member and worker_id = institutions.me();
  if not found or not cases.begin_deed(t.case_id, 'pointer', t.institution_id) then return 'not-found'; end if;
  select * into t from cases.team_member where id = member for update;
  if t.answer is not null then return 'invitation-already-answered'; end if;
  if said not in ('accepted', 'declined') or not cases.may_be_asked(t.case_id, t.worker_id) then return 'not-found'; end if;
  update cases.team_member set answer = said, answered_at = now(), decline_reason = case when said = 'declined' then reason end, version = version + 1
  where id = member;
  return null;
end $$;

-- A representative, deputy or duty contact of the asked institution hands an unanswered invitation to a colleague.
create function cases.delegate_invitation(member uuid, id uuid, colleague uuid) returns text
language plpgsql security definer set search_path = '' as $$
declare t cases.team_member;
begin
  select * into t from cases.team_member where team_member.id = member and worker_id = institutions.me();
  if not found or not cases.begin_deed(t.case_id, 'pointer', t.institution_id) then return 'not-found'; end if;
  select * into t from cases.team_member where team_member.id = member for update;
  if t.answer is not null then return 'invitation-already-answered'; end if;
  if not exists (select from institutions.worker w where w.id = colleague and w.institution_id = t.institution_id)
    or not cases.may_be_asked(t.case_id, colleague) then return 'worker-cannot-be-asked'; end if;
  if not exists (select from cases."case" c, partnerships.answers_for(c.partnership_id, t.institution_id) a
      where c.id = t.case_id and a.worker_id = access.me() and a.valid @> now()) then return 'only-who-answers-for-the-institution'; end if;
  if exists (select from cases.team_member o where o.case_id = t.case_id and o.worker_id = colleague
      and (o.answer is null or (o.answer = 'accepted' and o.left_at is null))) then return 'already-on-the-team'; end if;
  update cases.team_member set answer = 'withdrawn', answered_at = greatest(now(), invited_at), version = version + 1 where team_member.id = member;
  insert into cases.team_member (id, case_id, worker_id, institution_id, part, asked, invited_by)
  values (delegate_invitation.id, t.case_id, colleague, t.institution_id, t.part, t.asked, access.me());
  return null;
end $$;

-- Ends a part in the team: oneself, or the coordinator for another; an unanswered invitation is withdrawn.
create function cases.end_part(member uuid, because text) returns text
language plpgsql security definer set search_path = '' as $$
declare t cases.team_member;
begin
  select * into t from cases.team_member where id = member
    and (worker_id = institutions.me() or case_id in (select access.my_scopes('coordinate')));
  if not found or not cases.begin_deed(t.case_id, 'pointer') then return 'not-found'; end if;
  select * into t from cases.team_member where id = member
    and (worker_id = institutions.me() or case_id in (select access.my_scopes('coordinate'))) for update;
  if not found then return 'not-found'; end if;
  if not coalesce(t.answer = 'accepted' and t.left_at is null, t.worker_id <> access.me()) then return 'part-already-ended'; end if;
  perform cases.end_parts(array[member], because);
  return null;
end $$;

-- Excludes a worker (kin, neighbour …): by themselves, by the coordinator or by the leading head, whom they see. It
-- beats everything, in every case of the household.
create function cases.exclude(id uuid, case_id uuid, worker uuid, kind text) returns text
language plpgsql security definer set search_path = '' as $$
declare home uuid;
begin
  if not (cases.begin_deed(case_id, 'coordinate') or cases.begin_deed(case_id, 'head')
      or worker = institutions.me() and cases.begin_deed(case_id, 'pointer')) then return 'not-found'; end if;
  if not exists (select from institutions.worker w where w.id = worker and (w.institution_id = institutions.my_institution()
      or w.institution_id in (select partnerships.institutions_i_meet()))) then return 'not-found'; end if;
  select c.household_id into home from cases."case" c where c.id = case_id;
  if exists (select from access.barred b where b.scope_id = home and b.worker_id = worker and b.valid @> now()) then return 'already-excluded'; end if;
  perform cases.end_parts(array(
    select t.id from cases.team_member t join cases."case" c on c.id = t.case_id where c.household_id = home and t.worker_id = worker), 'excluded');
  update cases.coordinator c set period = tstzrange(lower(c.period), greatest(now(), lower(c.period)))
  where c.case_id in (select k.id from cases."case" k where k.household_id = home) and c.worker_id = worker and c.period @> now();
  insert into cases.exclusion (id, case_id, worker_id, kind, recorded_by) values (id, case_id, worker, kind, access.me());
  return null;
end $$;

-- Lifts an exclusion that was a mistake: by the coordinator or the leading head, in whichever case of the household
-- it was recorded. A part that ended with it stays ended; the person may be invited again.
create function cases.lift_exclusion(the_case uuid, the_exclusion uuid, because text) returns text
language plpgsql security definer set search_path = '' as $$
declare e cases.exclusion;
begin
  if not (cases.begin_deed(the_case, 'coordinate') or cases.begin_deed(the_case, 'head')) then return 'not-found'; end if;
  select x.* into e from cases.exclusion x join cases."case" c on c.id = x.case_id
  where x.id = the_exclusion and c.household_id = (select household_id from cases."case" where id = the_case) for update of x;
  if not found then return 'not-found'; end if;
  if e.lifted_at is not null then return 'exclusion-already-lifted'; end if;
  update cases.exclusion set lifted_at = greatest(now(), since), lifted_by = access.me(), lifted_because = because where id = the_exclusion;
  return null;
end $$;

-- Whom the family's cases exclude, and whom they did: told to the coordinator and the leading head of one of them.
create function cases.exclusions_of(the_case uuid) returns setof cases.exclusion
language sql stable security definer set search_path = '' as $$
  select e.* from cases.exclusion e join cases."case" c on c.id = e.case_id
  where c.household_id = (select household_id from cases."case" where id = the_case)
    and (the_case in (select access.my_scopes('coordinate')) or the_case in (select access.my_scopes('head')))
$$;

-- Closes a case: the parts of other institutions end with it, and what waits for an answer; the leading institution
-- keeps the file.
create function cases.close(case_id uuid, reason text, note text, after_care date[]) returns text
language plpgsql security definer set search_path = '' as $$
begin
  if not cases.begin_deed(case_id, 'coordinate') then return 'not-found'; end if;
  if not exists (select from cases.opening o where o.case_id = close.case_id and upper_inf(o.period)) then return 'case-is-closed'; end if;
  perform cases.end_parts(array(
    select t.id from cases.team_member t where t.case_id = close.case_id and (t.answer is null
      or not exists (select from cases.lead l where l.case_id = close.case_id and l.period @> now() and l.institution_id = t.institution_id))), 'case-closed');
  update cases.handover h set answer = 'withdrawn', answered_at = now() where h.case_id = close.case_id and h.answer is null;
  update consents.disclosure d set period = tstzrange(lower(d.period), greatest(now(), lower(d.period)))
  where d.scope_id = close.case_id and (upper_inf(d.period) or upper(d.period) > now());
  update cases.opening o set period = tstzrange(lower(o.period), greatest(now(), lower(o.period) + interval '1 microsecond')),
    closing_reason = reason, closing_note = note, closed_by = access.me(), after_care = close.after_care
  where o.case_id = close.case_id and upper_inf(o.period);
  return null;
end $$;

create function cases.reopen(id uuid, case_id uuid) returns text
language plpgsql security definer set search_path = '' as $$
declare home uuid;
begin
  if not cases.begin_deed(case_id, 'coordinate') then return 'not-found'; end if;
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

-- Hand-over to another leading institution. Offered by the present head, accepted by the other: everything moves at
-- once, the coordinator's and the team's parts of the earlier leading institution end, and what it disclosed.
create function cases.offer_handover(id uuid, case_id uuid, institution uuid, reason text) returns text
language plpgsql security definer set search_path = '' as $$
begin
  if not cases.begin_deed(case_id, 'head', institution) then return 'not-found'; end if;
  if not exists (select from cases."case" c where c.id = case_id and institution <> (
      select l.institution_id from cases.lead l where l.case_id = c.id and l.period @> now())
      and partnerships.membership_valid(c.partnership_id, institution) @> now()) then return 'not-a-member'; end if;
  if exists (select from cases.handover h where h.case_id = offer_handover.case_id and h.answer is null) then return 'already-offered'; end if;
  insert into cases.handover (id, case_id, to_institution_id, offered_by, reason) values (id, case_id, institution, access.me(), reason);
  return null;
end $$;

create function cases.answer_handover(the_handover uuid, said text) returns text
language plpgsql security definer set search_path = '' as $$
declare h cases.handover; old_lead uuid;
begin
  select * into h from cases.handover where id = the_handover;
  if not found or said is null then return 'not-found'; end if;
  if not (said in ('accepted', 'declined') and h.to_institution_id is not distinct from institutions.i_head()
      and (h.answer is not null or cases.begin_deed(h.case_id, 'offered', h.to_institution_id))
    or said = 'withdrawn' and cases.begin_deed(h.case_id, 'head', h.to_institution_id)) then return 'not-found'; end if;
  select * into h from cases.handover where id = the_handover for update;
  if h.answer is not null then return 'handover-already-answered'; end if;
  update cases.handover set answer = said, answered_by = access.me(), answered_at = now() where id = the_handover;
  if said <> 'accepted' then return null; end if;
  select institution_id into old_lead from cases.lead where case_id = h.case_id and period @> now();
  update cases.coordinator set period = tstzrange(lower(period), greatest(now(), lower(period))) where case_id = h.case_id and period @> now();
  perform cases.end_parts(array(select t.id from cases.team_member t where t.case_id = h.case_id and t.institution_id = old_lead), 'handed-over');
  update consents.disclosure d set period = tstzrange(lower(d.period), greatest(now(), lower(d.period)))
  where d.scope_id = h.case_id and d.from_institution_id = old_lead and (upper_inf(d.period) or upper(d.period) > now());
  update cases.lead set period = tstzrange(lower(period), greatest(now(), lower(period))) where case_id = h.case_id and period @> now();
  insert into cases.lead (id, case_id, institution_id) values (uuidv7(), h.case_id, h.to_institution_id);
  return null;
end $$;

-- What a head may know of hand-overs offered to their institution, before accepting: the code and the reason.
create function cases.offered_to_me() returns table (id uuid, code text, from_institution_id uuid, reason text, offered_at timestamptz)
language sql stable security definer set search_path = '' as $$
  select h.id, c.code, l.institution_id, h.reason, h.offered_at
  from cases.handover h join cases."case" c on c.id = h.case_id
  join cases.lead l on l.case_id = c.id and l.period @> now()
  where h.answer is null and h.to_institution_id = institutions.i_head() and h.case_id in (select access.my_scopes('offered'))
$$;

-- Withdraws a basis at this instant: what it opened closes with it. A deed of `consents` that asks who works in the case. By a team member of the institution that gave, or
-- by the coordinator: a family tells it once.
create function consents.withdraw(the_basis uuid, how text) returns text
language plpgsql security definer set search_path = '' as $$
declare b consents.basis;
begin
  select * into b from consents.basis where id = the_basis;
  if not found or not (cases.begin_deed(b.scope_id, 'coordinate')
      or b.from_institution_id = institutions.my_institution() and b.scope_id not in (select access.my_whole_scopes('file'))
        and cases.begin_deed(b.scope_id, 'team')) then return 'not-found'; end if;
  select * into b from consents.basis where id = the_basis for update;
  if b.withdrawn_at is not null then return 'basis-already-withdrawn'; end if;
  update consents.basis set withdrawn_at = greatest(now(), lower(period)), withdrawn_how = how, version = version + 1 where id = the_basis;
  update consents.disclosure set period = tstzrange(lower(period), greatest(now(), lower(period)))
  where basis_id = the_basis and (upper_inf(period) or upper(period) > now());
  return null;
end $$;

-- Is there an open case about this household? Told to the intake of the leading institution only.
create function cases.open_case_of(person uuid) returns table (case_id uuid, code text, household_id uuid, label text, coordinator text)
language sql stable security definer set search_path = '' as $$
  select c.id, c.code, h.id, h.label, (
    select w.given_name || ' ' || w.family_name from cases.coordinator k join institutions.worker w on w.id = k.worker_id
    where k.case_id = c.id and k.period @> now())
  from households.member m join households.household h on h.id = m.household_id
  join cases."case" c on c.household_id = h.id join cases.opening o on o.case_id = c.id and upper_inf(o.period)
  where m.person_id = person and households.i_take_in(h.partnership_id) and not households.i_am_barred_from(person)
$$;

grant execute on function cases.may_be_asked(uuid, uuid), cases.works_in_teams(uuid), cases.take_up(uuid, uuid, text, uuid, text, text, text),
  cases.attach_concern(uuid, uuid), cases.i_attach(uuid, uuid), cases.i_can_void(uuid), cases.void(uuid, text), cases.void_contact(uuid),
  cases.lift_exclusion(uuid, uuid, text), cases.exclusions_of(uuid),
  cases.appoint_coordinator(uuid, uuid, uuid), cases.invite(uuid, uuid, uuid, text, text), cases.answer_invitation(uuid, text, text),
  cases.delegate_invitation(uuid, uuid, uuid), cases.end_part(uuid, text), cases.exclude(uuid, uuid, uuid, text),
  cases.close(uuid, text, text, date[]), cases.reopen(uuid, uuid), cases.offer_handover(uuid, uuid, uuid, text),
  cases.answer_handover(uuid, text), cases.offered_to_me(), consents.withdraw(uuid, text), cases.open_case_of(uuid) to splot_app;

-- Is this the true copy of an open concern that lies with me, to be passed on in its reporter's name?
create function cases.i_pass_on(copy cases.concern) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from cases.concern c
    where c.state = 'new' and not c.violence and (c.partnership_id, c.addressed_to) in (select * from cases.intakes_i_answer()) and c.id <> copy.id
      and c.addressed_to <> copy.addressed_to
      and (c.partnership_id, c.reporter_id, c.reporter_institution_id, c.who, c.commune, c.place, c.worries, c.what, c.urgency, c.family_knows, c.done_so_far)
        is not distinct from (copy.partnership_id, copy.reporter_id, copy.reporter_institution_id, copy.who, copy.commune, copy.place,
          copy.worries, copy.what, copy.urgency, copy.family_knows, copy.done_so_far))
$$;
grant execute on function cases.i_pass_on(cases.concern) to splot_app;

-- How many workers see something of a case now, for "who else sees it".
create function cases.how_many_see(case_id uuid) returns int
language sql stable security definer set search_path = '' as $$
  select count(distinct g.worker_id)::int from access.granted g
  where g.scope_id = case_id and g.valid @> now() and case_id in (select access.my_scopes('pointer'))
$$;
grant execute on function cases.how_many_see(uuid) to splot_app;

-- The case of a hand-over that lies with me, to answer or to take back.
create function cases.case_of_handover(the_handover uuid) returns uuid
language sql stable security definer set search_path = '' as $$
  select h.case_id from cases.handover h
  where h.id = the_handover and (h.to_institution_id = institutions.i_head() and h.case_id in (select access.my_scopes('offered'))
    or h.case_id in (select access.my_scopes('head')))
$$;
grant execute on function cases.case_of_handover(uuid) to splot_app;
