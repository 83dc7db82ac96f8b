-- Who sees what, derived from the facts above (model.md, "Who sees what") ------------------------------------------
-- These functions run at each change of a fact, mostly for one case: planning them anew would take longer than they do.

insert into access.scope_rule values
  ('case', 'cases.grants_of', 'cases.hold_facts'),
  ('household', 'cases.grants_of_household', 'cases.hold_facts_of_household');

-- When a case is open.
create function cases.open_during(case_id uuid) returns tstzmultirange
language sql stable set search_path = '' as
$$ select coalesce(range_agg(o.period), '{}') from cases.opening o where o.case_id = open_during.case_id $$;

-- Since when a worker has a part in a case, by coordinating it or by accepting an invitation.
create function cases.parts(cases_asked uuid[])
returns table (case_id uuid, worker_id uuid, institution_id uuid, part text, valid tstzrange)
language sql stable set search_path = '' as $$
  select c.case_id, c.worker_id, w.institution_id, 'coordinator', c.period * w.period
  from cases.coordinator c join institutions.worker w on w.id = c.worker_id where c.case_id = any (cases_asked)
  union all
  select t.case_id, t.worker_id, t.institution_id, 'team', tstzrange(t.answered_at, t.left_at) * w.period
  from cases.team_member t join institutions.worker w on w.id = t.worker_id
  where t.case_id = any (cases_asked) and t.answer = 'accepted'
  union all
  select t.case_id, t.worker_id, t.institution_id, 'invited', tstzrange(t.invited_at, t.answered_at) * w.period
  from cases.team_member t join institutions.worker w on w.id = t.worker_id
  where t.case_id = any (cases_asked)
$$;

create function cases.grants_of(cases_asked uuid[])
returns table (scope_id uuid, worker_id uuid, about_id uuid, classes text[], valid tstzmultirange, because jsonb)
language sql stable set search_path = '' set plan_cache_mode = force_generic_plan as $$
  with part as materialized (
    select p.*, c.partnership_id,
      (select coalesce(range_agg(l.period), '{}') from cases.lead l where l.case_id = p.case_id and l.institution_id = p.institution_id) as leads
    from cases.parts(cases_asked) p join cases."case" c on c.id = p.case_id
    where not isempty(p.valid)
  ), standing as materialized (
    select p.partnership_id, p.institution_id, partnerships.membership_valid(p.partnership_id, p.institution_id) as member
    from (select distinct partnership_id, institution_id from part) p
  ), given as materialized (
    select b.id, b.scope_id, b.about_id, b.from_institution_id, b.to_institution_id, b.classes,
      tstzmultirange(tstzrange(lower(b.period), least(upper(b.period), b.withdrawn_at))) as valid
    from consents.basis b join consents.basis_rule r on r.code = b.rule and r.standing
    where b.scope_id = any (cases_asked) and lower(b.period) < coalesce(b.withdrawn_at, 'infinity')
  ), giver as materialized (
    select g.scope_id, g.from_institution_id, (
      select coalesce(range_agg(l.period), '{}') from cases.lead l
      where l.case_id = g.scope_id and l.institution_id = g.from_institution_id) as leads
    from (select distinct scope_id, from_institution_id from given) g
  ), member as materialized (
    select c.id as scope_id, m.person_id, range_agg(tstzrange(splot.start_of_day(lower(m.period)), splot.start_of_day(upper(m.period)))) as lives
    from cases."case" c join households.member m on m.household_id = c.household_id and not isempty(m.period)
    where c.id in (select g.scope_id from given g) group by c.id, m.person_id
  ), of_all as materialized (
    -- When bases of a class from one institution to another cover every member of the household.
    select k.scope_id, k.from_institution_id, k.to_institution_id, k.class, k.valid - coalesce((
        select range_agg(m.lives - coalesce((
          select range_agg(g.valid) from given g
          where g.scope_id = k.scope_id and g.about_id = m.person_id and g.from_institution_id = k.from_institution_id
            and g.to_institution_id = k.to_institution_id and k.class = any (g.classes)), '{}'))
        from member m where m.scope_id = k.scope_id), '{}') as valid
    from (
      select g.scope_id, g.from_institution_id, g.to_institution_id, class, range_agg(g.valid) as valid
      from given g, unnest(g.classes) class group by 1, 2, 3, 4) k
  )
  -- The leading institution's people, on its own statutory basis: not ended by the agreement.
  select p.case_id, p.worker_id, null::uuid,
    array['pointer', 'request', 'file', 'whereabouts', 'health', 'addiction', 'team']
      || case when p.part = 'coordinator' then array['coordinate'] else '{}' end,
    p.leads * p.valid::tstzmultirange, jsonb_build_object('reason', case when p.part = 'coordinator' then 'coordinator' else 'leading-team' end)
  from part p where p.part in ('coordinator', 'team')
  union all
  select p.case_id, p.worker_id, p.institution_id, array['own'], p.leads * p.valid::tstzmultirange, jsonb_build_object('reason', 'own-entries')
  from part p where p.part in ('coordinator', 'team')
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
  -- … what a basis from who leads the case names about that person …
  select p.case_id, p.worker_id, g.about_id, g.classes, (s.member - p.leads) * p.valid::tstzmultirange * giver.leads * g.valid,
    jsonb_build_object('reason', 'basis', 'basis', g.id)
  from part p join standing s using (partnership_id, institution_id)
  join given g on g.scope_id = p.case_id and g.to_institution_id = p.institution_id
  join giver on giver.scope_id = g.scope_id and giver.from_institution_id = g.from_institution_id
  where p.part = 'team'
  union all
  -- … and, where there is one for every member of the household, what the giver entered and, while it leads the case,
  -- what is shared there: both are about nobody by name, so they may be about anybody.
  select p.case_id, p.worker_id, about.id, array_agg(o.class order by o.class), (s.member - p.leads) * p.valid::tstzmultirange * about.valid * o.valid,
    jsonb_build_object('reason', 'basis-of-all')
  from part p join standing s using (partnership_id, institution_id)
  join of_all o on o.scope_id = p.case_id and o.to_institution_id = p.institution_id
  join giver on giver.scope_id = o.scope_id and giver.from_institution_id = o.from_institution_id
  cross join lateral (values (p.case_id, giver.leads), (o.from_institution_id, '{(,)}'::tstzmultirange)) about (id, valid)
  where p.part = 'team'
  group by p.case_id, p.worker_id, p.valid, p.leads, s.member, about.id, about.valid, o.valid
  union all
  -- Invited, not yet answered: that there is a case, and what is asked.
  select p.case_id, p.worker_id, p.case_id, array['pointer', 'request'],
    (s.member + p.leads) * p.valid::tstzmultirange, jsonb_build_object('reason', 'invited')
  from part p join standing s using (partnership_id, institution_id) where p.part = 'invited'
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
  union all
  -- The head of the leading institution or who stands in: that the case is there while it is open, and the head's deeds.
  select l.case_id, h.worker_id, l.case_id, array['pointer', 'head'], h.valid * l.period::tstzmultirange * cases.open_during(l.case_id),
    jsonb_build_object('reason', case when h.standing_in then 'standing-in' else 'head' end)
  from cases.lead l cross join lateral institutions.headed(l.institution_id) h where l.case_id = any (cases_asked)
