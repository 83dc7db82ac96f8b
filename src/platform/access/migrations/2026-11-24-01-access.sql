-- Who may see what, as grants on opaque scopes. This part of Splot knows no word of cases or families: a slice
-- names a function that derives the grants of a scope from its facts, and asks for them to be derived anew
-- whenever such a fact changes.
create schema access;
grant usage on schema access to splot_app, splot_jobs;

-- What derives the grants of a kind of scope from facts: `rule(uuid[])` gives the grants, and `hold(uuid[])` takes
-- share locks on the facts of others that the rule reads, so that none of them ends unnoticed in the meantime.
create table access.scope_rule (
  kind text not null,
  rule text not null,
  hold text,
  primary key (kind, rule)
);

create table access.scope (
  id uuid primary key,
  kind text not null,
  -- A scope that a request about this one asks for too: the household of a case.
  beside uuid references access.scope,
  -- When its grants were last derived, and by which transaction.
  derived_at timestamptz not null default now(),
  derived_in xid8 not null default pg_current_xact_id()
);

-- `classes` are what may be seen (file, health …) and what may be done (coordinate, team, head).
-- `about_id` narrows a grant to one person, to one asked item, to the entries of one institution, or, being the
-- scope itself, to what is shared and about nobody in particular; null means all.
-- `because` answers "why do I see this": {"reason": code, ... what the sentence needs}.
create table access.granted (
  scope_id uuid not null references access.scope on delete cascade,
  worker_id uuid not null,
  about_id uuid,
  classes text[] not null,
  valid tstzmultirange not null check (not isempty(valid)),
  because jsonb not null
);
create index granted_to_worker on access.granted (worker_id, scope_id) include (about_id, classes, valid);
create index granted_on_scope on access.granted (scope_id);

-- Workers who may see nothing of a scope, whatever else would let them: kin, neighbours. It beats every grant.
create table access.barred (
  scope_id uuid not null references access.scope,
  worker_id uuid not null,
  valid tstzmultirange not null,
  primary key (scope_id, worker_id)
);

-- The actor is the worker. Set by the request's first statement and gone with its transaction.
create function access.me() returns uuid language sql stable parallel safe set search_path = '' as
$$ select nullif(current_setting('splot.worker', true), '')::uuid $$;

-- A request about one scope, or a few, says so; what it may see is then looked up for those alone, and for what lies
-- beside them. It only ever narrows.
create function access.within() returns uuid[] language sql stable parallel safe set search_path = '' as
$$ select nullif(current_setting('splot.within', true), '')::uuid[] $$;

create function access.enter(scopes uuid[]) returns void language sql stable security definer set search_path = '' as $$
  select set_config('splot.within', array(select unnest(scopes)
    union select s.beside from access.scope s where s.id = any (scopes) and s.beside is not null)::text, true)
$$;

-- Sight is asked of the clock, not of the transaction's beginning: what ends while a transaction runs is gone for its
-- next question.

-- Each of these asks for everything I hold, or for the scopes of the request by their key. They are asked many times a
-- request: so they are planned once, and may name a scope more than once.

-- The scopes in which I hold a class for what is shared there.
create function access.my_scopes(class text) returns setof uuid
language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_generic_plan rows 50 as $$
declare
  mine constant uuid := access.me();
  asked constant uuid[] := access.within();
begin
  if asked is null then
    return query select g.scope_id from access.granted g
    where g.worker_id = mine and my_scopes.class = any (g.classes) and g.valid @> clock_timestamp() and (g.about_id is null or g.about_id = g.scope_id);
  else
    return query select g.scope_id from access.granted g
    where g.worker_id = mine and g.scope_id = any (asked) and my_scopes.class = any (g.classes) and g.valid @> clock_timestamp()
      and (g.about_id is null or g.about_id = g.scope_id);
  end if;
end $$;

-- The scopes in which I hold a class for everybody and everything there.
create function access.my_whole_scopes(class text) returns setof uuid
language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_generic_plan rows 50 as $$
declare
  mine constant uuid := access.me();
  asked constant uuid[] := access.within();
begin
  if asked is null then
    return query select g.scope_id from access.granted g
    where g.worker_id = mine and my_whole_scopes.class = any (g.classes) and g.valid @> clock_timestamp() and g.about_id is null;
  else
    return query select g.scope_id from access.granted g
    where g.worker_id = mine and g.scope_id = any (asked) and my_whole_scopes.class = any (g.classes) and g.valid @> clock_timestamp()
      and g.about_id is null;
  end if;
end $$;

-- One name for the pair of a scope and whom a row is about, so that a policy compares a single value.
create function access.pair(scope_id uuid, about_id uuid) returns uuid
language sql immutable parallel safe set search_path = '' as
$$ select md5(scope_id::text || about_id::text)::uuid $$;

