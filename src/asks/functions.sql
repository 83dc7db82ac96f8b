-- Kinds and parts are rows too, put here anew by the slices that own them: what no file names any more is gone.
delete from asks.kind;
delete from asks.part;

-- An ask follows a fact. The slice that owns the fact says, in a function of its own (`asks.kind.follows`), which asks of
-- a kind there are and how those that ended did; whenever the fact changes, `asks.follow` opens, ends and hands on what
-- that says. What only an ask knows (when it was seen, of what it was reminded) stays with it.

-- Makes the function by which a slice says which asks of a kind there are, of a query whose columns bear the names of
-- asks.wanted, in whatever order. What needs a value is named; what is left out is null.
create function asks.wants(teller text, query text) returns void
language plpgsql set search_path = '' as $$
declare
  needed constant text[] := '{subject_id, part, institution_id, asked_at, answer_by, stands, outcome, ended_at}';
  named text[];
  known text[];
  columns text;
begin
  execute 'create view asks.told as ' || query;
  select array_agg(a.attname::text) into named from pg_catalog.pg_attribute a where a.attrelid = 'asks.told'::regclass and a.attnum > 0;
  drop view asks.told;
  select array_agg(a.attname::text), string_agg(case when a.attname = any (named) then format('q.%I', a.attname)
      else format('null::%s', format_type(a.atttypid, a.atttypmod)) end, ', ' order by a.attnum) into known, columns
    from pg_catalog.pg_attribute a where a.attrelid = 'asks.wanted'::regclass and a.attnum > 0;
  if not named <@ known or not needed <@ named then
    raise exception '% must tell % and may tell %, but tells %', teller, needed, known, named;
  end if;
  execute format('create function %s() returns setof asks.wanted language sql stable begin atomic select %s from (%s) q; end', teller, columns, query);
end $$;

-- The last day for an answer: so many working days after the day, in Poland, on which it was asked.
-- The last day for an answer as it is now: while who is asked by name is away the days do not count. What has an hour waits for
-- nobody.
create function asks.due_day(a asks.ask) returns date
language plpgsql stable security definer set search_path = '' as $$
declare
  asked constant date := (a.asked_at at time zone 'Europe/Warsaw')::date;
  due date := a.answer_by;
  missing int := 0;
  made_up int;
begin
  if a.worker_id is null or a.answer_at is not null then return due; end if;
  -- What is made up for may fall into days away as well.
  loop
    made_up := institutions.days_away(a.worker_id, asked, due);
    exit when made_up <= missing or due > a.answer_by + 366;
    missing := made_up;
    due := splot.add_working_days(a.answer_by, missing);
  end loop;
  return due;
end $$;

create function asks.answer_by(asked timestamptz, days int) returns date
language sql stable set search_path = '' as $$ select splot.add_working_days((asked at time zone 'Europe/Warsaw')::date, days) $$;

-- An ask as its slice wants it; one that waits again does so since the earlier ended. What stands at no time stands at none here: an
-- empty range has no ends.
create function asks.made_of(the_kind text, w asks.wanted, ended_before timestamptz) returns asks.ask
language sql volatile
return (uuidv7(), the_kind, w.subject_id, w.scope_id, w.part, w.institution_id, w.worker_id, w.opens, w.about_id, w.asked_by, w.asker_institution_id,
  w.asked_at, w.answer_by,
  case when isempty(w.stands) then w.stands when w.outcome is null then tstzrange(greatest(lower(w.stands), ended_before), upper(w.stands))
    else tstzrange(lower(w.stands), greatest(w.ended_at, lower(w.stands))) end,
  null, null, w.outcome, w.answer, w.ended_at, w.ended_by, w.handed_on_as, w.answer_at)::asks.ask;