$$;

-- The file and whereabouts of a household, to those who hold them in a case about it; keeping it, to the leading
-- team while the case is open. Whom a case bars, its household bars too.
create function cases.grants_of_household(households_asked uuid[])
returns table (scope_id uuid, worker_id uuid, about_id uuid, classes text[], valid tstzmultirange, because jsonb)
language sql stable set search_path = '' set plan_cache_mode = force_generic_plan as $$
  select c.household_id, g.worker_id, case when g.about_id = c.id then c.household_id else g.about_id end,
    case when held.may_keep then array['keep'] else held.classes end,
    case when held.may_keep then g.valid * cases.open_during(c.id) else g.valid end,
    g.because || jsonb_build_object('case', c.id)
  from cases.grants_of(array(select d.id from cases."case" d where d.household_id = any (households_asked) and d.voided_at is null)) g
  join cases."case" c on c.id = g.scope_id
  cross join lateral (
    select array(select unnest(g.classes) intersect select unnest(array['file', 'whereabouts'])) as classes, false as may_keep
    union all
    select array['keep'], true where g.about_id is null and 'team' = any (g.classes)
  ) held
  where cardinality(held.classes) > 0
$$;

-- Facts of others that the rule reads: while they are held, none of them changes. The agreements of the partnership,
-- and every institution with a part in the case (institutions.change_alone); `also` names one that is about to get a part.
create function cases.hold_facts(cases_asked uuid[], also uuid default null) returns void
language plpgsql security definer set search_path = '' set plan_cache_mode = force_generic_plan as $$
begin
  perform from partnerships.agreement a where a.partnership_id in (
    select c.partnership_id from cases."case" c where c.id = any (cases_asked)) order by a.id for share;
  perform from institutions.institution i where i.id = also or i.id in (
    select l.institution_id from cases.lead l where l.case_id = any (cases_asked)
    union select t.institution_id from cases.team_member t where t.case_id = any (cases_asked)
    union select o.to_institution_id from cases.handover o where o.case_id = any (cases_asked) and o.answer is null
    union select e.institution_id from cases.exit_handover e where e.case_id = any (cases_asked)) order by i.id for share;
