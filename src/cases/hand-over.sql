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
grant execute on function cases.offer_handover(uuid, uuid, uuid, text) to splot_app;

-- Another institution leads a case from this instant: the parts of the one before end with it, and what it disclosed.
create function cases.pass_lead(the_case uuid, institution uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare old_lead constant uuid := (select l.institution_id from cases.lead l where l.case_id = the_case and l.period @> now());
begin
  update cases.coordinator set period = tstzrange(lower(period), greatest(now(), lower(period))) where case_id = the_case and period @> now();
  perform cases.end_parts(array(select t.id from cases.team_member t where t.case_id = the_case and t.institution_id = old_lead), 'handed-over');
  perform consents.end_ticks(the_case, old_lead, 'left');
  update consents.disclosure d set period = tstzrange(lower(d.period), greatest(now(), lower(d.period)))
  where d.scope_id = the_case and d.from_institution_id = old_lead and (upper_inf(d.period) or upper(d.period) > now());
  update cases.lead set period = tstzrange(lower(period), greatest(now(), lower(period))) where case_id = the_case and period @> now();
  insert into cases.lead (id, case_id, institution_id) values (uuidv7(), the_case, institution);
end $$;

create function cases.answer_handover(the_handover uuid, said text) returns text
language plpgsql security definer set search_path = '' as $$
declare h cases.handover;
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
  perform cases.pass_lead(h.case_id, h.to_institution_id);
  return null;
end $$;
grant execute on function cases.answer_handover(uuid, text) to splot_app;

-- What a head may know of hand-overs offered to their institution, before accepting: the code and the reason.
create function cases.offered_to_me() returns table (id uuid, code text, from_institution_id uuid, reason text, offered_at timestamptz)
language sql stable security definer set search_path = '' as $$
  select h.id, c.code, l.institution_id, h.reason, h.offered_at
  from cases.handover h join cases."case" c on c.id = h.case_id
  join cases.lead l on l.case_id = c.id and l.period @> now()
  where h.answer is null and h.to_institution_id = institutions.i_head() and h.case_id = any ((select access.my_scopes('offered'))::uuid[])
$$;
grant execute on function cases.offered_to_me() to splot_app;

-- The case of a hand-over that lies with me, to answer or to take back.
create function cases.case_of_handover(the_handover uuid) returns uuid
language sql stable security definer set search_path = '' as $$
  select h.case_id from cases.handover h
  where h.id = the_handover and (h.to_institution_id = institutions.i_head() and h.case_id = any ((select access.my_scopes('offered'))::uuid[])
    or h.case_id = any ((select access.my_scopes('head'))::uuid[]))
$$;
grant execute on function cases.case_of_handover(uuid) to splot_app;