create function asks.follow(the_kind text, subjects uuid[]) returns void
language plpgsql security definer set search_path = '' as $$
declare wanted asks.wanted[];
begin
  execute format('select array_agg(w) from %s() w where w.subject_id = any ($1)', (select k.follows from asks.kind k where k.code = the_kind))
    into wanted using subjects;
  if wanted is null and not exists (select from asks.ask a where a.subject_id = any (subjects) and a.outcome is null) then return; end if;

  -- What is answered, taken back, or now lies with another.
  update asks.ask a set
    outcome = case when w.outcome is not null then w.outcome when n.subject_id is not null then 'handed_on' else 'withdrawn' end,
    answer = w.answer, ended_at = coalesce(w.ended_at, now()), ended_by = coalesce(w.ended_by, access.me()),
    handed_on_as = case when w.outcome is not null then w.handed_on_as else n.subject_id end,
    stands = tstzrange(lower(a.stands), greatest(coalesce(w.ended_at, now()), lower(a.stands)))
  from asks.ask o
  left join unnest(wanted) w on w.subject_id = o.subject_id and w.part = o.part and w.institution_id = o.institution_id
    and w.worker_id is not distinct from o.worker_id and w.asked_at = o.asked_at
  left join lateral (select x.subject_id from unnest(wanted) x
    where x.subject_id = o.subject_id and x.outcome is null and x.institution_id <> o.institution_id and x.asked_at = o.asked_at limit 1) n on true
  where a.id = o.id and o.kind = the_kind and o.subject_id = any (subjects) and o.outcome is null
    and (w.subject_id is null or w.outcome is not null);

  -- What still waits, until another instant.
  update asks.ask a set stands = case when isempty(w.stands) or isempty(a.stands) or lower(a.stands) > now() then w.stands else tstzrange(lower(a.stands), upper(w.stands)) end
  from unnest(wanted) w
  where a.kind = the_kind and a.outcome is null and w.outcome is null and w.subject_id = a.subject_id and w.part = a.part
    and w.institution_id = a.institution_id and w.worker_id is not distinct from a.worker_id and w.asked_at = a.asked_at
    and (upper(a.stands) is distinct from upper(w.stands) or isempty(a.stands) <> isempty(w.stands)
      or lower(a.stands) > now() and lower(w.stands) <> lower(a.stands));

  -- What is new. A question that was closed by mistake waits again from now on.
  insert into asks.ask select n.*
  from unnest(wanted) w
  left join lateral (select max(a.ended_at) as ended_at from asks.ask a
    where a.kind = the_kind and a.subject_id = w.subject_id and a.part = w.part and a.institution_id = w.institution_id
      and a.worker_id is not distinct from w.worker_id) e on true
  cross join lateral asks.made_of(the_kind, w, e.ended_at) n
  where not exists (select from asks.ask a
    where a.kind = the_kind and a.subject_id = w.subject_id and a.part = w.part and a.institution_id = w.institution_id
      and a.worker_id is not distinct from w.worker_id and a.asked_at = w.asked_at and (a.outcome is null or w.outcome is not null));
end $$;

