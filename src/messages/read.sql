-- Matters that I read: what of each is the last that I may read, whether some of it I have not read, and the urgent message
-- that waits there; for lists and counts over all my places.
create function messages.my_matters(of_place uuid default null)
returns table (id uuid, scope_id uuid, title text, started_at timestamptz, settled boolean, last_at timestamptz, last_by uuid, unread boolean, urgent uuid)
language plpgsql stable security definer set search_path = '' rows 50 as $$
begin
  return query
  select t.id, t.scope_id, t.title, t.started_at, t.closed_at is not null, coalesce(l.written_at, t.started_at), l.author_id,
    coalesce(o.written_at > coalesce(k.until, '-infinity'), false), u.id
  from messages.matter t
  left join messages.read_mark k on k.matter_id = t.id and k.worker_id = access.me()
  left join lateral (select m.written_at, m.author_id from messages.message m
    where m.matter_id = t.id and messages.is_read_by(m, access.me()) order by m.written_at desc limit 1) l on true
  left join lateral (select m.written_at from messages.message m
    where m.matter_id = t.id and m.author_id <> access.me() and m.written_at > coalesce(k.until, '-infinity') and messages.is_read_by(m, access.me())
    order by m.written_at desc limit 1) o on true
  left join lateral (select m.id from messages.message m
    where m.matter_id = t.id and t.closed_at is null and m.answer_at is not null and messages.is_read_by(m, access.me())
      and exists (select from messages.addressee a where a.message_id = m.id and a.answer is null)
    order by m.written_at desc limit 1) u on true
  where t.id in (select g.about_id from access.granted g
      where g.worker_id = access.me() and 'reads' = any (g.classes) and g.valid @> clock_timestamp() and (of_place is null or g.scope_id = of_place))
    and (of_place is null or t.scope_id = of_place);
end $$;
grant execute on function messages.my_matters(uuid) to splot_app;

-- In how many of them something waits that I have not read.
create function messages.how_many_unread() returns int
language sql stable security definer set search_path = '' as $$
  select count(*)::int from messages.unread()
$$;
grant execute on function messages.how_many_unread() to splot_app;

-- Which of my matters speak of what somebody typed: in their titles, or in a message that I may read, or in the name of what
-- is attached to one.
create function messages.found(typed text) returns setof uuid
language sql stable security definer set search_path = '' rows 10 as $$
  select t.id from messages.matter t
  where t.id in (select g.about_id from access.granted g where g.worker_id = access.me() and 'reads' = any (g.classes) and g.valid @> clock_timestamp())
    and (splot.folded(t.title) like '%' || splot.sought(typed) || '%' or exists (
      select from messages.message m where m.matter_id = t.id and splot.folded(m.words) like '%' || splot.sought(typed) || '%' and messages.is_read_by(m, access.me()))
      or exists (
      select from messages.attachment a join files.file f on f.id = a.file_id join messages.message m on m.id = a.message_id
      where a.matter_id = t.id and splot.folded(f.name) like '%' || splot.sought(typed) || '%' and messages.is_read_by(m, access.me())))
$$;
grant execute on function messages.found(text) to splot_app;

-- The same as findings of the search, the latest begun first.
create function messages.findings(typed text) returns table (id text, kind text, title text, sub text, phone text, "to" text)
language sql stable security definer set search_path = '' rows 6 as $$
  select t.id::text, 'matter', t.title, null::text, null::text, '/conversations/' || t.id
  from messages.matter t where t.id in (select messages.found(typed)) order by t.started_at desc, t.id limit 6
$$;
grant execute on function messages.findings(text) to splot_app;

-- What of it waits on My day.
create function messages.unread() returns table (id uuid, scope_id uuid, what text, state text, due date)
language sql stable security definer set search_path = '' rows 5 as $$
  select t.id, null::uuid, null::text, null::text, null::date from messages.my_matters() t where t.unread and not t.settled limit 100
$$;
grant execute on function messages.unread() to splot_app;
