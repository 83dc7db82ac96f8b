-- Whoever is invited owes an answer: of the proposed dates, then whether they come, until it begins.

select asks.wants('meetings.asks_to_answer', $$
  select m.id as subject_id, m.scope_id, 'worker' as part, i.institution_id, i.worker_id, 'team' as opens,
    m.called_by as asked_by, m.institution_id as asker_institution_id, w.asked_at,
    least(w.until, asks.answer_by(w.asked_at, case when k.code like 'urgent%' then partnerships.urgent_answer_days(p.id) else partnerships.usual_answer_days(p.id) end)) as answer_by,
    tstzrange(w.asked_at, case when m.starts_at is not null then greatest(w.asked_at, m.starts_at) end) as stands, w.outcome, w.answer,
    case when w.outcome is not null then greatest(w.asked_at, w.ended_at) end as ended_at
  from meetings.meeting m join meetings.invitee i on i.meeting_id = m.id join meetings.meeting_kind k on k.code = m.kind
  left join cases."case" c on c.id = m.scope_id join partnerships.partnership p on p.id = coalesce(m.partnership_id, c.partnership_id)
  cross join lateral (
    -- Of the dates.
    select i.invited_at, (select min((d.starts_at at time zone 'Europe/Warsaw')::date) from meetings.proposed_date d where d.meeting_id = m.id),
      case when i.dates_answered_at is not null then 'answered' when m.fixed_at is not null or m.cancelled_at is not null or cases.is_closed(m.scope_id) then 'withdrawn' end,
      case when i.dates_answered_at is not null then 'dates' end, coalesce(i.dates_answered_at, m.fixed_at, m.cancelled_at, now())
    where i.worker_id <> m.called_by and exists (select from meetings.proposed_date d where d.meeting_id = m.id)
    union all
    -- Whether they come.
    select greatest(m.fixed_at, i.invited_at), (m.starts_at at time zone 'Europe/Warsaw')::date,
      case when i.answered_at is not null then 'answered' when m.begun_at is not null or m.cancelled_at is not null or cases.is_closed(m.scope_id) then 'withdrawn' end,
      i.answer, coalesce(i.answered_at, m.begun_at, m.cancelled_at, now())
    where m.fixed_at is not null) w (asked_at, until, outcome, answer, ended_at)
$$);

create function meetings.kind_of_asked(meeting uuid) returns text language sql stable set search_path = '' as
$$ select m.kind from meetings.meeting m where m.id = meeting $$;

create function meetings.reminder_of(meeting uuid) returns jsonb language sql stable set search_path = '' as $$
  select jsonb_build_object('verb', 'meeting.reminded', 'class', 'team', 'values', jsonb_build_object('kind', m.kind))
  from meetings.meeting m where m.id = meeting
$$;

-- Who called it waits for the answers, as long as they work there.
create function meetings.called_by_me(meetings uuid[]) returns uuid[] language sql stable set search_path = '' as $$
  select array(select m.id from meetings.meeting m where m.id = any (meetings) and m.called_by = access.me())
$$;

insert into asks.kind (code, follows, words, reminder, awaited_classes, awaited_seen, silence_told) values
  ('meeting', 'meetings.asks_to_answer', 'meetings.kind_of_asked', 'meetings.reminder_of', array['team'], 'meetings.called_by_me', true);

select asks.changes_with('meeting', 'meetings.meeting');
select asks.changes_with('meeting', 'meetings.invitee', 'select meeting_id from changed');
select asks.changes_with('meeting', 'meetings.proposed_date', 'select meeting_id from changed');
select asks.changes_with('meeting', 'cases.opening', 'select m.id from meetings.meeting m join changed c on c.case_id = m.scope_id');

select asks.bring_along('meeting');

-- What is begun about a meeting is about its place.
insert into drafts.source (kind, thing, place) values ('meeting', 'meetings.meeting', 'scope_id'), ('meeting-of', 'access.scope', 'id');

-- What is open about a family: what waits for an answer or was refused, what nobody does, what the family thinks over, what is late,
-- reviews that come, where it is worst or people disagree, what was put off.
insert into meetings.agenda_source values
  ('meetings.open_items'), ('meetings.open_gaps'), ('meetings.open_reviews'), ('meetings.open_domains'), ('meetings.open_tasks'), ('meetings.put_off'),
  ('meetings.open_numbers');

create function meetings.open_items(scope uuid) returns table (kind text, id uuid, what text, class text, about uuid[], "on" date)
language sql stable set search_path = '' as $$
  select case when p.answer = 'declined' then 'item-declined' when p.id is not null and p.answer is null then 'item-silent' else 'item-later' end,
    i.id, left(i.what, 200), case when i.class = 'file' then i.goal_class else i.class end, i.about,
    coalesce((p.answered_at at time zone 'Europe/Warsaw')::date, (p.asked_at at time zone 'Europe/Warsaw')::date, i.family_answered_on)
  from baskets.item i left join referrals.point p on p.id = i.point_id and p.withdrawn_at is null
  where i.scope_id = open_items.scope and i.removed_at is null and 'file' in (i.class, i.goal_class)
    and (p.answer = 'declined' or p.id is not null and p.answer is null or i.family_answer = 'later')
