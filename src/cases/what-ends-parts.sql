-- What facts of others do to a case, and what a case does by itself ---------------------------------------------------

-- When a case was last opened and closed, for lists.
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
-- is lifted; a later case of the household inherits it. The household is held first, as by each deed on a case and by the
-- opening of one: what these are doing at that instant is seen here, or sees it.
create function cases.bar(home uuid) returns void language plpgsql security definer set search_path = '' as $$
declare scopes uuid[];
begin
  perform from households.household h where h.id = home for no key update;
  scopes := array(select home union select c.id from cases."case" c where c.household_id = home);
  delete from access.barred b where b.scope_id = any (scopes);
  insert into access.barred (scope_id, worker_id, valid)
    select s.id, w.id, range_agg(tstzrange(e.since, e.lifted_at))
    from unnest(scopes) s (id) cross join cases.exclusion e join cases."case" c on c.id = e.case_id and c.household_id = home
    cross join lateral institutions.same_person(e.worker_id) w (id)
    group by s.id, w.id;
  perform access.derive(scopes);
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
  where c.household_id = home and k.case_id = c.id and k.worker_id = b.worker_id and splot.is_or_will_be(k.period);
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
  where c.worker_id = any (workers) and splot.is_or_will_be(c.period);
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
  perform consents.end_ticks(id, leave.institution, 'left') from unnest(theirs) id;
  update consents.disclosure d set period = tstzrange(lower(d.period), greatest(now(), lower(d.period)))
  where d.scope_id = any (theirs) and leave.institution in (d.from_institution_id, d.to_institution_id) and (upper_inf(d.period) or upper(d.period) > now());
end $$;

create function cases.member_left() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform cases.leave(new.institution_id, new.partnership_id);
  return null;
end $$;

create trigger parts_end after update of left_because on partnerships.membership for each row
  when (old.left_because is null and new.left_because is not null) execute function cases.member_left();
