-- Rules and classes are rows too, put here anew by the slices that own them: what no file names any more is gone.
delete from access.scope_rule;
delete from access.reads;
delete from access.class;

-- The actor is the worker. Set by the request's first statement and gone with its transaction. A body that is parsed when
-- it is made, without settings of its own, becomes part of whatever asks: no call is left.
create function access.me() returns uuid language sql stable parallel safe
return nullif(current_setting('splot.worker', true), '')::uuid;
grant execute on function access.me() to splot_app;

-- A request about one scope, or a few, says so; what it may see is then looked up for those alone, and for what lies
-- beside them. It only ever narrows.
create function access.within() returns uuid[] language sql stable parallel safe
return nullif(current_setting('splot.within', true), '')::uuid[];
grant execute on function access.within() to splot_app;

create function access.enter(scopes uuid[]) returns void language plpgsql stable security definer set search_path = '' as $$
begin
  perform set_config('splot.within',
    (scopes || array(select s.beside from access.scope s where s.id = any (scopes) and s.beside is not null))::text, true);
end $$;
grant execute on function access.enter(uuid[]) to splot_app;

-- Sight is asked of the clock, not of the transaction's beginning: what ends while a transaction runs is gone for its
-- next question.

-- Each of these asks for everything I hold, or for the scopes of the request by their key; a scope may be named more than
-- once. They answer with an array and are asked as `(select access.my_scopes('file'))::uuid[]`: one step in a plan, which
-- costs next to nothing where no such row is met.

-- The scopes in which I hold a class for what is shared there.
create function access.my_scopes(class text) returns uuid[]
language plpgsql stable security definer set search_path = '' as $$
declare
  mine constant uuid := access.me();
  asked constant uuid[] := access.within();
begin
  if asked is null then
    return array(select g.scope_id from access.granted g
      where g.worker_id = mine and my_scopes.class = any (g.classes) and g.valid @> clock_timestamp() and (g.about_id is null or g.about_id = g.scope_id));
  end if;
  return array(select g.scope_id from access.granted g
    where g.worker_id = mine and g.scope_id = any (asked) and my_scopes.class = any (g.classes) and g.valid @> clock_timestamp() and (g.about_id is null or g.about_id = g.scope_id));
end $$;
grant execute on function access.my_scopes(text) to splot_app;

-- The scopes in which I hold a class for everybody and everything there.
create function access.my_whole_scopes(class text) returns uuid[]
language plpgsql stable security definer set search_path = '' as $$
declare
  mine constant uuid := access.me();
  asked constant uuid[] := access.within();
begin
  if asked is null then
    return array(select g.scope_id from access.granted g
      where g.worker_id = mine and my_whole_scopes.class = any (g.classes) and g.valid @> clock_timestamp() and g.about_id is null);
  end if;
  return array(select g.scope_id from access.granted g
    where g.worker_id = mine and g.scope_id = any (asked) and my_whole_scopes.class = any (g.classes) and g.valid @> clock_timestamp() and g.about_id is null);
end $$;
grant execute on function access.my_whole_scopes(text) to splot_app;

-- Places from which I am kept away: by a family, or by whoever sent something.
create function access.barred_to_me() returns uuid[]
language sql stable security definer set search_path = '' as $$
  select array(select b.scope_id from access.barred b where b.worker_id = access.me() and b.valid @> clock_timestamp())
$$;
grant execute on function access.barred_to_me() to splot_app;

-- The pairs of a scope and whom or what I hold a class about.
create function access.my_pairs(class text) returns uuid[]
language plpgsql stable security definer set search_path = '' as $$
declare
  mine constant uuid := access.me();
  asked constant uuid[] := access.within();
begin
  if asked is null then
    return array(select access.pair(g.scope_id, g.about_id) from access.granted g
      where g.worker_id = mine and my_pairs.class = any (g.classes) and g.valid @> clock_timestamp() and g.about_id is not null);
  end if;
  return array(select access.pair(g.scope_id, g.about_id) from access.granted g
    where g.worker_id = mine and g.scope_id = any (asked) and my_pairs.class = any (g.classes) and g.valid @> clock_timestamp() and g.about_id is not null);
end $$;
grant execute on function access.my_pairs(text) to splot_app;

-- All that I hold in the scopes of a request as words, for rows whose own class says which word opens them: s (what is
-- shared), w (everybody and everything) or p (about one), then the class, the scope, and whom it is about.
create function access.my_words() returns text[]
language sql stable security definer set search_path = '' as $$
  select array(
    select unnest(case when about_id is null then array['s' || class || scope_id, 'w' || class || scope_id]
      when about_id = scope_id then array['s' || class || scope_id, 'p' || class || scope_id || about_id]
      else array['p' || class || scope_id || about_id] end)
    from (
      select g.scope_id, g.about_id, unnest(g.classes) as class from access.granted g
      where g.worker_id = access.me() and g.scope_id = any (access.within()) and g.valid @> clock_timestamp()) held)
$$;
grant execute on function access.my_words() to splot_app;