$$;

create function meetings.open_gaps(scope uuid) returns table (kind text, id uuid, what text, class text, about uuid[], "on" date)
language sql stable set search_path = '' as $$
  select 'gap', g.id, left(g.what, 200), g.class, g.about, (g.recorded_at at time zone 'Europe/Warsaw')::date from baskets.gap g where g.scope_id = open_gaps.scope
$$;

create function meetings.open_reviews(scope uuid) returns table (kind text, id uuid, what text, class text, about uuid[], "on" date)
language sql stable set search_path = '' as $$
  select 'review', r.id, null::text, 'team', '{}'::uuid[], r.due from contracts.review r
  where r.scope_id = open_reviews.scope and r.held_on is null and r.due <= splot.today_pl() + 30
$$;

-- Of the assessment that was fixed last: level one, or somebody who sees it otherwise.
create function meetings.open_domains(scope uuid) returns table (kind text, id uuid, what text, class text, about uuid[], "on" date)
language sql stable set search_path = '' as $$
  select case when g.level = 1 then 'level-one' else 'dissent' end, g.id, d.pl, g.class, g.about, s.agreed_on
  from assessments.agreed g join assessments.life_domain d on d.code = g.domain
  join (select a.id, a.agreed_on from assessments.assessment a where a.scope_id = open_domains.scope and a.fixed_at is not null order by a.fixed_at desc limit 1) s
    on s.id = g.assessment_id
  where (g.level = 1 or g.dissent is not null) and g.class <> 'violence'
$$;

create function meetings.open_tasks(scope uuid) returns table (kind text, id uuid, what text, class text, about uuid[], "on" date)
language sql stable set search_path = '' as $$
  select 'task-late', t.id, left(t.what, 200), t.class, case when t.about = array[t.scope_id] then '{}' else t.about end, t.due from worklist.task t
  where t.scope_id = open_tasks.scope and t.ended_at is null and t.due < splot.today_pl() and t.class in ('file', 'health', 'addiction')
$$;

create function meetings.put_off(scope uuid) returns table (kind text, id uuid, what text, class text, about uuid[], "on" date)
language sql stable set search_path = '' as $$
  select 'put-off', p.id, p.what, p.class, case when p.about = array[p.scope_id] then '{}' else p.about end, (p.postponed_at at time zone 'Europe/Warsaw')::date
  from meetings.point p join meetings.meeting m on m.id = p.meeting_id
  where p.scope_id = put_off.scope and p.postponed_at is not null and m.ended_at is not null and p.kept_from = '{}'
$$;
-- Of a partnership, once a quarter, and never of a family: how long answers took, which who leads it reads, and what is missing around;
-- both from five on. What is missing is told by codes of kinds or groups of services, a space between.
create function meetings.open_numbers(scope uuid) returns table (kind text, id uuid, what text, class text, about uuid[], "on" date)
language sql stable set search_path = '' as $$
  select k.kind, p.id, k.what, 'team', '{}'::uuid[], date_trunc('quarter', splot.today_pl())::date
  from partnerships.partnership p cross join lateral (
    select 'answer-times', null where exists (
      select from partnerships.answer_times(p.id, splot.today_pl() - 91) a where a.institution_id is null and a.kind is null and a.median is not null)
    union all
    select 'unmet-needs', string_agg(m.code, ' ') from (
      select distinct coalesce(u.service_kind, u.service_group) as code from directory.unmet_needs() u join partnerships.area a on a.terc = u.commune
      where a.partnership_id = p.id and u.band <> 'under_5' and coalesce(u.service_kind, u.service_group) is not null
      order by 1 limit 3) m having count(*) > 0) k (kind, what)
  where p.id = scope
$$;
grant execute on function meetings.open_items(uuid), meetings.open_gaps(uuid), meetings.open_reviews(uuid), meetings.open_domains(uuid),
  meetings.open_tasks(uuid), meetings.put_off(uuid), meetings.open_numbers(uuid) to splot_app;

-- Somebody without an account may be a guest of a meeting.
insert into guests.kind values ('meeting', 'meetings.guest_until');
select asks.changes_with('guest-address', 'meetings.meeting', 'select g.id from guests.guest g join changed c on c.id = g.subject_id');
select asks.changes_with('guest-address', 'cases.opening', 'select g.id from guests.guest g join changed c on c.case_id = g.scope_id');
insert into consents.told_source values ('meetings.told_to_guests');