create function access.my_pairs(class text) returns setof uuid
language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_generic_plan rows 50 as $$
declare
  mine constant uuid := access.me();
  asked constant uuid[] := access.within();
begin
  if asked is null then
    return query select access.pair(g.scope_id, g.about_id) from access.granted g
    where g.worker_id = mine and my_pairs.class = any (g.classes) and g.valid @> clock_timestamp() and g.about_id is not null;
  else
    return query select access.pair(g.scope_id, g.about_id) from access.granted g
    where g.worker_id = mine and g.scope_id = any (asked) and my_pairs.class = any (g.classes) and g.valid @> clock_timestamp()
      and g.about_id is not null;
  end if;
end $$;

-- Derives the grants of some scopes anew. Triggers on facts call this in the transaction of the change, after it.
-- Facts of others are held first, then the scopes are locked, in one order, and only then are facts read: of two
-- changes at the same time the second sees what the first committed.
create function access.derive(scopes uuid[]) returns void
language plpgsql security definer set search_path = '' set plan_cache_mode = force_generic_plan as $$
declare
  r record;
  batch uuid[];
begin
  for r in
    select rule.rule, rule.hold, array_agg(scope.id order by scope.id) as ids
    from access.scope join access.scope_rule rule using (kind) where scope.id = any (scopes) group by 1, 2
  loop
    if r.hold is not null then execute format('select %s($1)', r.hold) using r.ids; end if;
  end loop;
  -- Not `for update`: rows that are being written in the scope refer to it, and two writers must not block each other.
  perform from access.scope where id = any (scopes) order by id for no key update;
  -- A few hundred at a time: finding one in a long list takes long.
  for batch in
    select array_agg(id) from (select id, (row_number() over (order by id) - 1) / 300 as no from (select distinct unnest(scopes) as id) s) n group by no
  loop
    update access.scope set derived_at = clock_timestamp(), derived_in = pg_current_xact_id() where id = any (batch);
    delete from access.granted where scope_id = any (batch);
    for r in
      select rule.rule, array_agg(scope.id order by scope.id) as ids
      from access.scope join access.scope_rule rule using (kind) where scope.id = any (batch) group by 1
    loop
      execute format(
        'insert into access.granted (scope_id, worker_id, about_id, classes, valid, because)
         select g.scope_id, g.worker_id, g.about_id, g.classes, g.valid - coalesce(b.valid, ''{}''), g.because
         from %s($1) g left join access.barred b using (scope_id, worker_id)
         where not isempty(g.valid - coalesce(b.valid, ''{}''))', r.rule)
      using r.ids;
    end loop;
  end loop;
  perform pg_notify('splot_live', id::text) from unnest(scopes[1:100]) id;
end $$;
revoke execute on function access.derive(uuid[]) from public;

-- A deed writes at the instant at which its transaction began. Did another one change who sees this scope since then?
-- Then the deed starts anew (a serialization failure, tried again), so that instants follow one another.
create function access.begin_anew_if_changed(scope uuid) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if exists (select from access.scope s where s.id = scope and s.derived_at > now() and s.derived_in <> pg_current_xact_id()) then
    raise exception 'changed since this transaction began' using errcode = 'serialization_failure';
  end if;
end $$;
revoke execute on function access.begin_anew_if_changed(uuid) from public;

-- Opens a scope, so that grants can be derived for it.
create function access.open_scope(id uuid, kind text, beside uuid default null) returns void
language sql security definer set search_path = '' as
$$ insert into access.scope (id, kind, beside) values (id, kind, beside) $$;
revoke execute on function access.open_scope(uuid, text, uuid) from public;

-- Ends a scope for good: no rule derives grants for it any more, whatever its facts are.
create function access.end_scope(ended uuid) returns void
language plpgsql security definer set search_path = '' as $$
begin
  update access.scope set kind = 'ended' where id = ended;
  perform access.derive(array[ended]);
end $$;
revoke execute on function access.end_scope(uuid) from public;

-- "Why do I see this?": the live grants of the asking worker on one scope.
create function access.why(scope uuid)
returns table (about_id uuid, classes text[], until timestamptz, because jsonb)
language sql stable security definer set search_path = '' as $$
  select g.about_id, g.classes, upper(r), g.because
  from access.granted g, unnest(g.valid) r
  where g.scope_id = scope and g.worker_id = access.me() and r @> clock_timestamp()
$$;

-- Sentences for policies. `access.rule` makes a policy from a text in which words in braces stand for conditions in
-- the fast shape (one array a class, built once for a statement and only when such a row is met):
--   {class}                 the row's own class is held in its scope
--   {fact}                  the row's own class is held about the row's person (about_id), or, where a row is about
--                           nobody in particular, for what is shared in its scope
--   {whole}                 the row's own class is held about everybody and everything in its scope
--   {scope C}               class C is held in the row's scope, about somebody at least
--   {scope C on column}     the same, the scope being in another column
--   {person C}              class C is held in scope_id about about_id, or about everybody
--   {person C on s, p}      the same with other columns
--   {own}                   the row was entered by an institution (institution_id) whose worker I am in this scope
--   {handed over}           the row was entered by an institution that has left, to whose head it was handed over
--   {entry}                 the row is what a worker (author_id) of an institution entered: its institution's own until it is
--                           opened (opened_at), then also of those who hold its class for what that institution gave; of
--                           class violence its author's alone
create function access.rule(text) returns void
language plpgsql set search_path = '' as $$
declare
  sql text := replace($1, '{entry}', (
    select '((class <> ''violence'' and ({own} or {handed over})) or (class = ''violence'' and author_id = access.me() and {own})
      or (opened_at is not null and (' || string_agg(format('(class = %1$L and {person %1$s on scope_id, institution_id})', c), ' or ') || ')))'
    from unnest(array['file', 'health', 'addiction', 'justice']) c));
  said text := sql;
  part text[];
  scope_in constant text := '%s = any (array(select access.my_scopes(%L)))';
