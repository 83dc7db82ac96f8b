-- What opens sight through a membership changes one at a time (see institutions.change_alone).
create function partnerships.changes_alone() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform institutions.change_alone(m.institution_id) from partnerships.membership m where m.id = new.membership_id;
  return new;
end $$;

create trigger changes_alone before insert or update on partnerships.membership for each row execute function institutions.changes_alone();
create trigger changes_alone before insert or update on partnerships.membership_suspension for each row execute function partnerships.changes_alone();
create trigger changes_alone before insert or update on partnerships.appointment for each row execute function partnerships.changes_alone();
create trigger officers_keep_apart before insert on partnerships.appointment for each row execute function institutions.no_officer();
create trigger only_ends before update on partnerships.appointment for each row execute function splot.period_only_ends();
create trigger only_ends before update on partnerships.rules_of_work for each row execute function splot.period_only_ends();
create trigger only_ends before update on partnerships.membership_suspension for each row execute function splot.period_only_ends();
create trigger only_ends before update on partnerships.agreement_suspension for each row execute function splot.period_only_ends();
create trigger only_ends before update on partnerships.membership for each row when (old.period is not null) execute function splot.period_only_ends();
create trigger only_ends before update on partnerships.objection for each row execute function splot.period_only_ends();

create function partnerships.work_ended() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update partnerships.appointment a set period = tstzrange(lower(a.period), greatest(upper(new.period), lower(a.period)))
  where a.worker_id = new.id and (upper_inf(a.period) or upper(a.period) > upper(new.period));
  return null;
end $$;

create trigger appointments_end after update on institutions.worker for each row
  when (old.period is distinct from new.period and upper(new.period) <= now()) execute function partnerships.work_ended();

-- When a partnership's agreement holds: in force, less its suspensions. Those of an earlier one ended with it.
create function partnerships.agreement_valid(partnership uuid) returns tstzmultirange
language sql stable security definer set search_path = '' as $$
  select coalesce(range_agg(a.in_force), '{}') - coalesce((
    select range_agg(s.period * b.in_force) from partnerships.agreement_suspension s join partnerships.agreement b on b.id = s.agreement_id
    where b.partnership_id = partnership), '{}')
  from partnerships.agreement a where a.partnership_id = partnership and a.in_force is not null
$$;

-- When an institution is a member under a valid agreement; what suspended an earlier membership ended with that.
create function partnerships.membership_valid(partnership uuid, institution uuid) returns tstzmultirange
language sql stable security definer set search_path = '' as $$
  select (coalesce(range_agg(m.period), '{}') - coalesce((
    select range_agg(s.period * n.period) from partnerships.membership_suspension s join partnerships.membership n on n.id = s.membership_id
    where n.partnership_id = partnership and n.institution_id = institution), '{}'))
    * partnerships.agreement_valid(partnership)
  from partnerships.membership m
  where m.partnership_id = partnership and m.institution_id = institution and m.period is not null
$$;

-- Partnerships that my institution is in now, or is invited to.
create function partnerships.my_partnerships() returns uuid[]
language plpgsql stable security definer set search_path = '' as $$
declare mine constant uuid := institutions.my_institution();
begin
  return array(
    select m.partnership_id from partnerships.membership m
    where m.institution_id = mine and m.left_because is null and (m.period is null or m.period @> clock_timestamp())
    union
    select p.id from partnerships.partnership p where p.leading_institution_id = mine);
end $$;
grant execute on function partnerships.my_partnerships() to splot_app;

-- Partnerships in which my institution is a full member now (under a valid agreement, not suspended).
create function partnerships.i_work_in() returns setof uuid
language sql stable security definer set search_path = '' rows 5 as $$
  select p from unnest(partnerships.my_partnerships()) p
  where partnerships.membership_valid(p, institutions.my_institution()) @> clock_timestamp()
$$;
grant execute on function partnerships.i_work_in() to splot_app;

-- Institutions met in my partnerships, also those that have left them: old cases still name their people.
create function partnerships.institutions_i_meet() returns uuid[]
language plpgsql stable security definer set search_path = '' as $$
declare mine constant uuid[] := partnerships.my_partnerships();
begin
  return array(
    select m.institution_id from partnerships.membership m where m.partnership_id = any (mine)
    union
    select p.leading_institution_id from partnerships.partnership p where p.id = any (mine));
end $$;
grant execute on function partnerships.institutions_i_meet() to splot_app;

-- Memberships for which I answer when the partnership asks my institution: as representative, deputy, duty contact.
create function partnerships.answers_for(partnership uuid, institution uuid)
returns table (worker_id uuid, valid tstzmultirange, part text)
language sql stable security definer set search_path = '' as $$
  select part.worker_id, range_agg(part.period * w.period) * partnerships.membership_valid(partnership, institution), part.part
  from (
    select a.worker_id, a.period, a.part from partnerships.appointment a join partnerships.membership m on m.id = a.membership_id
    where m.partnership_id = partnership and m.institution_id = institution
    union all
    select d.worker_id, d.period, d.part from institutions.delegation d where d.institution_id = institution and d.part = 'duty'
  ) part join institutions.worker w on w.id = part.worker_id and w.institution_id = institution
  group by part.worker_id, part.part
$$;

-- Partnerships whose concerns an institution takes in now: as a full member, or leading (on law, whatever becomes of
-- the agreement).
create function partnerships.takes_part_in(institution uuid) returns setof uuid
language sql stable security definer set search_path = '' rows 5 as $$
  select m.partnership_id from partnerships.membership m
  where m.institution_id = takes_part_in.institution and partnerships.membership_valid(m.partnership_id, m.institution_id) @> clock_timestamp()
  union select p.id from partnerships.partnership p where p.leading_institution_id = takes_part_in.institution
