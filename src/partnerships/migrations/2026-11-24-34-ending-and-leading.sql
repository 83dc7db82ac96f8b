-- How an agreement ends: those it binds are told in time, and the partnership may end it before its day.
create table partnerships.agreement_end (
  agreement_id uuid primary key references partnerships.agreement,
  last_day date not null,
  decided_on date not null,
  reason text not null check (length(reason) between 2 and 500),
  recorded_by uuid not null references institutions.worker,
  recorded_at timestamptz not null default now()
);

-- Who was told how many days before which last day: once each.
create table partnerships.agreement_warning (
  agreement_id uuid not null references partnerships.agreement,
  last_day date not null,
  days_before int not null,
  told_at timestamptz not null default now(),
  primary key (agreement_id, last_day, days_before)
);

-- Agreements that hold now and end within so many days, with nothing agreed for the time after.
create function partnerships.ending_within(days int) returns table (agreement_id uuid, partnership_id uuid, last_day date)
language sql stable security definer set search_path = '' as $$
  select a.id, a.partnership_id, (upper(a.in_force) at time zone 'Europe/Warsaw')::date - 1
  from partnerships.agreement a
  where a.in_force @> now() and upper(a.in_force) <= splot.start_of_day(splot.today_pl() + days + 1)
    and not exists (select from partnerships.agreement b where b.partnership_id = a.partnership_id and lower(b.in_force) >= upper(a.in_force))
$$;

-- Those of them that I know of: of my partnerships.
create function partnerships.mine_ending_within(days int) returns table (agreement_id uuid, partnership_id uuid, last_day date)
language sql stable security definer set search_path = '' as $$
  select e.* from partnerships.ending_within(days) e where e.partnership_id in (select partnerships.my_partnerships())
$$;
revoke execute on function partnerships.ending_within(int) from public;

-- Notes that the heads of the members are told now, and answers whom to write to. Of several thresholds passed at once
-- (after a pause) the nearest one tells, the others are noted as told.
create function partnerships.warn_of_ends(thresholds int[])
returns table (partnership_id uuid, partnership text, last_day date, email text)
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
begin
  return query
  with due as (
    select e.*, t.days_before from partnerships.ending_within((select max(t) from unnest(thresholds) t)) e
    cross join unnest(thresholds) t (days_before) where e.last_day - splot.today_pl() <= t.days_before
  ), told as (
    insert into partnerships.agreement_warning (agreement_id, last_day, days_before)
    select d.agreement_id, d.last_day, d.days_before from due d on conflict do nothing
    returning agreement_id, last_day, days_before
  ), nearest as (
    -- Told already of a nearer threshold: a farther one that appears later says nothing new.
    select d.agreement_id, d.partnership_id, d.last_day from due d
    group by d.agreement_id, d.partnership_id, d.last_day
    having (d.agreement_id, d.last_day, min(d.days_before)) in (select * from told)
  )
  select distinct p.id, p.name, n.last_day, w.email
  from nearest n join partnerships.partnership p on p.id = n.partnership_id
  cross join lateral (
    select m.institution_id from partnerships.membership m
    where m.partnership_id = p.id and m.period @> now() and m.left_because is null
    union select p.leading_institution_id) i
  cross join lateral institutions.headed(i.institution_id) h
  join institutions.worker w on w.id = h.worker_id and h.valid @> now()
  where w.email is not null;
end $$;
revoke execute on function partnerships.warn_of_ends(int[]) from public;
grant execute on function partnerships.warn_of_ends(int[]) to splot_jobs;
grant execute on function partnerships.mine_ending_within(int) to splot_app;

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

-- The leading part passes to another member: its present head offers it with the partnership's decision, the other
-- head accepts. Open cases stay with the institutions that lead them.
create table partnerships.lead_offer (
  id uuid primary key,
  partnership_id uuid not null references partnerships.partnership,
  from_institution_id uuid not null references institutions.institution,
  to_institution_id uuid not null references institutions.institution,
  decided_on date not null,
  decision text not null check (length(decision) between 2 and 500),
  offered_by uuid not null references institutions.worker,
  offered_at timestamptz not null default now(),
  answer text check (answer in ('accepted', 'declined', 'withdrawn')),
  answered_by uuid references institutions.worker,
  answered_at timestamptz,
  check (from_institution_id <> to_institution_id and (answer is null) = (answered_at is null) and (answer is null) = (answered_by is null))
);
create unique index one_open_lead_offer on partnerships.lead_offer (partnership_id) where answer is null;

create function partnerships.offer_lead(id uuid, partnership uuid, institution uuid, decided_on date, decision text) returns text
language plpgsql security definer set search_path = '' as $$
declare leads_now uuid;
begin
  select p.leading_institution_id into leads_now from partnerships.partnership p
  where p.id = partnership and p.id in (select partnerships.i_lead_as_head()) for no key update;
  if not found then return 'only-the-leader'; end if;
  if institution = leads_now or not partnerships.membership_valid(partnership, institution) @> now() then return 'not-a-member'; end if;
  if exists (select from partnerships.lead_offer o where o.partnership_id = partnership and o.answer is null) then return 'lead-offered-already'; end if;
  insert into partnerships.lead_offer (id, partnership_id, from_institution_id, to_institution_id, decided_on, decision, offered_by)
    values (offer_lead.id, partnership, leads_now, institution, offer_lead.decided_on, offer_lead.decision, access.me());
  return null;
end $$;

create function partnerships.answer_lead_offer(offer uuid, said text) returns text
language plpgsql security definer set search_path = '' as $$
declare o partnerships.lead_offer;
begin
  select * into o from partnerships.lead_offer where id = offer;
  if not found or not (said in ('accepted', 'declined') and o.to_institution_id is not distinct from institutions.i_head_myself()
      or said = 'withdrawn' and o.partnership_id in (select partnerships.i_lead_as_head())) then return 'only-a-head'; end if;
  -- What opens sight through either institution changes one at a time.
  perform institutions.change_alone(i) from unnest(array[least(o.from_institution_id, o.to_institution_id), greatest(o.from_institution_id, o.to_institution_id)]) i;
  select * into o from partnerships.lead_offer where id = offer for update;
  if o.answer is not null then return 'lead-answered-already'; end if;
  if said = 'accepted' and not partnerships.membership_valid(o.partnership_id, o.to_institution_id) @> now() then return 'not-a-member'; end if;
  update partnerships.lead_offer set answer = said, answered_by = access.me(), answered_at = now() where id = offer;
  if said = 'accepted' then
    update partnerships.partnership set leading_institution_id = o.to_institution_id, version = version + 1
    where id = o.partnership_id and leading_institution_id = o.from_institution_id;
    if not found then return 'lead-answered-already'; end if;
  end if;
  return null;
end $$;
grant execute on function partnerships.end_agreement(uuid, date, date, text), partnerships.offer_lead(uuid, uuid, uuid, date, text),
  partnerships.answer_lead_offer(uuid, text) to splot_app;

create function partnerships.leader_changed() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform access.derive(array[new.id]);
  return null;
end $$;
create trigger documents_derive after update of leading_institution_id on partnerships.partnership for each row
  execute function partnerships.leader_changed();
