-- Who sees what, derived from facts (model.md, "Who sees what"). Each rule is a function of its own, derived alone when
-- what it reads changes; planned once, for mostly it is asked about one case.
insert into access.scope_rule (kind, rule, hold, turn) values
  ('case', 'cases.grants_to_team', 'cases.hold_facts', 1),
  ('case', 'cases.grants_by_basis', 'cases.hold_facts', 1),
  ('case', 'cases.grants_to_heads', 'cases.hold_facts', 1),
  ('household', 'cases.grants_in_household', null, 2);
-- The register of what joint work opened is kept from the same.
insert into access.scope_rule (kind, rule, keeps, turn) values ('case', 'consents.keep_register', true, 2);

insert into access.reads values
  ('cases.grants_to_team', 'cases.lead', null),
  ('cases.grants_to_team', 'cases.coordinator', null),
  ('cases.grants_to_team', 'cases.team_member', null),
  ('cases.grants_to_team', 'institutions.worker', 'cases.of_workers'),
  ('cases.grants_to_team', 'partnerships.full_membership', 'cases.of_memberships'),
  ('cases.grants_by_basis', 'consents.basis', null),
  ('cases.grants_by_basis', 'consents.tick', null),
  ('cases.grants_by_basis', 'consents.without', null),
  ('cases.grants_by_basis', 'households.relation', 'cases.with_ticks_in'),
  ('cases.grants_by_basis', 'households.person', 'cases.with_ticks_about'),
  ('consents.keep_register', 'cases.grants_by_basis', null),
  ('cases.grants_by_basis', 'households.member', 'cases.of_households'),
  ('cases.grants_by_basis', 'cases.lead', null),
  ('cases.grants_by_basis', 'cases.team_member', null),
  ('cases.grants_by_basis', 'institutions.worker', 'cases.of_workers'),
  ('cases.grants_by_basis', 'partnerships.full_membership', 'cases.of_memberships'),
  ('cases.grants_to_heads', 'cases.lead', null),
  ('cases.grants_to_heads', 'cases.opening', null),
  ('cases.grants_to_heads', 'cases.handover', null),
  ('cases.grants_to_heads', 'cases.exit_handover', null),
  ('cases.grants_to_heads', 'institutions.head', 'cases.of_heads'),
  ('cases.grants_to_heads', 'institutions.delegation', 'cases.of_delegations'),
  ('cases.grants_to_heads', 'institutions.worker', 'cases.of_heading_workers'),
  ('cases.grants_to_heads', 'cases.coordinator', 'cases.with_somebody_kept'),
  ('cases.grants_to_heads', 'partnerships.partnership', 'cases.kept_in'),
  ('cases.grants_to_heads', 'partnerships.full_membership', 'cases.offered_to'),
  ('cases.grants_to_heads', 'partnerships.membership', 'cases.left_by'),
  ('cases.grants_in_household', 'cases.grants_to_team', 'cases.households_of'),
  ('cases.grants_in_household', 'cases.grants_by_basis', 'cases.households_of'),
  ('cases.grants_in_household', 'cases.grants_to_heads', 'cases.households_of'),
  ('cases.grants_in_household', 'cases.opening', 'cases.households_of');

select access.fact('cases.opening', 'case_id');
select access.fact('cases.lead', 'case_id');
select access.fact('cases.coordinator', 'case_id');
select access.fact('cases.team_member', 'case_id', 'worker_id', 'institution_id', 'invited_at', 'answer', 'answered_at', 'left_at');
select access.fact('cases.handover', 'case_id');
select access.fact('cases.exit_handover', 'case_id');

-- When a case is open. Rules over many cases write it out, as they do who leads when: with a question in its body a function
-- is not put into theirs, and costs three times as much for each row.
create function cases.open_during(the_case uuid) returns tstzmultirange
language sql stable return (select coalesce(range_agg(o.period), '{}') from cases.opening o where o.case_id = the_case);