end $$;

create function cases.hold_facts_of_household(households_asked uuid[]) returns void
language sql security definer set search_path = '' set plan_cache_mode = force_generic_plan as $$
  select cases.hold_facts(array(select c.id from cases."case" c where c.household_id = any (households_asked)))
$$;

-- Derives the grants of cases and of their households.
create function cases.derive(case_ids uuid[]) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if cardinality(case_ids) = 0 then return; end if;
  perform access.derive(case_ids || array(select distinct c.household_id from cases."case" c where c.id = any (case_ids)));
end $$;

create function cases.facts_changed() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform cases.derive(array(select distinct case_id from changed));
  return null;
end $$;

create function cases.keep_last_opening() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update cases."case" c set opened_at = lower(o.period), closed_at = upper(o.period)
  from (select distinct on (case_id) case_id, period from cases.opening
    where case_id in (select case_id from changed) order by case_id, lower(period) desc nulls last) o
  where c.id = o.case_id;
  return null;
end $$;

create trigger last_opening_when_new after insert on cases.opening referencing new table as changed
  for each statement execute function cases.keep_last_opening();
create trigger last_opening after update on cases.opening referencing new table as changed
  for each statement execute function cases.keep_last_opening();

-- An exclusion bars a person, whichever of their jobs it was recorded at, from the household and all its cases, until it
-- is lifted; a later case of the household inherits it.
create function cases.bar(home uuid) returns void language plpgsql security definer set search_path = '' as $$
declare scopes uuid[] := array(select home union select c.id from cases."case" c where c.household_id = home);
begin
  delete from access.barred b where b.scope_id = any (scopes);
  insert into access.barred (scope_id, worker_id, valid)
    select s.id, w.id, range_agg(tstzrange(e.since, e.lifted_at))
    from unnest(scopes) s (id) cross join cases.exclusion e join cases."case" c on c.id = e.case_id and c.household_id = home
    cross join lateral institutions.same_person(e.worker_id) w (id)
    group by s.id, w.id;
  perform cases.derive(array(select c.id from cases."case" c where c.household_id = home));
end $$;

create function cases.exclusion_changed() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform institutions.hold_person(new.worker_id);
  perform cases.bar(c.household_id) from cases."case" c where c.id = new.case_id;
  return null;
end $$;

create trigger bars after insert or update on cases.exclusion for each row execute function cases.exclusion_changed();

-- Whoever is barred keeps no part in the household's cases: what they accepted ends, what they are asked is withdrawn.
create function cases.end_parts_of_barred(home uuid) returns void language plpgsql security definer set search_path = '' as $$
begin
  perform cases.end_parts(array(
    select t.id from cases.team_member t join cases."case" c on c.id = t.case_id
    join access.barred b on b.scope_id = c.id and b.worker_id = t.worker_id and b.valid @> now() where c.household_id = home), 'excluded');
  update cases.coordinator k set period = tstzrange(lower(k.period), greatest(now(), lower(k.period)))
  from cases."case" c join access.barred b on b.scope_id = c.id and b.valid @> now()
  where c.household_id = home and k.case_id = c.id and k.worker_id = b.worker_id and k.period @> now();
end $$;

-- Somebody who is excluded somewhere turns out to have one more job: they are out there from that moment on.
create function cases.person_known() returns trigger language plpgsql security definer set search_path = '' as $$
declare home uuid;
begin
  perform institutions.hold_person(new.id);
  for home in
    select distinct c.household_id from cases.exclusion e join cases."case" c on c.id = e.case_id
    where e.worker_id in (select institutions.same_person(new.id)) order by 1
  loop
    perform cases.bar(home);
    perform cases.end_parts_of_barred(home);
  end loop;
  return null;
end $$;

create trigger bars_when_hired after insert on institutions.worker for each row when (new.account_id is not null)
  execute function cases.person_known();
create trigger bars_when_known after update on institutions.worker for each row when (old.account_id is distinct from new.account_id)
  execute function cases.person_known();

create function cases.inherits_exclusions() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into access.barred (scope_id, worker_id, valid)
    select new.id, b.worker_id, b.valid from access.barred b where b.scope_id = new.household_id;
  return null;
end $$;

