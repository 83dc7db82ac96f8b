-- Ends the agreement at the end of a day, before the day it was made for: the partnership decided, the leading head
-- records it. What it carries ends with it by itself: memberships hold, and grants are valid, under an agreement only.
create function partnerships.end_agreement(the_agreement uuid, the_last_day date, decided_on date, because text) returns text
language plpgsql security definer set search_path = '' as $$
declare a partnerships.agreement;
begin
  select * into a from partnerships.agreement where id = the_agreement and partnership_id in (select partnerships.i_lead_as_head()) for update;
  if not found then return 'only-the-leader'; end if;
  if a.in_force is null or not a.in_force @> now() then return 'not-in-force'; end if;
  if the_last_day < splot.today_pl() then return 'day-in-the-past'; end if;
  if splot.end_of_day(the_last_day) >= upper(a.in_force) then return 'ends-earlier-already'; end if;
  insert into partnerships.agreement_end (agreement_id, last_day, decided_on, reason, recorded_by)
    values (the_agreement, the_last_day, end_agreement.decided_on, because, access.me())
  on conflict (agreement_id) do update set last_day = excluded.last_day, decided_on = excluded.decided_on, reason = excluded.reason,
    recorded_by = excluded.recorded_by, recorded_at = now();
  update partnerships.agreement set in_force = tstzrange(lower(in_force), splot.end_of_day(the_last_day)), version = version + 1
  where id = the_agreement;
  return null;
end $$;
grant execute on function partnerships.end_agreement(uuid, date, date, text) to splot_app;