-- Since when a worker has a part in a case, by coordinating it or by accepting an invitation.
create function cases.parts(cases_asked uuid[])
returns table (case_id uuid, worker_id uuid, institution_id uuid, part text, valid tstzrange)
language sql stable begin atomic
  select c.case_id, c.worker_id, w.institution_id, 'coordinator', c.period * w.period
  from cases.coordinator c join institutions.worker w on w.id = c.worker_id where c.case_id = any (cases_asked)
  union all
  select t.case_id, t.worker_id, t.institution_id, 'team', tstzrange(t.answered_at, t.left_at) * w.period
  from cases.team_member t join institutions.worker w on w.id = t.worker_id
  where t.case_id = any (cases_asked) and t.answer = 'accepted'
  union all
  select t.case_id, t.worker_id, t.institution_id, 'invited', tstzrange(t.invited_at, t.answered_at) * w.period
  from cases.team_member t join institutions.worker w on w.id = t.worker_id
  where t.case_id = any (cases_asked);
end;

create function cases.grants_to_team(cases_asked uuid[])
returns table (scope_id uuid, worker_id uuid, about_id uuid, classes text[], valid tstzmultirange, because jsonb)
language sql stable set search_path = '' set plan_cache_mode = force_generic_plan as $$
  with part as materialized (
    select p.*, c.partnership_id,
      coalesce((select range_agg(l.period) from cases.lead l where l.case_id = p.case_id and l.institution_id = p.institution_id), '{}') as leads
    from cases.parts(cases_asked) p join cases."case" c on c.id = p.case_id
    where splot.is_or_will_be(p.valid)
  ), standing as materialized (
    select p.partnership_id, p.institution_id, partnerships.membership_valid(p.partnership_id, p.institution_id) as member
    from (select distinct partnership_id, institution_id from part) p
  )
  -- The leading institution's people, on its own statutory basis: not ended by the agreement.
  select p.case_id, p.worker_id, null::uuid,
    array['pointer', 'request', 'file', 'whereabouts', 'health', 'addiction', 'team']
      || case when p.part = 'coordinator' then array['coordinate'] else '{}' end,
    p.leads * p.valid::tstzmultirange, jsonb_build_object('reason', case when p.part = 'coordinator' then 'coordinator' else 'leading-team' end)
  from part p where p.part in ('coordinator', 'team') and p.leads <> '{}'
  union all
  select p.case_id, p.worker_id, p.institution_id, array['own'], p.leads * p.valid::tstzmultirange, jsonb_build_object('reason', 'own-entries')
  from part p where p.part in ('coordinator', 'team') and p.leads <> '{}'
  union all
  -- An accepted team member of another institution: pointer, request, and the entries of their own institution.
  select p.case_id, p.worker_id, p.case_id, array['pointer', 'request', 'team'], (s.member - p.leads) * p.valid::tstzmultirange,
    jsonb_build_object('reason', 'team')
  from part p join standing s using (partnership_id, institution_id) where p.part = 'team'
  union all
  select p.case_id, p.worker_id, p.institution_id, array['own'], (s.member - p.leads) * p.valid::tstzmultirange,
    jsonb_build_object('reason', 'own-entries')
  from part p join standing s using (partnership_id, institution_id) where p.part = 'team'
  union all
  -- Invited, not yet answered: that there is a case, and what is asked.
  select p.case_id, p.worker_id, p.case_id, array['pointer', 'request'],
    (s.member + p.leads) * p.valid::tstzmultirange, jsonb_build_object('reason', 'invited')
  from part p join standing s using (partnership_id, institution_id) where p.part = 'invited'
$$;

