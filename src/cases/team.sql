create function cases.invite(id uuid, case_id uuid, worker uuid, part text, asked text) returns text
language plpgsql security definer set search_path = '' as $$
begin
  if not cases.begin_deed(case_id, 'coordinate', (select w.institution_id from institutions.worker w where w.id = worker)) then return 'not-found'; end if;
  if not cases.may_be_asked(case_id, worker) then return 'worker-cannot-be-asked'; end if;
  if exists (select from cases.team_member t where t.case_id = invite.case_id and t.worker_id = worker
      and (t.answer is null or (t.answer = 'accepted' and t.left_at is null))) then return 'already-on-the-team'; end if;
  insert into cases.team_member (id, case_id, worker_id, institution_id, part, asked, invited_by)
    select invite.id, invite.case_id, worker, w.institution_id, invite.part, invite.asked, access.me()
    from institutions.worker w where w.id = worker;
  return null;
end $$;
grant execute on function cases.invite(uuid, uuid, uuid, text, text) to splot_app;

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
grant execute on function cases.answer_invitation(uuid, text, text) to splot_app;

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
  insert into cases.team_member (id, case_id, worker_id, institution_id, part, asked, invited_by)
  values (delegate_invitation.id, t.case_id, colleague, t.institution_id, t.part, t.asked, access.me());
  update cases.team_member set answer = 'withdrawn', answered_at = greatest(now(), invited_at), handed_on_as = delegate_invitation.id, version = version + 1
  where team_member.id = member;
  return null;
end $$;
grant execute on function cases.delegate_invitation(uuid, uuid, uuid) to splot_app;

-- Ends a part in the team: oneself, or the coordinator for another; an unanswered invitation is withdrawn.
create function cases.end_part(member uuid, because text) returns text
language plpgsql security definer set search_path = '' as $$
declare t cases.team_member;
begin
  select * into t from cases.team_member where id = member
    and (worker_id = institutions.me() or case_id = any ((select access.my_scopes('coordinate'))::uuid[]));
  if not found or not cases.begin_deed(t.case_id, 'pointer', closed_too => true) then return 'not-found'; end if;
  select * into t from cases.team_member where id = member
    and (worker_id = institutions.me() or case_id = any ((select access.my_scopes('coordinate'))::uuid[])) for update;
  if not found then return 'not-found'; end if;
  if not coalesce(t.answer = 'accepted' and t.left_at is null, t.worker_id <> access.me()) then return 'part-already-ended'; end if;
  perform cases.end_parts(array[member], because);
  -- With the last of an institution it leaves the joint work: whoever comes back needs new ticks.
  if not exists (select from cases.team_member o where o.case_id = t.case_id and o.institution_id = t.institution_id and cases.is_living(o)) then
    perform consents.end_ticks(t.case_id, t.institution_id, 'left');
  end if;
  return null;
end $$;
grant execute on function cases.end_part(uuid, text) to splot_app;

-- Excludes a person (kin, neighbour …), told by one of their jobs: by themselves, by the coordinator or by the leading
-- head, whom they see. It beats everything, in every case of the household and at each of their jobs.
create function cases.exclude(id uuid, case_id uuid, worker uuid, kind text) returns text
language plpgsql security definer set search_path = '' as $$
declare home uuid;
begin
  if not (cases.begin_deed(case_id, 'coordinate', closed_too => true) or cases.begin_deed(case_id, 'head', closed_too => true)
      or worker = institutions.me() and cases.begin_deed(case_id, 'pointer', closed_too => true)) then return 'not-found'; end if;
  if not exists (select from institutions.worker w where w.id = worker and (w.institution_id = institutions.my_institution()
      or w.institution_id = any ((select partnerships.institutions_i_meet())::uuid[]))) then return 'not-found'; end if;
  select c.household_id into home from cases."case" c where c.id = case_id;
  perform institutions.hold_person(worker);
  if exists (select from access.barred b where b.scope_id = home and b.worker_id = worker and b.valid @> now()) then return 'already-excluded'; end if;
  insert into cases.exclusion (id, case_id, worker_id, kind, recorded_by) values (id, case_id, worker, kind, access.me());
  perform cases.end_parts_of_barred(home);
  return null;
end $$;
grant execute on function cases.exclude(uuid, uuid, uuid, text) to splot_app;

-- Lifts an exclusion that was a mistake: by the coordinator or the leading head, in whichever case of the household
-- it was recorded. A part that ended with it stays ended; the person may be invited again.
create function cases.lift_exclusion(the_case uuid, the_exclusion uuid, because text) returns text
language plpgsql security definer set search_path = '' as $$
declare e cases.exclusion;
begin
  if not (cases.begin_deed(the_case, 'coordinate', closed_too => true) or cases.begin_deed(the_case, 'head', closed_too => true)) then return 'not-found'; end if;
  select x.* into e from cases.exclusion x join cases."case" c on c.id = x.case_id
  where x.id = the_exclusion and c.household_id = (select household_id from cases."case" where id = the_case) for update of x;
  if not found then return 'not-found'; end if;
  if e.lifted_at is not null then return 'exclusion-already-lifted'; end if;
  update cases.exclusion set lifted_at = greatest(now(), since), lifted_by = access.me(), lifted_because = because where id = the_exclusion;
  return null;
end $$;
grant execute on function cases.lift_exclusion(uuid, uuid, text) to splot_app;
