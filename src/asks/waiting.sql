-- When somebody first saw what is asked about, wherever it is asked, and who; since it came back from a place, if it did.
create function asks.first_seen(the_kind text, subject uuid) returns table (at timestamptz, worker_id uuid)
language sql stable security definer set search_path = '' rows 1 as $$
  select a.seen_at, a.seen_by from asks.ask a
  where a.kind = the_kind and a.subject_id = subject and a.seen_at > coalesce((select max(k.since) from asks.kept_with k where k.subject_id = subject), '-infinity')
  order by a.seen_at limit 1
$$;

-- How far silence was told by letter: 1 the deputy of who is asked, 2 their head, 3 who leads and coordinates.
create function asks.climbed(ask uuid) returns int
language sql stable security definer set search_path = '' as $$ select max(t.step) from asks.told_to t where t.ask_id = ask and t.step between 1 and 3 $$;

-- What waits for me: who asks, in what words, since when and until when; whether I answer it or only read it; of what is
-- urgent also who saw it first. What was asked in two places for which I answer waits once. Of what is asked of a colleague for
-- whom I stand in, also of whom.
create function asks.waiting_for_me() returns table (id uuid, kind text, subject_id uuid, scope_id uuid, what text, "from" text,
  from_institution text, from_kind text, phone text, urgent boolean, seen_at timestamptz, seen_by text, asked_at timestamptz, answer_by date, answer_at timestamptz, answers boolean, instead_of text, climbed int)
language sql stable security definer set search_path = '' rows 10 as $$
  with mine as materialized (
    select distinct on (a.kind, a.subject_id) a.*, a as ask, x.answers from asks.of(access.me()) a join asks.part p on p.code = a.part
    cross join lateral (select p.answered_as is null or exists (select from asks.seats(access.me(), p.answered_as) s
      where s.institution_id = a.institution_id and (s.scope_id is null or s.scope_id = a.scope_id)) as answers) x
    order by a.kind, a.subject_id, x.answers desc, a.asked_at),
  words as (select m.kind, asks.words(m.kind, array_agg(m.subject_id)) as said from mine m group by m.kind)
  select m.id, m.kind, m.subject_id, m.scope_id, w.said ->> m.subject_id::text,
    case when k.asker_named then b.given_name || ' ' || b.family_name end, coalesce(i.short_name, i.name), i.kind,
    case when p.urgent then coalesce(b.phone, i.phone) end, p.urgent, s.at, v.given_name || ' ' || v.family_name, m.asked_at, asks.due_day(m.ask), m.answer_at, m.answers, case when m.worker_id <> access.me() then n.given_name || ' ' || n.family_name end, asks.climbed(m.id)
  from mine m join words w using (kind) join asks.kind k on k.code = m.kind join asks.part p on p.code = m.part
  left join lateral asks.first_seen(m.kind, m.subject_id) s on p.urgent left join institutions.worker v on v.id = s.worker_id
  left join institutions.worker b on b.id = m.asked_by left join institutions.institution i on i.id = m.asker_institution_id
  left join institutions.worker n on n.id = m.worker_id
$$;
grant execute on function asks.waiting_for_me() to splot_app;

-- How many wait for my answer, and how many of the urgent ones nobody has seen yet.
create function asks.how_many_wait_for_me(out count int, out urgent int)
language sql stable security definer set search_path = '' as $$
  select count(distinct (a.kind, a.subject_id))::int,
    count(distinct (a.kind, a.subject_id)) filter (where p.urgent and not exists (select from asks.first_seen(a.kind, a.subject_id)))::int
  from asks.of(access.me()) a join asks.part p on p.code = a.part
$$;
grant execute on function asks.how_many_wait_for_me() to splot_app;

-- Where something waits for my answer, and how much.
create function asks.scopes_that_wait_for_me() returns table (scope_id uuid, count int)
language sql stable security definer set search_path = '' rows 10 as $$
  select a.scope_id, count(distinct (a.kind, a.subject_id))::int from asks.of(access.me()) a where a.scope_id is not null group by a.scope_id
$$;
grant execute on function asks.scopes_that_wait_for_me() to splot_app;

-- What somebody who waits may know of, as the slice of its kind tells: these subjects, or fewer.
create function asks.seen_of(the_kind text, subjects uuid[]) returns uuid[]
language plpgsql stable security definer set search_path = '' as $$
declare
  teller text := (select k.awaited_seen from asks.kind k where k.code = the_kind);
  seen uuid[] := subjects;
begin
  if teller is not null then execute format('select %s($1)', teller) into seen using subjects; end if;
  return seen;
end $$;