create function cases.grants_by_basis(cases_asked uuid[])
returns table (scope_id uuid, worker_id uuid, about_id uuid, classes text[], valid tstzmultirange, because jsonb)
language sql stable set search_path = '' set plan_cache_mode = force_generic_plan as $$
  -- People of other institutions on the team to which a basis, or joint work, opens something.
  with part as materialized (
    select p.case_id, p.worker_id, p.institution_id, c.partnership_id, c.household_id, p.valid::tstzmultirange
      - coalesce((select range_agg(l.period) from cases.lead l where l.case_id = p.case_id and l.institution_id = p.institution_id), '{}') as valid
    from cases.parts(cases_asked) p join cases."case" c on c.id = p.case_id
    where p.part = 'team' and splot.is_or_will_be(p.valid)
      and (exists (select from consents.basis b where b.scope_id = p.case_id and b.to_institution_id = p.institution_id)
        or exists (select from consents.tick t where t.scope_id = p.case_id and t.institution_id = p.institution_id))
  ), standing as materialized (
    select p.partnership_id, p.institution_id, partnerships.membership_valid(p.partnership_id, p.institution_id) as member
    from (select distinct partnership_id, institution_id from part) p
  ), exchanged as materialized (
    select c.case_id, e.* from (
      select distinct p.case_id from part p where exists (select from consents.tick t where t.scope_id = p.case_id)) c
    cross join lateral consents.exchanged(c.case_id) e
  )
  select p.case_id, p.worker_id, o.about_id, o.classes, s.member * p.valid * o.valid, o.because
  from part p join standing s using (partnership_id, institution_id)
  cross join lateral (
    -- What who gives opens about whom: a basis from one institution, joint work from whoever leads (no giver), or led, of what
    -- they wrote until then, and from each that is ticked for the same.
    with opened as materialized (
      select g.from_institution_id as giver, g.about_id as person, g.classes, g.valid::tstzmultirange as valid,
        coalesce((select range_agg(l.period) from cases.lead l where l.case_id = p.case_id and l.institution_id = g.from_institution_id), '{}') as leads,
        jsonb_build_object('reason', 'basis', 'basis', g.id) as because
      from consents.standing() g where g.scope_id = p.case_id and g.to_institution_id = p.institution_id
      union all
      select j.institution_id, e.about_id, array_agg(e.class order by e.class), e.valid * coalesce(j.valid, '{(,)}'), '{(,)}',
        jsonb_strip_nulls(jsonb_build_object('reason', 'joint-work', 'since', e.since))
      from exchanged e left join lateral (
        select null::uuid as institution_id, null::tstzmultirange as valid
        union all
        select j.institution_id, j.valid from exchanged j
        where (j.case_id, j.about_id, j.class) = (e.case_id, e.about_id, e.class) and j.institution_id <> e.institution_id) j on true
      where e.case_id = p.case_id and e.institution_id = p.institution_id
      group by j.institution_id, e.about_id, e.valid, j.valid, e.since
    )
    -- About a person, from who leads …
    select o.person as about_id, o.classes, o.valid * o.leads as valid, o.because
    from opened o where o.because ->> 'reason' = 'basis' or o.giver is null
    union all
    -- … their entries about that person, while they work in the case …
    select access.pair(o.giver, o.person), o.classes, o.valid * case when o.because ->> 'reason' = 'basis' then o.leads + coalesce((
        select range_agg(tstzrange(t.answered_at, t.left_at)) from cases.team_member t
        where t.case_id = p.case_id and t.institution_id = o.giver and t.answer = 'accepted'), '{}') else '{(,)}' end,
      o.because || jsonb_build_object('giver', o.giver)
    from opened o where o.giver is not null
    union all
    select access.pair(l.institution_id, o.person), o.classes, o.valid, o.because || jsonb_strip_nulls(jsonb_build_object('giver', l.institution_id, 'until', l.until))
    from opened o cross join (
      select l.institution_id, case when not bool_or(upper_inf(l.period)) then max(upper(l.period)) end as until
      from cases.lead l where l.case_id = p.case_id group by 1) l where o.giver is null
    union all
    -- … and about the household as such, of a class opened about everybody who belongs to it; where it is, about each grown-up
    -- who lives there, for a child's page has no such box: somebody of them, and nobody who lives elsewhere, opens it.
    select p.case_id, array_agg(k.class order by k.class), k.valid, '{"reason": "basis-of-all"}'
    from (
      select a.class, a.valid - coalesce((
        select range_agg(tstzmultirange(tstzrange(splot.start_of_day(lower(m.period)), splot.start_of_day(upper(m.period)))
            * case when a.class <> 'whereabouts' then '(,)' when q.expected then 'empty' else tstzrange(consents.of_age_from(q), null) end) - coalesce((
          select range_agg(r) from opened o, unnest(o.valid * o.leads) r
          where o.person = m.person_id and a.class = any (o.classes) and (o.because ->> 'reason' = 'basis' or o.giver is null)), '{}'))
        from households.member m join households.person q on q.id = m.person_id
        where m.household_id = p.household_id and not isempty(m.period) and (a.class <> 'whereabouts' or m.lives_here)), '{}') as valid
      from (
        select class, range_agg(r) as valid from opened o, unnest(o.classes) class, unnest(o.valid * o.leads) r
        where (o.because ->> 'reason' = 'basis' or o.giver is null) and (class <> 'whereabouts' or exists (
          select from households.member m where m.household_id = p.household_id and m.person_id = o.person and m.lives_here)) group by 1) a) k
    where not isempty(k.valid) group by k.valid) o
