-- What cases themselves know of an institution's open work: its people's parts in teams, and the open cases that it leads,
-- which must be handed over or closed before it leaves.
insert into institutions.open_work_source values ('cases.open_work');

create function cases.open_work(institution uuid)
returns table (kind text, id uuid, scope_id uuid, worker_id uuid, due date, waits boolean)
language sql stable set search_path = '' as $$
  select 'part', t.id, t.case_id, t.worker_id, null::date, t.answer is null from cases.team_member t
  where t.institution_id = institution and (t.answer is null or t.answer = 'accepted' and t.left_at is null)
  union all
  select 'led', l.id, l.case_id, null, null, false from cases.lead l join cases.opening p on p.case_id = l.case_id and upper_inf(p.period)
  where l.institution_id = institution and upper_inf(l.period)
$$;

-- What an institution leaves open when it leaves a partnership, and to whom it falls: the coordinators. Asked by
-- `partnerships`, which knows no cases.
create function partnerships.open_work_of(partnership uuid, institution uuid)
returns table (kind text, id uuid, case_id uuid, case_code text, worker text, handed_to text, coordinator_id uuid, due date)
language sql stable security definer set search_path = '' as $$
  select o.kind, o.id, c.id, c.code, w.given_name || ' ' || w.family_name,
    k.given_name || ' ' || k.family_name, k.id, o.due
  from institutions.open_work_of(institution) o
  join cases."case" c on c.id = o.scope_id and c.partnership_id = partnership
  left join cases.coordinator a on a.case_id = c.id and a.period @> now()
  left join institutions.worker k on k.id = a.worker_id
  left join institutions.worker w on w.id = o.worker_id
$$;

-- What would happen if this membership ended now: for the head who may end it. Codes and names of workers, no
-- family; nothing of one that the head is kept out of.
create function partnerships.before_leaving(membership uuid)
returns table (kind text, case_code text, worker text, handed_to text, due date)
language sql stable security definer set search_path = '' as $$
  select o.kind, o.case_code, o.worker, o.handed_to, o.due
  from partnerships.membership m cross join lateral partnerships.open_work_of(m.partnership_id, m.institution_id) o
  where m.id = membership and m.left_because is null and m.institution_id = institutions.i_head()
    and not exists (select from access.barred b where b.scope_id = o.case_id and b.worker_id = access.me() and b.valid @> now())
  union all
  -- Of referrals outside cases (`partnerships.referrals_under_way` is made by the slice that knows them) nobody takes anything over.
  select 'referral', r.code, r.worker, null, r.due
  from partnerships.membership m cross join lateral partnerships.referrals_under_way(m.partnership_id, m.institution_id) r
  where m.id = membership and m.left_because is null and m.institution_id = institutions.i_head()
    and not exists (select from access.barred b where b.scope_id = r.place and b.worker_id = access.me() and b.valid @> now())
  order by case_code, kind desc, due
$$;
grant execute on function partnerships.before_leaving(uuid) to splot_app;

-- How many disclosures an institution that left had given and received until then, in bands; for whoever reads its hand-over,
-- without families that a head of either side is kept out of.
create function partnerships.handover_numbers(membership uuid) returns table (given text, received text)
language sql stable security definer set search_path = '' rows 1 as $$
  select splot.band(count(*) filter (where d.from_institution_id = m.institution_id)), splot.band(count(*) filter (where d.to_institution_id = m.institution_id))
  from partnerships.membership m join cases."case" c on c.partnership_id = m.partnership_id
  join consents.disclosure d on d.scope_id = c.id and m.institution_id in (d.from_institution_id, d.to_institution_id)
    and d.recorded_at <= upper(m.period)
  where m.id = membership and m.id in (select partnerships.handovers_i_answer_for())
    and not exists (select from access.barred b where b.scope_id = d.scope_id and b.valid @> now()
      and b.worker_id in (select partnerships.sides_of_exit(m.id)))
$$;
grant execute on function partnerships.handover_numbers(uuid) to splot_app;