-- Asks whose answer I wait for: what I asked myself, or what is asked where I hold what its kind says and see it.
create function asks.awaited_by_me() returns setof asks.ask
language sql stable security definer set search_path = '' rows 20 as $$
  with held as materialized (
    select access.my_scopes(c) as scopes, array_agg(k.code) as kinds from asks.kind k cross join unnest(k.awaited_classes) c group by c
  ), open as materialized (
    select a.* from held h join asks.ask a on a.scope_id = any (h.scopes) and a.kind = any (h.kinds)
    where a.outcome is null and a.stands @> clock_timestamp()
  ), seen as materialized (
    select o.kind, asks.seen_of(o.kind, array_agg(o.subject_id)) as subjects from open o group by o.kind
  )
  select a.* from asks.ask a join asks.kind k on k.code = a.kind and k.awaited_by_asker
  where a.asked_by = access.me() and a.outcome is null and a.stands @> clock_timestamp()
    and exists (select from institutions.worker w where w.id = access.me() and w.period @> clock_timestamp())
  union
  select o.* from open o join seen s using (kind) where o.subject_id = any (s.subjects)
$$;

-- For whose answer I wait, the longest first; what is asked further after its hour once. Days on which who is asked by name
-- is away do not count, and until when that is, and who stands in, is told. Of a kind whose asker is not told who answers, neither who nor where nor
-- whether anybody saw it.
create function asks.i_wait_for(how_many int) returns table (id uuid, kind text, subject_id uuid, scope_id uuid, what text, worker text, institution text,
  institution_kind text, phone text, asked_at timestamptz, answer_by date, answer_at timestamptz, used_days int, total_days int, urgent boolean, seen_at timestamptz, can_remind boolean, reminded_on date, against_reminding text, away_until date, stand_in text, climbed int)
language sql stable security definer set search_path = '' rows 20 as $$
  with once as (
    select distinct on (m.kind, m.subject_id) m.* from asks.awaited_by_me() m order by m.kind, m.subject_id, m.asked_at, lower(m.stands), m.id),
  awaited as materialized (select m.* from once m order by m.asked_at, m.id limit how_many),
  words as (select m.kind, asks.words(m.kind, array_agg(m.subject_id)) as said from awaited m group by m.kind)
  select a.id, a.kind, a.subject_id, a.scope_id, q.said ->> a.subject_id::text,
    case when k.answerer_told then w.given_name || ' ' || w.family_name end,
    case when k.answerer_told then coalesce(i.short_name, i.name) end, case when k.answerer_told then i.kind end,
    case when k.answerer_told then coalesce(v.phone, w.phone, i.phone) end, a.asked_at, asks.due_day(a), a.answer_at,
    splot.working_days_between((a.asked_at at time zone 'Europe/Warsaw')::date, splot.today_pl())
      - case when a.worker_id is null or a.answer_at is not null then 0 else institutions.days_away(a.worker_id, (a.asked_at at time zone 'Europe/Warsaw')::date, splot.today_pl()) end,
    splot.working_days_between((a.asked_at at time zone 'Europe/Warsaw')::date, a.answer_by), p.urgent,
    case when k.answerer_told then case when p.urgent then (select s.at from asks.first_seen(a.kind, a.subject_id) s) else a.seen_at end end,
    k.reminder is not null, (select max(r.day) from asks.reminder r where r.ask_id = a.id), case when k.reminder is not null then asks.against_reminding(a) end,
    v.until, v.stand_in, case when k.answerer_told then asks.climbed(a.id) end
  from awaited a join words q using (kind)
  join asks.kind k on k.code = a.kind join asks.part p on p.code = a.part join institutions.institution i on i.id = a.institution_id
  left join institutions.worker w on w.id = a.worker_id
  left join lateral institutions.away(a.worker_id) v on k.answerer_told
  order by a.asked_at, a.id
$$;
grant execute on function asks.i_wait_for(int) to splot_app;

-- Notes that I saw what waits for my answer, the first time: one ask, or all of a kind in a scope. What I asked myself is
-- not seen by that. The page of who asked looks again, where they are told that it was seen; of what is urgent also the
-- pages of all who are asked, whom nobody tells any more to look now.
create function asks.see(the_kind text, place uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  unseen constant uuid[] := array(select a.id from asks.ask a
    where a.kind = the_kind and place in (a.subject_id, a.scope_id) and a.outcome is null and a.seen_at is null);
  asker uuid;
begin
  if unseen = '{}' then return; end if;
  for asker in
    update asks.ask a set seen_at = now(), seen_by = access.me() from asks.kind k
    where a.id = any (unseen) and k.code = a.kind and a.id in (select o.id from asks.of(access.me()) o)
      and (a.asked_by is null or a.asked_by not in (select institutions.same_person(access.me())))
    returning case when k.answerer_told then a.asked_by end
  loop
    if asker is not null then perform pg_notify('splot_live', asker::text); end if;
  end loop;
  if not found then return; end if;
  perform pg_notify('splot_live', w.id::text) from asks.ask a
  join asks.part p on p.code = a.part and p.urgent
  join asks.ask o on o.kind = a.kind and o.subject_id = a.subject_id and o.outcome is null
  join institutions.worker w on w.institution_id = o.institution_id and w.period @> clock_timestamp()
  where a.id = any (unseen) and o.id in (select x.id from asks.of(w.id) x);
end $$;
grant execute on function asks.see(text, uuid) to splot_app;