$$;

create function cases.grants_to_heads(cases_asked uuid[])
returns table (scope_id uuid, worker_id uuid, about_id uuid, classes text[], valid tstzmultirange, because jsonb)
language sql stable set search_path = '' set plan_cache_mode = force_generic_plan as $$
  with led as materialized (
    select l.case_id, l.institution_id, l.period::tstzmultirange * (select range_agg(o.period) from cases.opening o where o.case_id = l.case_id) as valid
    from cases.lead l
    where l.case_id = any (cases_asked)
  ), head as materialized (
    select i.institution_id, h.* from (select distinct institution_id from led) i cross join lateral institutions.headed(i.institution_id) h
  )
  -- The head of the leading institution or who stands in: that the case is there while it is open, and the head's deeds.
  select l.case_id, h.worker_id, l.case_id, array['pointer', 'head'], h.valid * l.valid,
    jsonb_build_object('reason', case when h.standing_in then 'standing-in' else 'head' end)
  from led l join head h using (institution_id)
  union all
  -- Whoever does these in place of a head who is kept from the family.
  select p.case_id, p.worker_id, p.case_id, p.classes, p.valid, jsonb_build_object('reason', p.reason) from cases.in_place_of_head(cases_asked) p
  union all
  -- The head of an institution that a hand-over was offered to, until it is answered: only that they answer.
  select o.case_id, h.worker_id, o.case_id, array['offered'],
    h.valid * tstzmultirange(tstzrange(o.offered_at, o.answered_at)) * partnerships.membership_valid(c.partnership_id, o.to_institution_id)
      * cases.open_during(o.case_id), jsonb_build_object('reason', 'handover-offered')
  from cases.handover o join cases."case" c on c.id = o.case_id
  cross join lateral institutions.headed(o.to_institution_id) h where o.case_id = any (cases_asked) and o.answer is null
  union all
  -- The head of an institution that left: what it had entered, sealed, until it comes back.
  select e.case_id, h.worker_id, e.institution_id, array['handed_over'],
    h.valid * tstzmultirange(tstzrange(min(e.sealed_at), null)) - coalesce((
      select range_agg(m.period) from partnerships.membership m
      where m.partnership_id = c.partnership_id and m.institution_id = e.institution_id), '{}'),
    jsonb_build_object('reason', 'handed-over')
  from cases.exit_handover e join cases."case" c on c.id = e.case_id
  cross join lateral institutions.headed(e.institution_id) h where e.case_id = any (cases_asked)
  group by e.case_id, e.institution_id, c.partnership_id, h.worker_id, h.valid