begin
  sql := replace(sql, '{class}', (
    select '(' || string_agg(format('(class = %L and ' || scope_in || ')', c, 'scope_id', c), ' or ') || ')'
    from unnest(array['file', 'whereabouts', 'health', 'addiction', 'justice']) c));
  sql := replace(sql, '{fact}', (
    select '(' || string_agg(format('(class = %1$L and (about_id is null and scope_id = any (array(select access.my_scopes(%1$L)))
        or scope_id = any (array(select access.my_whole_scopes(%1$L)))
        or access.pair(scope_id, about_id) = any (array(select access.my_pairs(%1$L)))))', c), ' or ') || ')'
    from unnest(array['file', 'whereabouts', 'health', 'addiction', 'justice']) c));
  sql := replace(sql, '{whole}', (
    select '(' || string_agg(format('(class = %1$L and scope_id = any (array(select access.my_whole_scopes(%1$L))))', c), ' or ') || ')'
    from unnest(array['file', 'whereabouts', 'health', 'addiction', 'justice']) c));
  sql := replace(sql, '{handed over}', 'access.pair(scope_id, institution_id) = any (array(select access.my_pairs(''handed_over'')))');
  sql := replace(sql, '{own}', 'access.pair(scope_id, institution_id) = any (array(select access.my_pairs(''own'')))');
  for part in select regexp_matches(said, '(\{scope (\w+)(?: on (\w+))?\})', 'g') loop
    sql := replace(sql, part[1], format(scope_in, coalesce(part[3], 'scope_id'), part[2]));
  end loop;
  for part in select regexp_matches(said, '(\{person (\w+)(?: on (\w+), (\w+))?\})', 'g') loop
    sql := replace(sql, part[1], format(
      '(%2$s = any (array(select access.my_whole_scopes(%1$L)))
        or access.pair(%2$s, %3$s) = any (array(select access.my_pairs(%1$L))))',
      part[2], coalesce(part[3], 'scope_id'), coalesce(part[4], 'about_id')));
  end loop;
  if sql ~ '\{[a-z]' then raise exception 'a rule with an unknown word in braces: %', sql; end if;
  execute sql;
end $$;

grant execute on function access.me(), access.within(), access.enter(uuid[]), access.my_scopes(text), access.my_whole_scopes(text),
  access.pair(uuid, uuid), access.my_pairs(text), access.why(uuid) to splot_app;

-- Do I hold anything in one of these scopes now? Asked before a live page is told to look again, and before
-- something is written into a scope's journal.
create function access.i_hold_any(scopes uuid[]) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from access.granted where worker_id = access.me() and scope_id = any (scopes) and valid @> clock_timestamp())
$$;
grant execute on function access.i_hold_any(uuid[]) to splot_app;

-- What I hold in a few scopes, for a page of a list.
create function access.held(scopes uuid[]) returns table (scope_id uuid, classes text[])
language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_generic_plan rows 20 as $$
begin
  return query
  select g.scope_id, array_agg(c) from access.granted g, unnest(g.classes) c
  where g.worker_id = access.me() and g.scope_id = any (scopes) and g.valid @> clock_timestamp()
    and (g.about_id is null or g.about_id = g.scope_id)
  group by g.scope_id;
end $$;
grant execute on function access.held(uuid[]) to splot_app;
