-- Fixes the open assessment: nothing in it changes afterwards. The coordinator's deed.
create function assessments.fix(the_assessment uuid, agreed_on date, present text[]) returns text
language plpgsql security definer set search_path = '' as $$
declare a assessments.assessment;
begin
  select * into a from assessments.assessment where id = the_assessment;
  if not cases.begin_deed(a.scope_id, 'coordinate') then return 'not-found'; end if;
  select * into a from assessments.assessment where id = the_assessment for update;
  if not found then return 'not-found'; end if;
  if a.fixed_at is not null then return 'assessment-already-fixed'; end if;
  if not exists (select from assessments.agreed g where g.assessment_id = the_assessment) then return 'nothing-agreed-yet'; end if;
  if agreed_on is null or agreed_on > splot.today_pl() then return 'in-the-future'; end if;
  update assessments.assessment set fixed_at = now(), agreed_on = fix.agreed_on, present = fix.present, version = version + 1 where id = the_assessment;
  -- What an institution kept to itself until now stays with it.
  insert into timeline.past_asking select v.id from assessments.view v where v.assessment_id = the_assessment and v.opened_at is null;
  return null;
end $$;
grant execute on function assessments.fix(uuid, date, text[]) to splot_app;