$$;

-- The file and whereabouts of a household, to those who hold them in a case about it; keeping it, to the leading team while
-- the case is open.
create function cases.grants_in_household(households_asked uuid[])
returns table (scope_id uuid, worker_id uuid, about_id uuid, classes text[], valid tstzmultirange, because jsonb)
language sql stable set search_path = '' set plan_cache_mode = force_generic_plan as $$
  with held as materialized (
    select c.id, c.household_id, g.worker_id, g.about_id, g.classes, g.valid, g.because || jsonb_build_object('case', c.id) as because
    from cases."case" c join access.granted g on g.scope_id = c.id and g.rule in ('cases.grants_to_team', 'cases.grants_by_basis')
    where c.household_id = any (households_asked)
  )
  select h.household_id, h.worker_id, case when h.about_id = h.id then h.household_id else h.about_id end,
    array_remove(array[case when 'file' = any (h.classes) then 'file' end, case when 'file' = any (h.classes) then 'named' end, case when 'whereabouts' = any (h.classes) then 'whereabouts' end], null),
    h.valid, h.because
  from held h where h.classes && '{file, whereabouts}' and not h.because ? 'giver'
  union all
  select h.household_id, h.worker_id, null, array['keep'], h.valid * (select range_agg(o.period) from cases.opening o where o.case_id = h.id), h.because
  from held h where h.about_id is null and 'team' = any (h.classes)
  union all
  -- Whoever heads the institution that leads: how it is called, to find it when it calls.
  select c.household_id, g.worker_id, null, array['named'], g.valid, g.because || jsonb_build_object('case', c.id)
  from cases."case" c join access.granted g on g.scope_id = c.id and g.rule = 'cases.grants_to_heads' and 'head' = any (g.classes)
  where c.household_id = any (households_asked)
$$;

-- Facts of others that the rule reads: while they are held, none of them changes. The agreements of the partnership,
-- every institution with a part in the case (institutions.change_alone), and the one that leads the partnership; `also` names
-- one that is about to get a part.
create function cases.hold_facts(cases_asked uuid[], also uuid default null) returns void
language plpgsql security definer set search_path = '' set plan_cache_mode = force_generic_plan as $$
begin
  perform from partnerships.agreement a where a.partnership_id in (
    select c.partnership_id from cases."case" c where c.id = any (cases_asked)) order by a.id for share;
  perform from institutions.institution i where i.id = also or i.id in (
    select l.institution_id from cases.lead l where l.case_id = any (cases_asked)
    union select p.leading_institution_id from cases."case" c join partnerships.partnership p on p.id = c.partnership_id where c.id = any (cases_asked)
    union select t.institution_id from cases.team_member t where t.case_id = any (cases_asked)
    union select o.to_institution_id from cases.handover o where o.case_id = any (cases_asked) and o.answer is null
    union select e.institution_id from cases.exit_handover e where e.case_id = any (cases_asked)) order by i.id for share;
end $$;


-- Which cases a changed fact touches --------------------------------------------------------------------------------

create function cases.of_households(households uuid[]) returns uuid[]
language sql stable set search_path = '' as $$ select array_agg(c.id) from cases."case" c where c.household_id = any (households) $$;

-- Who must sign matters where something was ticked.
create function cases.with_ticks_in(households uuid[]) returns uuid[]
language sql stable set search_path = '' as $$
  select array_agg(c.id) from cases."case" c
  where c.household_id = any (households) and exists (select from consents.tick t where t.scope_id = c.id)
$$;

create function cases.with_ticks_about(people uuid[]) returns uuid[]
language sql stable set search_path = '' as $$
  select cases.with_ticks_in(array(select m.household_id from households.member m where m.person_id = any (people)))
$$;