-- Says by which facts a kind of ask changes, once a statement: `subjects`, where a row's own id is not what is asked about,
-- is a query of subjects over `changed`.
create function asks.changes_with(the_kind text, fact regclass, subjects text default 'select id from changed') returns void
language plpgsql set search_path = '' as $$
begin
  execute format('create trigger %I after insert on %s referencing new table as changed
    for each statement execute function asks.follow_changed(%L, %L)', 'asks_follow_new_' || the_kind, fact, the_kind, subjects);
  execute format('create trigger %I after update on %s referencing new table as changed
    for each statement execute function asks.follow_changed(%L, %L)', 'asks_follow_' || the_kind, fact, the_kind, subjects);
end $$;

create function asks.follow_changed() returns trigger language plpgsql security definer set search_path = '' as $$
declare subjects uuid[];
begin
  execute format('select array(%s)', tg_argv[1]) into subjects;
  if subjects <> '{}' then perform asks.follow(tg_argv[0], subjects); end if;
  return null;
end $$;

-- Makes the asks of facts that were there before: of an earlier release, or loaded in bulk.
create function asks.bring_along(the_kind text) returns void
language plpgsql security definer set search_path = '' as $$
begin
  execute format('insert into asks.ask select n.* from %s() w cross join lateral asks.made_of($1, w, null) n
    where not exists (select from asks.ask a where a.kind = $1 and a.subject_id = w.subject_id)',
    (select k.follows from asks.kind k where k.code = the_kind)) using the_kind;
end $$;

-- Who answers for whom, now, in all parts or one: each is told by a function of the slice that knows it. Made anew with each
-- part, so that it is planned once a connection: every page asks it.
create function asks.part_is_named() returns trigger language plpgsql set search_path = '' as $$
begin
  execute format($make$
    create or replace function asks.seats(worker uuid, the_part text default null) returns table (part text, institution_id uuid, scope_id uuid)
    language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_generic_plan rows 5 as $body$
    begin return query %s; end $body$ $make$,
    (select string_agg(format('select %1$L::text, s.* from %2$s(worker) s where the_part is null or the_part = %1$L', p.code, p.seats), ' union all ')
      from asks.part p));
  return null;
end $$;
create trigger part_is_named after insert on asks.part for each statement execute function asks.part_is_named();

create function asks.seat_of_worker(worker uuid) returns table (institution_id uuid, scope_id uuid)
language sql stable security definer set search_path = '' rows 1 as $$
  select w.institution_id, null::uuid from institutions.worker w where w.id = worker and w.period @> clock_timestamp()
$$;

create function asks.seat_of_head(worker uuid) returns table (institution_id uuid, scope_id uuid)
language sql stable security definer set search_path = '' rows 1 as $$
  select s.institution_id, null::uuid from asks.seat_of_worker(worker) s
  where exists (select from institutions.headed(s.institution_id) h where h.worker_id = worker and h.valid @> clock_timestamp())
$$;

create function asks.seat_of_head_there(worker uuid) returns table (institution_id uuid, scope_id uuid)
language sql stable security definer set search_path = '' rows 1 as $$
  select h.institution_id, h.scope_id from asks.seat_of_head(worker) h
  union all
  select s.institution_id, p.scope_id from asks.seat_of_worker(worker) s cross join asks.in_place_of_head(worker) p (scope_id)
$$;

create function asks.seat_of_head_in_person(worker uuid) returns table (institution_id uuid, scope_id uuid)
language sql stable security definer set search_path = '' rows 1 as $$
  select s.institution_id, null::uuid from asks.seat_of_worker(worker) s
  where exists (select from institutions.headed(s.institution_id) h where h.worker_id = worker and not h.standing_in and h.valid @> clock_timestamp())
$$;

-- `worker`: that worker alone; `institution`: whoever there holds what the ask opens; `head`: the head or who stands in;
-- `head_there`: also who does it in their place in a scope that they are kept out of (`asks.in_place_of_head`).
insert into asks.part (code, seats) values
  ('worker', 'asks.seat_of_worker'),
  ('institution', 'asks.seat_of_worker'),
  ('head', 'asks.seat_of_head'),
  ('head_there', 'asks.seat_of_head_there'),
  ('head_in_person', 'asks.seat_of_head_in_person');

-- What waits for a worker's answer at this instant, or one ask of it; of some kinds also what is asked of a colleague for whom
-- they stand in. In a scope they must hold what the ask opens, about what it is about or its subject alone, and never be kept out.
create function asks.of(worker uuid, one asks.ask default null) returns setof asks.ask
language sql stable security definer set search_path = '' rows 10 as $$
  select a.* from asks.seats(worker, (one).part) s
  join asks.ask a on a.part = s.part and a.institution_id = s.institution_id and (s.scope_id is null or s.scope_id = a.scope_id)
  join asks.kind k on k.code = a.kind
  where a.outcome is null and a.stands @> clock_timestamp()
    and (a.worker_id is null or a.worker_id = worker or k.covered and a.worker_id in (select institutions.covers(worker)))
    and ((one).id is null or a.id = (one).id)
    and (k.asker_may_answer
      or (a.asked_by is null or a.asked_by not in (select institutions.same_person(worker)))
        and not exists (select from access.granted g where g.worker_id = worker and g.scope_id = a.scope_id
          and k.awaited_classes && g.classes and g.valid @> clock_timestamp()))
    and (a.opens is null or exists (select from access.granted g
      where g.worker_id = worker and g.scope_id = a.scope_id and a.opens = any (g.classes) and g.valid @> clock_timestamp()
        and case when a.about_id is null then g.about_id is null or g.about_id = g.scope_id else g.about_id in (a.about_id, a.subject_id) end))
    and not exists (select from access.barred b where b.scope_id = a.scope_id and b.worker_id = of.worker and b.valid @> clock_timestamp())
    and not asks.is_kept_from(a.subject_id, worker)
    and (k.open_to is null or asks.is_open_to(k.open_to, a.subject_id, worker))
$$;

-- Whether what is asked is open to somebody now, as a function of its slice tells (`asks.kind.open_to`): where more must hold
-- than one grant.
create function asks.is_open_to(teller text, subject uuid, worker uuid) returns boolean
language plpgsql stable security definer set search_path = '' as $$
declare is_open boolean;
begin
  execute format('select %s($1, $2)', teller) into is_open using subject, worker;
  return coalesce(is_open, false);
end $$;

-- The words of asks, told by their slices: subject → words.
create function asks.words(the_kind text, subjects uuid[]) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  teller text := (select k.words from asks.kind k where k.code = the_kind);
  told jsonb;
begin
  if teller is not null then
    execute format('select jsonb_object_agg(s, %s(s)) from unnest($1) s', teller) into told using subjects;
  end if;
  return coalesce(told, '{}');
end $$;
