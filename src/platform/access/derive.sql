-- Grants are derived from facts. The slice that owns a fact says so once (`access.fact`); a rule says what it reads and
-- which of its scopes a change touches (`access.reads`), and so does a fact that is made of others. So nobody who comes later
-- puts a trigger on somebody's table, and a statement derives each scope that it touches once, whatever else its triggers
-- change.

-- Makes a table a fact: `key` is the column that its changes are told by; an update tells only those in which one of the
-- named columns changed, all where none is named.
create function access.fact(the_table regclass, key text, variadic columns text[] default '{}') returns void
language plpgsql set search_path = '' as $$
declare
  all_of constant text := format('select array_agg(distinct %I) from changed', key);
  only_changed constant text := case when columns = '{}' then all_of else format(
    'select array_agg(distinct changed.%I) from changed join before using (id) where %s', key,
    (select string_agg(format('changed.%1$I is distinct from before.%1$I', c), ' or ') from unnest(columns) c)) end;
begin
  execute format('create trigger fact_begins before insert or update or delete on %s
    for each statement execute function access.fact_begins()', the_table);
  execute format('create trigger fact_is_new after insert on %s referencing new table as changed
    for each statement execute function access.fact_changed(%L, %L)', the_table, the_table, all_of);
  execute format('create trigger fact_changed after update on %s referencing old table as before new table as changed
    for each statement execute function access.fact_changed(%L, %L)', the_table, the_table, only_changed);
  execute format('create trigger fact_is_gone after delete on %s referencing old table as changed
    for each statement execute function access.fact_changed(%L, %L)', the_table, the_table, all_of);
end $$;

-- Rules and their scopes that wait until the outermost statement on a fact is done: what its triggers change on the way is
-- derived with it. `splot.changing` is how deep that statement stands among triggers, `splot.touched` what waits for it.
create function access.changing() returns int
language sql stable return nullif(current_setting('splot.changing', true), '')::int;

create function access.fact_begins() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if coalesce(access.changing(), pg_trigger_depth()) >= pg_trigger_depth() then
    perform set_config('splot.changing', pg_trigger_depth()::text, true);
  end if;
  return null;
end $$;

create function access.fact_changed() returns trigger language plpgsql security definer set search_path = '' as $$
declare ids uuid[];
begin
  execute tg_argv[1] into ids;
  if pg_trigger_depth() <= access.changing() then perform set_config('splot.changing', '', true); end if;
  perform access.changed(tg_argv[0], ids);
  return null;
end $$;

-- A fact changed, told by its keys: what reads it is derived.
create function access.changed(fact text, keys uuid[]) returns void
language sql security definer set search_path = '' as $$ select access.derive_in_time(access.touched_by(fact, keys, access.waiting())) $$;

create function access.waiting() returns jsonb
language sql stable return coalesce(nullif(current_setting('splot.touched', true), ''), '{}')::jsonb;

-- Now, or, within a statement on a fact, when that is done.
create function access.derive_in_time(touched jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare later constant boolean := coalesce(pg_trigger_depth() >= access.changing(), false);
begin
  if later or access.waiting() <> '{}' then perform set_config('splot.touched', case when later then touched::text else '' end, true); end if;
  if not later then perform access.derive_touched(touched); end if;
end $$;

-- Which rules a change touches in which scopes, beside those found so far: what reads it, and what reads those. A fact made
-- of others is only told on.
create function access.touched_by(the_fact text, ids uuid[], so_far jsonb) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  r record;
  reading record;
  touched uuid[];
begin
  if ids is null or ids = '{}' then return so_far; end if;
  for r in
    select read.touched, array_agg(read.reader order by read.reader) as readers from access.reads read where read.fact = the_fact group by 1
  loop
    if r.touched is null then touched := ids; else execute format('select %s($1)', r.touched) into touched using ids; end if;
    continue when touched is null or touched = '{}';
    for reading in
      select x.name, exists (select from access.scope_rule s where s.rule = x.name) as is_rule from unnest(r.readers) x (name)
    loop
      so_far := access.touched_by(reading.name, touched,
        case when reading.is_rule then access.with_scopes(so_far, reading.name, touched) else so_far end);
    end loop;
  end loop;
  return so_far;
end $$;

create function access.with_scopes(so_far jsonb, rule text, scopes uuid[]) returns jsonb
language sql immutable return so_far || jsonb_build_object(rule, coalesce(so_far -> rule, '[]') || to_jsonb(scopes));

-- Every rule of some scopes, and what reads those, beside those found so far.
create function access.all_of(scopes uuid[], so_far jsonb) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare r record;
begin
  for r in
    select rule.rule, array_agg(scope.id) as ids
    from access.scope join access.scope_rule rule using (kind) where scope.id = any (scopes) group by 1
  loop
    so_far := access.touched_by(r.rule, r.ids, access.with_scopes(so_far, r.rule, r.ids));
  end loop;
  return so_far;
end $$;

-- Derives some scopes anew, whatever changed.
create function access.derive(scopes uuid[]) returns void
language sql security definer set search_path = '' as $$ select access.derive_in_time(access.all_of(scopes, access.waiting())) $$;

-- Makes what writes the grants of a rule, a function of the rule's own that is planned once a connection. What stays as it
-- was is not written again.
create function access.rule_is_named() returns trigger language plpgsql set search_path = '' as $$
begin
  if new.keeps then return null; end if;
  execute format($write$
    create function access.%1$I(scopes uuid[], living uuid[]) returns void
    language plpgsql set search_path = '' set plan_cache_mode = force_generic_plan set work_mem = '64MB' as $body$
    declare others uuid[];
    begin
      with compared as materialized (
        select g.scope_id, g.worker_id, g.about_id, g.classes, g.valid, g.because, bool_or(g.place is null) as given, max(g.place) as kept
        from (
          select g.scope_id, g.worker_id, g.about_id, g.classes, g.valid - coalesce(b.valid, '{}') as valid, g.because, null::tid as place
          from %1$s(living) g left join access.barred b using (scope_id, worker_id)
          union all
          select g.scope_id, g.worker_id, g.about_id, g.classes, g.valid, g.because, g.ctid
          from access.granted g where g.scope_id = any (scopes) and g.rule = %1$L) g
        where g.place is not null or not isempty(g.valid) and (upper_inf(g.valid) or upper(g.valid) > clock_timestamp())
        group by 1, 2, 3, 4, 5, 6
      ), gone as (
        delete from access.granted where ctid = any (array(select kept from compared where not given)) returning worker_id
      ), given_now as (
        insert into access.granted (scope_id, worker_id, about_id, classes, valid, because, rule)
        select scope_id, worker_id, about_id, classes, valid, because, %1$L from compared where kept is null returning worker_id
      )
      select array(select worker_id from gone union select worker_id from given_now limit 100) into others;
      -- Pages of those look again whose sight changed, and of nobody else: that something changed would tell the others.
      perform pg_notify('splot_live', w::text) from unnest(others) w;
    end $body$ $write$, new.rule);
  return null;
end $$;
create trigger rule_is_named after insert on access.scope_rule for each row execute function access.rule_is_named();

-- Derives rules in scopes. Facts of others are held first, then the scopes are locked, in one order, and only then are
-- facts read: of two changes at the same time the second sees what the first committed.
create function access.derive_touched(touched jsonb) returns void
language plpgsql security definer set search_path = '' set plan_cache_mode = force_generic_plan as $$
declare
  r record;
  ids uuid[];
  anew uuid[] := '{}';
begin
  if touched = '{}' then return; end if;
  for r in
    select rule.hold, array_agg(distinct e.id::uuid) as ids
    from jsonb_each(touched) t join access.scope_rule rule on rule.rule = t.key, jsonb_array_elements_text(t.value) e (id)
    where rule.hold is not null group by 1
  loop
    execute format('select %s($1)', r.hold) using r.ids;
  end loop;
  ids := array(select distinct e.id::uuid from jsonb_each(touched) t, jsonb_array_elements_text(t.value) e (id));
  -- Not `for update`: rows that are being written in the scope refer to it, and two writers must not block each other.
  perform from access.scope where id = any (ids) order by id for no key update;
  for r in
    select rule.rule, rule.keeps, rule.turn, array_agg(distinct e.id::uuid) as ids, array_agg(distinct scope.id) filter (where scope.kind = rule.kind) as living
    from jsonb_each(touched) t join access.scope_rule rule on rule.rule = t.key, jsonb_array_elements_text(t.value) e (id)
    left join access.scope on scope.id = e.id::uuid
    group by rule.rule, rule.keeps, rule.turn order by rule.turn, rule.rule
  loop
    if r.keeps then
      execute format('select %s($1)', r.rule) using r.living;
    else
      execute format('select access.%I($1, $2)', r.rule) using r.ids, r.living;
      anew := anew || r.ids;
    end if;
  end loop;
  update access.scope set derived_at = clock_timestamp(), derived_in = pg_current_xact_id() where id = any (anew);
end $$;

-- Ends a scope for good: no rule derives grants for it any more, whatever its facts are.
create function access.end_scope(ended uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare touched constant jsonb := access.all_of(array[ended], access.waiting());
begin
  update access.scope set kind = 'ended' where id = ended;
  perform access.derive_in_time(touched);
end $$;

-- Derives all there is, when the rules themselves have changed; some thousands at a time.
create function access.derive_all() returns void
language plpgsql security definer set search_path = '' as $$
declare scopes uuid[];
begin
  delete from access.granted;
  for scopes in
    select array_agg(id) from (select id, (row_number() over (order by coalesce(beside, id), id) - 1) / 5000 as part from access.scope where kind <> 'ended') s
    group by part order by part
  loop
    perform access.derive(scopes);
  end loop;
end $$;