create function cases.households_of(cases_touched uuid[]) returns uuid[]
language sql stable set search_path = '' as $$ select array_agg(distinct c.household_id) from cases."case" c where c.id = any (cases_touched) $$;

-- A part in a team that somebody has, or is asked to take.
create function cases.is_living(part cases.team_member) returns boolean
language sql stable return part.answer is null or part.answer = 'accepted' and (part.left_at is null or part.left_at > now());

create function cases.of_workers(workers uuid[]) returns uuid[]
language sql stable set search_path = '' as $$
  select array(
    select c.case_id from cases.coordinator c where c.worker_id = any (workers)
    union select t.case_id from cases.team_member t where t.worker_id = any (workers) and cases.is_living(t))
$$;

-- Only where another institution than the leading one has a part: the leading one's sight does not stand on membership.
create function cases.of_memberships(memberships uuid[]) returns uuid[]
language sql stable set search_path = '' as $$
  select array_agg(distinct t.case_id) from partnerships.membership m join cases."case" c using (partnership_id)
  join cases.team_member t on t.case_id = c.id and t.institution_id = m.institution_id
  where m.id = any (memberships) and cases.is_living(t)
    and not exists (select from cases.lead l where l.case_id = c.id and l.institution_id = t.institution_id and l.period @> now() and upper_inf(l.period))
$$;

-- What the heads of institutions see something of: the open cases these lead, hand-overs, what they left behind; where they lead
-- the partnership, cases that are kept from somebody.
create function cases.seen_by_heads(institutions uuid[]) returns uuid[]
language sql stable set search_path = '' as $$
  select array(
    select l.case_id from cases.lead l join cases.opening o on o.case_id = l.case_id and splot.is_or_will_be(o.period)
      where l.institution_id = any (institutions) and splot.is_or_will_be(l.period)
    union select o.case_id from cases.handover o where o.to_institution_id = any (institutions) and o.answer is null
    union select e.case_id from cases.exit_handover e where e.institution_id = any (institutions)
    union select unnest(cases.kept_in(array(select p.id from partnerships.partnership p where p.leading_institution_id = any (institutions)))))
$$;

create function cases.of_heads(heads uuid[]) returns uuid[]
language sql stable set search_path = '' as $$
  select cases.seen_by_heads(array(select h.institution_id from institutions.head h where h.id = any (heads)))
$$;

-- Who stands in sees what the head does; who takes in may come in the head's place.
create function cases.of_delegations(delegations uuid[]) returns uuid[]
language sql stable set search_path = '' as $$
  select cases.seen_by_heads(array(
      select d.institution_id from institutions.delegation d where d.id = any (delegations) and d.part = 'stand_in'))
    || cases.with_somebody_kept(cases.seen_by_heads(array(
      select d.institution_id from institutions.delegation d where d.id = any (delegations) and d.part = 'duty')))
$$;

create function cases.of_heading_workers(workers uuid[]) returns uuid[]
language sql stable set search_path = '' as $$
  select cases.seen_by_heads(array(
      select h.institution_id from institutions.head h where h.worker_id = any (workers)
      union select d.institution_id from institutions.delegation d where d.worker_id = any (workers) and d.part = 'stand_in'))
    || cases.with_somebody_kept(cases.seen_by_heads(array(
      select d.institution_id from institutions.delegation d where d.worker_id = any (workers) and d.part = 'duty')))
$$;

create function cases.offered_to(memberships uuid[]) returns uuid[]
language sql stable set search_path = '' as $$
  select array_agg(o.case_id) from partnerships.membership m join cases.handover o on o.to_institution_id = m.institution_id and o.answer is null
  where m.id = any (memberships)
$$;

create function cases.left_by(memberships uuid[]) returns uuid[]
language sql stable set search_path = '' as $$
  select array_agg(e.case_id) from partnerships.membership m join cases.exit_handover e using (institution_id) where m.id = any (memberships)
$$;