create trigger inherits_exclusions after insert on cases."case" for each row execute function cases.inherits_exclusions();

create function cases.basis_changed() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform cases.derive(array(select c.id from cases."case" c where c.id = new.scope_id));
  return null;
end $$;

create trigger derives after insert or update on consents.basis for each row execute function cases.basis_changed();

-- Who joins a household or leaves it: what the bases cover is another thing from then on.
create function cases.members_changed() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform cases.derive(array(select distinct c.id from changed m join cases."case" c on c.household_id = m.household_id));
  return null;
end $$;

create trigger cases_derive_when_new after insert on households.member referencing new table as changed
  for each statement execute function cases.members_changed();
create trigger cases_derive after update on households.member referencing new table as changed
  for each statement execute function cases.members_changed();

-- The table of rules is data that changes: what stood on a rule is derived anew.
create function cases.basis_rule_changed() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform cases.derive(array(select distinct c.id from consents.basis b join cases."case" c on c.id = b.scope_id where b.rule = new.code));
  return null;
end $$;

create trigger derives after update on consents.basis_rule for each row when (old.standing is distinct from new.standing)
  execute function cases.basis_rule_changed();

-- What is recorded about somebody in a case is about somebody of its household.
create function cases.about_the_household() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if exists (select from cases."case" c where c.id = new.scope_id and not households.belongs_to(new.about_id, c.household_id)) then
    raise exception 'not somebody of this household' using errcode = 'SP001', schema = 'cases', constraint = 'about_the_household';
  end if;
  return new;
end $$;

create trigger about_the_household before insert on consents.information_clause for each row execute function cases.about_the_household();
create trigger about_the_household before insert on consents.basis for each row execute function cases.about_the_household();
create trigger about_the_household before insert on consents.disclosure for each row execute function cases.about_the_household();

-- Cases in which an institution has a living part: it leads them while they are open or its people keep the file, its
-- people are on the team or asked, a hand-over lies with it, or it has left something behind.
create function cases.touching(institution uuid) returns uuid[]
language sql stable set search_path = '' as $$
  select array(
    select l.case_id from cases.lead l where l.institution_id = institution and (upper_inf(l.period) or upper(l.period) > now())
    union select t.case_id from cases.team_member t where t.institution_id = institution
      and (t.answer is null or t.answer = 'accepted' and (t.left_at is null or t.left_at > now()))
    union select o.case_id from cases.handover o where o.to_institution_id = institution and o.answer is null
    union select e.case_id from cases.exit_handover e where e.institution_id = institution)
$$;

create function cases.worker_changed() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if old.period = new.period then return null; end if;
  perform cases.derive(array(
    select c.case_id from cases.coordinator c where c.worker_id = new.id
    union select t.case_id from cases.team_member t where t.worker_id = new.id
      and (t.answer is null or t.answer = 'accepted' and (t.left_at is null or t.left_at > now()))
    union select unnest(cases.seen_by_head(new.institution_id)) where exists (
      select from institutions.headed(new.institution_id) h where h.worker_id = new.id)));
  return null;
end $$;

-- What the head of an institution sees something of: the open cases it leads, hand-overs, what it left behind.
create function cases.seen_by_head(institution uuid) returns uuid[]
language sql stable set search_path = '' as $$
  select array(
    select l.case_id from cases.lead l join cases.opening o on o.case_id = l.case_id and (upper_inf(o.period) or upper(o.period) > now())
      where l.institution_id = institution and (upper_inf(l.period) or upper(l.period) > now())
    union select o.case_id from cases.handover o where o.to_institution_id = institution and o.answer is null
    union select e.case_id from cases.exit_handover e where e.institution_id = institution)
$$;

create trigger cases_derive after update on institutions.worker for each row when (old.period is distinct from new.period)
  execute function cases.worker_changed();

create function cases.head_changed() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform cases.derive(cases.seen_by_head(new.institution_id));
  return null;
end $$;

create trigger cases_derive after insert or update on institutions.head for each row execute function cases.head_changed();
create trigger cases_derive after insert or update on institutions.delegation for each row when (new.part = 'stand_in')
  execute function cases.head_changed();

-- Ends parts in teams at this instant, as far as they have not ended: who accepted leaves, what waits for an answer is
-- withdrawn.
create function cases.end_parts(parts uuid[], because text) returns void
language sql security definer set search_path = '' as $$
  update cases.team_member t set answer = coalesce(t.answer, 'withdrawn'), answered_at = coalesce(t.answered_at, greatest(now(), t.invited_at)),
    left_at = case when t.answer = 'accepted' then greatest(now(), t.answered_at) end, left_because = end_parts.because, version = t.version + 1
  where t.id = any (parts) and (t.answer is null or t.answer = 'accepted' and t.left_at is null)