-- With the membership ends the institution's work for families (its parts: cases.leave). Before that it is written
-- down; tasks pass to the coordinator, who is told in each case that somebody has to take over. (What was asked goes
-- back by the slices that ask.) A case that it leads and its head is kept out of, whom nothing may tell of it, passes to the
-- institution that leads the partnership.
create function cases.institution_leaves() returns trigger language plpgsql security definer set search_path = '' as $$
declare open_work record;
begin
  insert into partnerships.handover (membership_id) values (new.id);
  insert into partnerships.handover_line (membership_id, scope_id, kind, case_code, worker, handed_to, due)
    select new.id, o.case_id, o.kind, o.case_code, o.worker, o.handed_to, o.due
    from partnerships.open_work_of(new.partnership_id, new.institution_id) o where o.kind <> 'led';
  for open_work in
    select o.case_id, p.leading_institution_id as leading from partnerships.open_work_of(new.partnership_id, new.institution_id) o
    join partnerships.partnership p on p.id = new.partnership_id
    where o.kind = 'led' and new.institution_id = institutions.i_head_myself()
      and exists (select from access.barred b where b.scope_id = o.case_id and b.worker_id = access.me() and b.valid @> now()) order by 1
  loop
    perform cases.hold_case(open_work.case_id, open_work.leading);
    update cases.handover h set answer = 'withdrawn', answered_at = now() where h.case_id = open_work.case_id and h.answer is null;
    perform cases.pass_lead(open_work.case_id, open_work.leading);
  end loop;
  for open_work in
    select o.case_id, o.coordinator_id, l.institution_id as leading, array_agg(o.id) filter (where o.kind = 'task') as tasks
    from partnerships.open_work_of(new.partnership_id, new.institution_id) o
    join cases.lead l on l.case_id = o.case_id and l.period @> now() where o.kind <> 'led' group by 1, 2, 3 order by 1
  loop
    update worklist.task t set institution_id = open_work.leading, worker_id = open_work.coordinator_id, version = t.version + 1
      where t.id = any (open_work.tasks);
    insert into worklist.task (id, scope_id, class, what, institution_id, worker_id, due, source_kind, source_id, added_by)
      select uuidv7(), open_work.case_id, 'file', 'Ustalić, kto przejmie to, co robiła instytucja: ' || i.name,
        open_work.leading, open_work.coordinator_id, splot.today_pl() + 7, 'membership', new.id, access.me()
      from institutions.institution i where i.id = new.institution_id;
  end loop;
  return new;
end $$;

create trigger work_goes_back before update of left_because on partnerships.membership for each row
  when (old.left_because is null and new.left_because is not null and old.period is not null)
  execute function cases.institution_leaves();

-- How many families the partnership works with now, in a band, without those that the asking worker is kept out of: told to
-- the head of the leading institution.
create function partnerships.families_at_work(partnership uuid) returns text
language sql stable security definer set search_path = '' as $$
  select splot.band(count(c.id)) from partnerships.partnership p
  left join (cases."case" c join cases.opening o on o.case_id = c.id and upper_inf(o.period)) on c.partnership_id = p.id
    and not exists (select from access.barred b where b.scope_id = c.id and b.worker_id = access.me() and b.valid @> now())
  where p.id = partnership and p.leading_institution_id = institutions.i_head()
  group by p.id
$$;
grant execute on function partnerships.families_at_work(uuid) to splot_app;

-- What stops when the agreement ends: how many member institutions, and how many of their people in how many families'
-- teams, without families that the asking head is kept out of; how many requests wait; in bands. For the leading head.
create function partnerships.before_ending(the_agreement uuid)
returns table (institutions int, workers text, families text, requests text)
language sql stable security definer set search_path = '' as $$
  select (select count(*)::int from partnerships.membership m where m.partnership_id = p.id and m.period @> now()
      and m.left_because is null and m.institution_id <> p.leading_institution_id),
    splot.band(count(distinct o.worker_id) filter (where o.kind = 'part')), splot.band(count(distinct o.scope_id)), splot.band(count(*) filter (where o.waits))
  from partnerships.agreement a join partnerships.partnership p on p.id = a.partnership_id
  left join lateral (
    select o.*, i.institution_id from (select distinct m.institution_id from partnerships.membership m where m.partnership_id = p.id) i
    cross join lateral institutions.open_work_of(i.institution_id) o where o.kind = 'part' or o.waits) o
    on exists (select from cases."case" c join cases.opening n on n.case_id = c.id and upper_inf(n.period) where c.id = o.scope_id and c.partnership_id = p.id)
    and not exists (select from cases.lead l where l.case_id = o.scope_id and l.institution_id = o.institution_id and upper_inf(l.period))
    and not exists (select from access.barred b where b.scope_id = o.scope_id and b.worker_id = access.me() and b.valid @> now())
  where a.id = the_agreement and p.id in (select partnerships.i_lead_as_head())
  group by p.id
$$;
grant execute on function partnerships.before_ending(uuid) to splot_app;