-- Of these the words for rows about nobody in particular.
create function access.my_shared_words() returns text[]
language sql stable security definer set search_path = '' as $$
  select array(
    select unnest(g.classes) || g.scope_id from access.granted g
    where g.worker_id = access.me() and g.scope_id = any (access.within()) and g.valid @> clock_timestamp()
      and (g.about_id is null or g.about_id = g.scope_id))
$$;
grant execute on function access.my_shared_words() to splot_app;

-- Is a fact open to me for each of the people whom it is about? `giver` is the institution whose entry it is, null for what
-- is shared; `written` when it was written, or when it was over; null where it goes on.
create function access.opens(scope uuid, class text, giver uuid, about uuid[], written timestamptz) returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
  if opens.scope <> all (access.within()) then return false; end if;
  return access.opens_to(access.me(), opens.scope, opens.class, opens.giver, opens.about, opens.written);
end $$;
grant execute on function access.opens(uuid, text, uuid, uuid[], timestamptz) to splot_app;

-- The same of any worker: whoever writes something is told beforehand who will read it.
create function access.opens_to(worker uuid, scope uuid, class text, giver uuid, about uuid[], written timestamptz) returns boolean
language plpgsql stable set search_path = '' as $$
begin
  -- What is about nobody nothing opens.
  return cardinality(opens_to.about) > 0 and not exists (
    select from unnest(opens_to.about) person (id) where not exists (
      select from access.granted g
      where g.worker_id = opens_to.worker and g.scope_id = opens_to.scope and opens_to.class = any (g.classes) and g.valid @> clock_timestamp()
        and g.about_id = case when opens_to.giver is null then person.id else access.pair(opens_to.giver, person.id) end
        and (opens_to.written is null or g.because ->> 'since' is null or (g.because ->> 'since')::timestamptz <= opens_to.written)
        and (g.because ->> 'until' is null or opens_to.written < (g.because ->> 'until')::timestamptz)));
end $$;

-- Whom a fact is about is fixed when it is written: whom its writer named, or everybody there on that day. Where there is
-- nobody, it is about the scope itself, which nothing opens.
create function access.fix_about() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'UPDATE' and new.about is not distinct from old.about then return new; end if;
  if coalesce(new.about, '{}') = '{}' then
    new.about := coalesce(nullif(access.people_in(new.scope_id), '{}'), array[new.scope_id]);
  else
    perform access.must_be_people_of(new.scope_id, new.about);
  end if;
  new.about := array(select distinct unnest(new.about) order by 1);
  if tg_op = 'UPDATE' then
    insert into access.said_otherwise values (new.id, now(), new.about)
    on conflict (fact_id) do update set at = excluded.at, about = excluded.about;
  end if;
  return new;
end $$;

-- Whom a fact is about by what was said of it after an instant: what was told of it until then is read by those alone who may
-- read about them too.
create function access.also_about(fact uuid, told timestamptz) returns uuid[]
language plpgsql stable security definer set search_path = '' as $$
begin
  return coalesce((select s.about from access.said_otherwise s where s.fact_id = also_about.fact and s.at > also_about.told), '{}');
end $$;
grant execute on function access.also_about(uuid, timestamptz) to splot_app;

create function access.names_people(the_table regclass) returns void language plpgsql set search_path = '' as $$
begin
  execute format('create trigger about_is_fixed before insert or update of about on %s for each row execute function access.fix_about()', the_table);
end $$;

-- A deed writes at the instant at which its transaction began. Did another one change who sees this scope since then?
-- Then the deed starts anew (a serialization failure, tried again), so that instants follow one another.
create function access.begin_anew_if_changed(scope uuid) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if exists (select from access.scope s where s.id = scope and s.derived_at > now() and s.derived_in <> pg_current_xact_id()) then
    raise exception 'changed since this transaction began' using errcode = 'serialization_failure';
  end if;
end $$;

-- Opens a scope, so that grants can be derived for it.
create function access.open_scope(id uuid, kind text, beside uuid default null) returns void
language sql security definer set search_path = '' as
$$ insert into access.scope (id, kind, beside) values (id, kind, beside) $$;

-- "Why do I see this?": the live grants of the asking worker on one scope.
create function access.why(scope uuid)
returns table (about_id uuid, classes text[], until timestamptz, because jsonb)
language sql stable security definer set search_path = '' as $$
  select g.about_id, g.classes, upper(r), g.because
  from access.granted g, unnest(g.valid) r
  where g.scope_id = scope and g.worker_id = access.me() and r @> clock_timestamp()
$$;
grant execute on function access.why(uuid) to splot_app;

-- Do I hold anything in one of these scopes now? Asked before a live page is told to look again, and before
-- something is written into a scope's journal.
create function access.i_hold_any(scopes uuid[]) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from access.granted where worker_id = access.me() and scope_id = any (scopes) and valid @> clock_timestamp())
$$;
grant execute on function access.i_hold_any(uuid[]) to splot_app;

-- What I hold in a scope, of what is shared there.
create function access.my_classes(scope uuid) returns text[]
language plpgsql stable security definer set search_path = '' as $$
begin
  return array(select c from access.granted g, unnest(g.classes) c
    where g.worker_id = access.me() and g.scope_id = scope and g.valid @> clock_timestamp() and (g.about_id is null or g.about_id = g.scope_id));
end $$;
grant execute on function access.my_classes(uuid) to splot_app;