$$;

-- Ends all parts of somebody in cases, at the jobs named.
create function cases.end_all_parts(workers uuid[], because text) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform cases.end_parts(array(select t.id from cases.team_member t where t.worker_id = any (workers)), because);
  update cases.coordinator c set period = tstzrange(lower(c.period), greatest(now(), lower(c.period)))
  where c.worker_id = any (workers) and c.period @> now();
end $$;

-- An institution leaves: its parts, what it was asked and what went to it or from it end in the same transaction. It
-- first hands over or closes the open cases that it leads.
create function cases.leave(institution uuid, partnership uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare theirs uuid[];
begin
  if exists (select from cases.lead l join cases."case" c on c.id = l.case_id join cases.opening o on o.case_id = c.id and upper_inf(o.period)
      where l.institution_id = leave.institution and upper_inf(l.period) and c.partnership_id = leave.partnership) then
    raise exception 'an institution that leads open cases does not leave' using errcode = 'SP001', schema = 'cases', constraint = 'still_leads_open_cases';
  end if;
  select array_agg(distinct t.case_id) into theirs from cases.team_member t join cases."case" c on c.id = t.case_id
  where t.institution_id = leave.institution and c.partnership_id = leave.partnership and (t.answer is null or t.answer = 'accepted')
    and not exists (select from cases.lead l where l.case_id = c.id and l.institution_id = leave.institution and upper_inf(l.period));
  insert into cases.exit_handover (case_id, institution_id, code)
    select c.id, leave.institution, c.code from cases."case" c where c.id = any (theirs)
      and exists (select from cases.team_member t where t.case_id = c.id and t.institution_id = leave.institution and t.answer = 'accepted');
  perform cases.end_parts(array(
    select t.id from cases.team_member t where t.case_id = any (theirs) and t.institution_id = leave.institution), 'institution-left');
  update cases.handover h set answer = 'withdrawn', answered_at = now()
  from cases."case" c where c.id = h.case_id and c.partnership_id = leave.partnership and h.to_institution_id = leave.institution and h.answer is null;
  update consents.disclosure d set period = tstzrange(lower(d.period), greatest(now(), lower(d.period)))
  where d.scope_id = any (theirs) and leave.institution in (d.from_institution_id, d.to_institution_id) and (upper_inf(d.period) or upper(d.period) > now());
end $$;

create function cases.membership_changed() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'UPDATE' and old.left_because is null and new.left_because is not null then
    perform cases.leave(new.institution_id, new.partnership_id);
  end if;
  perform cases.derive(array(select c.id from cases."case" c
    where c.id = any (cases.touching(new.institution_id)) and c.partnership_id = new.partnership_id));
  return null;
end $$;

create trigger cases_derive after insert or update of period, left_because on partnerships.membership for each row
  execute function cases.membership_changed();

create function cases.suspension_changed() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform cases.derive(array(select c.id from partnerships.membership m
    join cases."case" c on c.partnership_id = m.partnership_id and c.id = any (cases.touching(m.institution_id))
    where m.id = new.membership_id));
  return null;
end $$;

create trigger cases_derive after insert or update on partnerships.membership_suspension for each row execute function cases.suspension_changed();

-- The agreement touches only cases in which another institution than the leading one has a living part.
create function cases.agreement_changed() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform cases.derive(array(
    select t.case_id from cases.team_member t join cases."case" c on c.id = t.case_id
      where c.partnership_id = new.partnership_id and (t.answer is null or t.answer = 'accepted' and (t.left_at is null or t.left_at > now()))
        and not exists (select from cases.lead l where l.case_id = c.id and l.institution_id = t.institution_id and upper_inf(l.period))
    union select o.case_id from cases.handover o join cases."case" c on c.id = o.case_id
      where c.partnership_id = new.partnership_id and o.answer is null));
  return null;
end $$;

create trigger cases_derive after insert or update on partnerships.agreement for each row execute function cases.agreement_changed();

-- Once a statement, however many rows it changed.
do $$
declare fact text;
begin
  foreach fact in array array['opening', 'lead', 'coordinator', 'team_member', 'handover', 'exit_handover'] loop
    execute format('create trigger derives_when_new after insert on cases.%I referencing new table as changed
      for each statement execute function cases.facts_changed()', fact);
    execute format('create trigger derives after update on cases.%I referencing new table as changed
      for each statement execute function cases.facts_changed()', fact);
  end loop;
end $$;
