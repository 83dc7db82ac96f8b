-- Deeds of `consents` that ask who coordinates a case, and who works in it.

-- A child from 13 on is heard, about each box and since the case was opened, before anything about it is exchanged.
create function consents.is_heard(person uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select consents.is_child(person) is true
    and coalesce(households.turns(p.birth_date, p.birth_year, 13) <= splot.today_pl(), false)
  from households.person p where p.id = person
$$;
grant execute on function consents.is_heard(uuid) to splot_app;

-- Whom nobody writes to in a case: a court forbade a representative the contact with a child there, or it was decided that it
-- goes on without them. A sheet about anybody names who works with the family, also one about themselves.
create function consents.is_not_written_to(scope uuid, somebody uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from consents.without w where w.scope_id = scope and w.representative_id = somebody and w.ended_at is null)
    or exists (select from households.relation r join households.authority_kind a on a.code = r.authority and a.represents_child
      where r.household_id = consents.household_of(scope) and r.person_id = somebody and r.contact_forbidden)
$$;

-- Whether a paper may be made out to somebody.
create function consents.is_written_to(scope uuid, somebody uuid) returns boolean
language sql stable security definer set search_path = '' as
$$ select scope = any ((select access.my_scopes('team'))::uuid[]) and not consents.is_not_written_to(scope, somebody) $$;
grant execute on function consents.is_written_to(uuid, uuid) to splot_app;

-- Whom a sheet about somebody may ask; each adds what stands in the way. `heard`: the child itself.
create function consents.asked_about(scope uuid, person uuid)
returns table (signer_id uuid, authority text, heard boolean, not_written boolean, without boolean)
language sql stable security definer set search_path = '' as $$
  select person, null, false, consents.is_not_written_to(scope, person), false
  where person = any (consents.must_sign(scope, person)) and households.belongs_to(person, consents.household_of(scope)) and scope = any ((select access.my_scopes('coordinate'))::uuid[])
  union all
  select r.person_id, min(r.authority), false, consents.is_not_written_to(scope, r.person_id), exists (select from consents.without w
    where w.scope_id = asked_about.scope and w.about_id = person and w.representative_id = r.person_id and w.ended_at is null)
  from households.relation r join households.authority_kind a on a.code = r.authority and a.represents_child
  where r.household_id = consents.household_of(scope) and r.to_person_id = person and consents.is_child(r.person_id) is not true
    and (consents.is_child(person) or not consents.age_known(person) or r.authority = 'guardianship')
    and consents.lives(person) and consents.lives(r.person_id) and scope = any ((select access.my_scopes('coordinate'))::uuid[])
  group by r.person_id
  union all
  select person, null, true, false, false where consents.is_heard(person) and consents.lives(person) and scope = any ((select access.my_scopes('coordinate'))::uuid[])
$$;
grant execute on function consents.asked_about(uuid, uuid) to splot_app;

-- Institutions whose people have, or are asked to take, a part in the case beside the leading one: those a sheet may name.
create function consents.working_in(scope uuid) returns table (id uuid, name text, tells_place boolean, accepted boolean)
language sql stable security definer set search_path = '' as $$
  select i.id, coalesce(i.short_name, i.name), coalesce(k.tells_place, false), bool_or(t.answer is not distinct from 'accepted')
  from cases.team_member t join institutions.institution i on i.id = t.institution_id join institutions.institution_kind k on k.code = i.kind
  where t.case_id = scope and cases.is_living(t) and scope = any ((select access.my_scopes('team'))::uuid[])
    and not exists (select from cases.lead l where l.case_id = scope and l.institution_id = i.id and upper_inf(l.period))
  group by i.id, k.tells_place
$$;
grant execute on function consents.working_in(uuid) to splot_app;

-- Does an institution lead a case of mine, or work in it now? What another gives opens nothing.
create function consents.works_here(scope uuid, institution uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select scope = any ((select access.my_scopes('team'))::uuid[]) and (
    exists (select from cases.lead l where l.case_id = scope and l.institution_id = institution and upper_inf(l.period))
    or exists (select from cases.team_member t where t.case_id = scope and t.institution_id = institution and t.answer = 'accepted' and cases.is_living(t)))
$$;
grant execute on function consents.works_here(uuid, uuid) to splot_app;

-- What stands in the way of boxes on a sheet about somebody; null when nothing does. Of whom nobody knows how old they are
-- is asked no more than of a child.
create function consents.objection_to_boxes(scope uuid, person uuid, institutions uuid[], classes text[]) returns text
language sql stable security definer set search_path = '' as $$
  select case
    when not households.belongs_to(person, consents.household_of(scope)) then 'may-not-sign'
    when cardinality(institutions) = 0 or cardinality(institutions) <> cardinality(classes) then 'nothing-is-asked'
    when not classes <@ (select r.classes from consents.basis_rule r where r.code = 'joint_work') then 'class-not-covered'
    when exists (select from unnest(institutions) i (id) where i.id not in (select w.id from consents.working_in(scope) w)) then 'works-not-here'
    when (consents.is_child(person) or not consents.age_known(person)) and 'whereabouts' = any (classes) then 'no-address-of-a-child'
    when (consents.is_child(person) or not consents.age_known(person)) and exists (select from consents.working_in(scope) w where w.id = any (institutions) and w.tells_place)
      then 'name-tells-a-place'
  end
$$;

-- Asks somebody, on paper, what may be exchanged about whom. One sheet of each who signs waits at a time.
create function consents.ask_sheet(id uuid, scope uuid, person uuid, signer uuid, institutions uuid[], classes text[]) returns text
language plpgsql security definer set search_path = '' as $$
declare
  asked record;
  wrong text;
begin
  if not cases.begin_deed(scope, 'coordinate') then return 'not-found'; end if;
  if not exists (select from cases.opening o where o.case_id = scope and upper_inf(o.period)) then return 'case-is-closed'; end if;
  select * into asked from consents.asked_about(scope, person) a where a.signer_id = signer;
  if not found then return 'may-not-sign'; end if;
  if consents.must_sign(scope, person) is null then return 'nobody-can-sign'; end if;
  if asked.not_written then return 'not-written-to'; end if;
  wrong := consents.objection_to_boxes(scope, person, institutions, classes);
  if wrong is not null then return wrong; end if;
  if exists (select from consents.sheet s where s.scope_id = scope and s.about_id = person and s.signer_id = signer
      and s.answered_at is null and s.taken_back_at is null) then return 'sheet-already-waits'; end if;
  insert into consents.sheet (id, scope_id, about_id, signer_id, asked_by) values (ask_sheet.id, scope, person, signer, access.me());
  insert into consents.tick (sheet_id, scope_id, about_id, signer_id, institution_id, class)
    select distinct ask_sheet.id, scope, person, signer, b.institution, b.class from unnest(institutions, classes) b (institution, class);
  return null;
end $$;
grant execute on function consents.ask_sheet(uuid, uuid, uuid, uuid, uuid[], text[]) to splot_app;

create function consents.take_back_sheet(the_sheet uuid) returns text
language plpgsql security definer set search_path = '' as $$
declare s consents.sheet;
begin
  select * into s from consents.sheet where id = the_sheet;
  if not found or not cases.begin_deed(s.scope_id, 'coordinate') then return 'not-found'; end if;
  select * into s from consents.sheet where id = the_sheet for update;
  if s.answered_at is not null or s.taken_back_at is not null then return 'sheet-already-answered'; end if;
  update consents.sheet set taken_back_at = now(), version = version + 1 where id = the_sheet;
  return null;
end $$;
grant execute on function consents.take_back_sheet(uuid) to splot_app;

-- What was said before by the same person about the same box holds no longer.
create function consents.replace_ticks(the_sheet uuid) returns void
language sql security definer set search_path = '' as $$
  update consents.tick t set period = tstzrange(lower(t.period), greatest(now(), lower(t.period))), ended_because = 'replaced'
  from consents.tick n
  where n.sheet_id = the_sheet and t.sheet_id <> the_sheet and t.scope_id = n.scope_id and t.about_id = n.about_id
    and t.signer_id is not distinct from n.signer_id and t.institution_id = n.institution_id and t.class = n.class and upper(t.period) > now()
$$;

-- Is it the first sheet of somebody about a person since the case was opened?
create function consents.is_first(the_sheet uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select not exists (select from consents.sheet o join cases.opening c on c.case_id = o.scope_id and upper_inf(c.period)
    where o.scope_id = s.scope_id and o.about_id = s.about_id and o.signer_id is not distinct from s.signer_id and o.answered_at >= lower(c.period))
  from consents.sheet s where s.id = the_sheet and s.scope_id = any ((select access.my_scopes('coordinate'))::uuid[])
$$;
grant execute on function consents.is_first(uuid) to splot_app;

-- Writes down what was signed: of the boxes asked, those ticked are a yes from now on, the others a no. The first sheet about
-- somebody is about joint work in this case, also what was written already; a later one only where its box says so.
create function consents.answer_sheet(the_sheet uuid, how text, signed date, last_day date, yes_institutions uuid[], yes_classes text[], earlier uuid[])
returns text language plpgsql security definer set search_path = '' as $$
declare
  s consents.sheet;
  first boolean;
begin
  select * into s from consents.sheet where id = the_sheet;
  if not found or not cases.begin_deed(s.scope_id, 'coordinate') then return 'not-found'; end if;
  select * into s from consents.sheet where id = the_sheet for update;
  if s.answered_at is not null or s.taken_back_at is not null then return 'sheet-already-answered'; end if;
  if not exists (select from cases.opening o where o.case_id = s.scope_id and upper_inf(o.period)) then return 'case-is-closed'; end if;
  if signed > splot.today_pl() then return 'in-the-future'; end if;
  if last_day < splot.today_pl() then return 'ends-before-it-starts'; end if;
  if last_day > signed + (select r.longest_days from consents.basis_rule r where r.code = 'joint_work') then return 'too-long'; end if;
  if not exists (select from consents.asked_about(s.scope_id, s.about_id) a where a.signer_id = s.signer_id and not a.without) then return 'may-not-sign'; end if;
  if consents.is_heard(s.about_id) and s.signer_id <> s.about_id and exists (
      select from unnest(yes_institutions, yes_classes) y (institution, class) where not exists (
        select from consents.sheet h join consents.tick t on t.sheet_id = h.id
        where h.scope_id = s.scope_id and h.about_id = s.about_id and h.signer_id = s.about_id and t.institution_id = y.institution and t.class = y.class
          and h.answered_at >= (select lower(o.period) from cases.opening o where o.case_id = s.scope_id and upper_inf(o.period))))
    then return 'child-not-heard'; end if;
  if exists (select from unnest(yes_institutions, yes_classes) y (institution, class) where not exists (
      select from consents.tick t where t.sheet_id = the_sheet and t.institution_id = y.institution and t.class = y.class)) then return 'not-on-the-sheet'; end if;
  -- How a child was heard is noted whatever it said; a consent by word opens neither health nor addiction.
  if yes_classes && '{health, addiction}' and not (consents.is_child(s.about_id) and s.signer_id = s.about_id)
    and not exists (select from consents.consent_form f where f.code = how and f.for_special_data) then return 'not-by-word'; end if;
  -- What cannot be said by word was not asked, and is no refusal.
  delete from consents.tick t where t.sheet_id = the_sheet and t.class in ('health', 'addiction') and not (consents.is_child(s.about_id) and s.signer_id = s.about_id)
    and not exists (select from consents.consent_form f where f.code = how and f.for_special_data);
  first := consents.is_first(the_sheet);
  update consents.sheet set form = how, signed_on = signed, until = last_day, answered_at = now(), recorded_by = access.me(), version = version + 1
  where id = the_sheet;
  update consents.tick t set yes = exists (select from unnest(yes_institutions, yes_classes) y (institution, class)
      where y.institution = t.institution_id and y.class = t.class),
    earlier = first or t.institution_id = any (answer_sheet.earlier),
    period = tstzrange(now(), splot.end_of_day(last_day))
  where t.sheet_id = the_sheet;
  perform consents.replace_ticks(the_sheet);
  -- Whoever left since the sheet was asked needs a new one.
  update consents.tick t set period = tstzrange(lower(t.period), greatest(now(), lower(t.period))), ended_because = 'left'
  where t.sheet_id = the_sheet and t.yes and t.institution_id not in (select w.id from consents.working_in(s.scope_id) w);
  return null;
end $$;
grant execute on function consents.answer_sheet(uuid, text, date, date, uuid[], text[], uuid[]) to splot_app;

-- An order of a court stands in the place of everybody who would sign for a child, from now on.
create function consents.record_order(id uuid, scope uuid, person uuid, court text, last_day date, institutions uuid[], classes text[]) returns text
language plpgsql security definer set search_path = '' as $$
declare wrong text;
begin
  if not cases.begin_deed(scope, 'coordinate') then return 'not-found'; end if;
  if not exists (select from cases.opening o where o.case_id = scope and upper_inf(o.period)) then return 'case-is-closed'; end if;
  if consents.is_child(person) is not true then return 'may-not-sign'; end if;
  wrong := consents.objection_to_boxes(scope, person, institutions, classes);
  if wrong is not null then return wrong; end if;
  if last_day < splot.today_pl() then return 'ends-before-it-starts'; end if;
  if last_day > splot.today_pl() + (select r.longest_days from consents.basis_rule r where r.code = 'joint_work') then return 'too-long'; end if;
  insert into consents.sheet (id, scope_id, about_id, court_order, asked_by, signed_on, until, answered_at, recorded_by)
  values (record_order.id, scope, person, court, access.me(), splot.today_pl(), last_day, now(), access.me());
  insert into consents.tick (sheet_id, scope_id, about_id, institution_id, class, yes, earlier, period)
    select distinct record_order.id, scope, person, b.institution, b.class, true, true, tstzrange(now(), splot.end_of_day(last_day))
    from unnest(institutions, classes) b (institution, class);
  perform consents.replace_ticks(record_order.id);
  return null;
end $$;
grant execute on function consents.record_order(uuid, uuid, uuid, text, date, uuid[], text[]) to splot_app;

-- Withdraws what one person said about somebody, at once: of one institution, of one class, or all of it.
create function consents.withdraw_ticks(scope uuid, person uuid, signer uuid, institution uuid, the_class text, how text) returns text
language plpgsql security definer set search_path = '' as $$
declare objection constant uuid := uuidv7();
begin
  if not cases.begin_deed(scope, 'coordinate') then return 'not-found'; end if;
  update consents.tick t set period = tstzrange(lower(t.period), greatest(now(), lower(t.period))), ended_because = 'withdrawn', withdrawn_how = how
  where t.scope_id = scope and t.about_id = person and t.signer_id is not distinct from signer and t.yes and upper(t.period) > now()
    and (institution is null or t.institution_id = institution) and (the_class is null or t.class = the_class);
  if not found then return 'nothing-stands'; end if;
  -- The yes of a child that is heard opens nothing by itself: taken back, it is a no, for as long as the yes would have stood.
  if signer = person and consents.is_heard(person) then
    insert into consents.sheet (id, scope_id, about_id, signer_id, asked_by, signed_on, until, answered_at, recorded_by)
      select objection, scope, person, person, access.me(), splot.today_pl(), max(s.until), now(), access.me() from consents.sheet s
      where s.scope_id = withdraw_ticks.scope and s.about_id = person and s.signer_id = person and s.answered_at is not null;
    insert into consents.tick (sheet_id, scope_id, about_id, signer_id, institution_id, class, yes, period)
      select distinct on (t.institution_id, t.class) objection, scope, person, person, t.institution_id, t.class, false, tstzrange(now(), splot.end_of_day(s.until))
      from consents.tick t join consents.sheet s on s.id = t.sheet_id
      where t.scope_id = withdraw_ticks.scope and t.about_id = person and t.signer_id = person and t.ended_because = 'withdrawn' and upper(t.period) = now()
      order by t.institution_id, t.class, s.until desc;
  end if;
  return null;
end $$;
grant execute on function consents.withdraw_ticks(uuid, uuid, uuid, uuid, text, text) to splot_app;

-- Did somebody say no to a box, or take back a yes, since the case was opened, and not agree to it since? Going on without
-- them would be against their word: a court decides.
create function consents.said_no(scope uuid, person uuid, signer uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (
    select from (
      select distinct on (t.institution_id, t.class) t.yes and t.ended_because is distinct from 'withdrawn' as agreed
      from consents.sheet s join consents.tick t on t.sheet_id = s.id join cases.opening o on o.case_id = s.scope_id and upper_inf(o.period)
      where s.scope_id = scope and s.about_id = person and s.signer_id = signer and s.answered_at >= lower(o.period)
      order by t.institution_id, t.class, s.answered_at desc) last
    where not last.agreed)
$$;

-- Decides that it goes on without a representative whom nobody writes to, with a reason; or that they are asked after all.
create function consents.go_on_without(id uuid, scope uuid, person uuid, representative uuid, reason text) returns text
language plpgsql security definer set search_path = '' as $$
begin
  if not cases.begin_deed(scope, 'coordinate') then return 'not-found'; end if;
  if not exists (select from consents.asked_about(scope, person) a where a.signer_id = representative and not a.heard and a.signer_id <> person)
    then return 'may-not-sign'; end if;
  if consents.said_no(scope, person, representative) then return 'said-no'; end if;
  if exists (select from consents.without w where w.scope_id = scope and w.about_id = person and w.representative_id = representative
      and w.ended_at is null) then return 'already-decided'; end if;
  insert into consents.without (id, scope_id, about_id, representative_id, reason, decided_by) values (go_on_without.id, scope, person, representative, reason, access.me());
  update consents.sheet s set taken_back_at = now(), version = version + 1
  where s.scope_id = scope and s.about_id = person and s.signer_id = representative and s.answered_at is null and s.taken_back_at is null;
  return null;
end $$;
grant execute on function consents.go_on_without(uuid, uuid, uuid, uuid, text) to splot_app;

create function consents.ask_after_all(decision uuid) returns text
language plpgsql security definer set search_path = '' as $$
declare w consents.without;
begin
  select * into w from consents.without where id = decision;
  if not found or not cases.begin_deed(w.scope_id, 'coordinate') then return 'not-found'; end if;
  update consents.without set ended_at = now() where id = decision and ended_at is null;
  if not found then return 'already-decided'; end if;
  return null;
end $$;
grant execute on function consents.ask_after_all(uuid) to splot_app;

-- Can nobody sign about somebody: authority is contested, or a parent's was never written down, or nobody has any?
create function consents.nobody_signs(scope uuid, person uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select consents.must_sign(scope, person) is null and scope = any ((select access.my_scopes('coordinate'))::uuid[])
$$;
grant execute on function consents.nobody_signs(uuid, uuid) to splot_app;

-- Who must all sign a consent about somebody, for the team that records it; null where nobody can.
create function consents.must_all_sign(scope uuid, person uuid) returns uuid[]
language sql stable security definer set search_path = '' as $$
  select consents.must_sign(scope, person) where scope = any ((select access.my_scopes('team'))::uuid[])
$$;
grant execute on function consents.must_all_sign(uuid, uuid) to splot_app;