$$;

create function partnerships.i_take_part_in() returns setof uuid
language sql stable security definer set search_path = '' rows 5 as $$ select partnerships.takes_part_in(institutions.my_institution()) $$;
grant execute on function partnerships.i_take_part_in() to splot_app;

-- The working days that a partnership agreed for an answer: by its rules of work, else its agreement, else the usual seven.
create function partnerships.usual_answer_days(partnership uuid) returns int
language sql stable set search_path = '' as $$
  select coalesce(
    (select r.answer_days_usual from partnerships.rules_of_work r where r.partnership_id = usual_answer_days.partnership and r.period @> now()),
    (select g.answer_days_usual from partnerships.agreement g where g.partnership_id = usual_answer_days.partnership and g.in_force @> now()),
    partnerships.answer_days_otherwise())
$$;
grant execute on function partnerships.usual_answer_days(uuid) to splot_app;

-- Where a danger goes on when nobody read it, and after how many minutes, by the rules of work, less whoever is no member any
-- more; without them, or when nobody of them is left, to the leading institution after an hour.
create function partnerships.danger_way(partnership uuid) returns table (institution_id uuid, n bigint)
language sql stable security definer set search_path = '' rows 3 as $$
  with listed as (
    select w.institution_id, w.n from partnerships.rules_of_work r cross join lateral unnest(r.danger_next) with ordinality w (institution_id, n)
    where r.partnership_id = danger_way.partnership and r.period @> now()
      and r.partnership_id in (select partnerships.takes_part_in(w.institution_id))
  )
  select l.institution_id, l.n from listed l
  union all
  select p.leading_institution_id, 1 from partnerships.partnership p where p.id = danger_way.partnership and not exists (select from listed)
$$;
create function partnerships.danger_minutes(partnership uuid) returns int
language sql stable security definer set search_path = '' as $$
  select coalesce((select r.danger_minutes from partnerships.rules_of_work r where r.partnership_id = danger_minutes.partnership and r.period @> now()), 60)
$$;

-- Which partnership a place belongs to: its own documents, or as the slice that has such places tells (`place_source`).
delete from partnerships.place_source;

create function partnerships.of_place(place uuid) returns uuid
language plpgsql stable security definer set search_path = '' as $$
declare
  source text;
  found_in uuid := (select p.id from partnerships.partnership p where p.id = place);
begin
  for source in select s.source from partnerships.place_source s order by 1 loop
    exit when found_in is not null;
    execute format('select %s($1)', source) into found_in using place;
  end loop;
  return found_in;
end $$;

-- The same for what is urgent.
create function partnerships.urgent_answer_days(partnership uuid) returns int
language sql stable set search_path = '' as $$
  select coalesce(
    (select r.answer_days_urgent from partnerships.rules_of_work r where r.partnership_id = urgent_answer_days.partnership and r.period @> now()),
    (select g.answer_days_urgent from partnerships.agreement g where g.partnership_id = urgent_answer_days.partnership and g.in_force @> now()), 2)
$$;
grant execute on function partnerships.urgent_answer_days(uuid) to splot_app;

create function partnerships.answer_days_otherwise() returns int language sql immutable set search_path = '' as $$ select 7 $$;
grant execute on function partnerships.answer_days_otherwise() to splot_app;

-- Facts that open and close sight: others read them (access.reads).
select access.fact('partnerships.partnership', 'id', 'leading_institution_id');
select access.fact('partnerships.membership', 'id', 'period', 'left_because');
select access.fact('partnerships.membership_suspension', 'membership_id');
select access.fact('partnerships.appointment', 'membership_id');
select access.fact('partnerships.agreement', 'id', 'in_force');
select access.fact('partnerships.agreement_suspension', 'agreement_id');

-- Facts made of them, told by memberships: that somebody is a full member (`membership_valid`), and who answers for one
-- (`answers_for`).
insert into access.reads values
  ('partnerships.full_membership', 'partnerships.membership', null),
  ('partnerships.full_membership', 'partnerships.membership_suspension', null),
  ('partnerships.full_membership', 'partnerships.agreement', 'partnerships.memberships_under'),
  ('partnerships.full_membership', 'partnerships.agreement_suspension', 'partnerships.memberships_under'),
  ('partnerships.answering', 'partnerships.full_membership', null),
  ('partnerships.answering', 'partnerships.appointment', null),
  ('partnerships.answering', 'institutions.worker', 'partnerships.memberships_of_workers'),
  ('partnerships.answering', 'institutions.delegation', 'partnerships.memberships_on_duty');

create function partnerships.memberships_under(agreements uuid[]) returns uuid[]
language sql stable set search_path = '' as $$
  select array_agg(distinct m.id) from partnerships.agreement a join partnerships.membership m using (partnership_id) where a.id = any (agreements)
$$;

create function partnerships.memberships_of_workers(workers uuid[]) returns uuid[]
language sql stable set search_path = '' as $$
  select array_agg(distinct m.id) from institutions.worker w join partnerships.membership m using (institution_id) where w.id = any (workers)
$$;

create function partnerships.memberships_on_duty(delegations uuid[]) returns uuid[]
language sql stable set search_path = '' as $$
  select array_agg(distinct m.id) from institutions.delegation d join partnerships.membership m using (institution_id)
  where d.id = any (delegations) and d.part = 'duty'
$$;
