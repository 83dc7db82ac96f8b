-- Takes up a concern: opens a case about a household (a new one, or one already known), led by my institution, with me
-- on its team. A known household is known to the intake of the leading institution, or from a case I keep the file of.
-- What the case is about, and which problems it has, is said by who takes it up; of an ordinary concern, where they say
-- nothing else, what it said. So every case has both, and none tells how it began. What somebody must not read passes by
-- the words of who takes it up alone: one day they may work with that family.
create function concerns.take_up(the_concern uuid, case_id uuid, code text, household uuid, label text, commune text, locality text,
  about text default null, problems text[] default null) returns text
language plpgsql security definer set search_path = '' as $$
declare
  asked concerns.concern;
  mine uuid := institutions.i_take_in_for();
  home uuid;
  kinds text[];
  passes boolean;
begin
  perform from institutions.institution i where i.id = mine for share;
  select * into asked from concerns.concern c where c.id = the_concern and c.id in (select concerns.i_answer()) for update;
  if not found then return 'not-found'; end if;
  if asked.state <> 'new' then return 'concern-already-answered'; end if;
  passes := not asked.violence and not exists (select from asks.kept_from k where k.subject_id = asked.id);
  kinds := array(select k.code from partnerships.problem_kind k where not coalesce(k.violence, false)
    and k.code = any (coalesce(take_up.problems, case when passes then asked.worries end)));
  if kinds = '{}' or coalesce(take_up.about, case when passes then asked.what end) is null then return 'say-what-it-is-about'; end if;
  select h.partnership_id into home from households.household h where h.id = household for no key update;
  if home is null then
    if exists (select from access.scope s where s.id = household) then return 'not-found'; end if;
    perform access.open_scope(household, 'household');
    insert into households.household (id, partnership_id, label, commune, locality)
    values (household, asked.partnership_id, label, take_up.commune, take_up.locality);
  elsif home <> asked.partnership_id
    or not (households.i_take_in(home) or household = any ((select access.my_whole_scopes('file'))::uuid[]))
    or exists (select from access.barred b where b.scope_id = household and b.worker_id = access.me() and b.valid @> now()) then
    return 'not-found';
  end if;
  if exists (select from cases.opening o where o.household_id = household and upper_inf(o.period)) then return 'household-has-an-open-case'; end if;
  perform access.open_scope(case_id, 'case', household);
  insert into cases."case" (id, partnership_id, household_id, code, opened_by, coordinator_within)
  select take_up.case_id, asked.partnership_id, household, take_up.code, access.me(), u.answer_working_days
  from concerns.concern_urgency u where u.code = asked.urgency;
  insert into cases.opening (id, case_id, household_id) values (uuidv7(), case_id, household);
  insert into cases.lead (id, case_id, institution_id) values (uuidv7(), case_id, mine);
  insert into cases.team_member (id, case_id, worker_id, institution_id, invited_by, answer, answered_at)
  values (uuidv7(), case_id, access.me(), mine, access.me(), 'accepted', now());
  insert into cases.problem (id, scope_id, kind, class)
    select uuidv7(), take_up.case_id, k.code, k.class from partnerships.problem_kind k where k.code = any (kinds);
  insert into cases.reported (case_id, what) values (case_id, coalesce(take_up.about, asked.what));
  update concerns.concern set state = 'taken_up', answered_at = now(), answered_by = access.me(), case_id = take_up.case_id, began = true,
    version = version + 1
  where id = the_concern;
  return null;
end $$;
grant execute on function concerns.take_up(uuid, uuid, text, uuid, text, text, text, text, text[]) to splot_app;
