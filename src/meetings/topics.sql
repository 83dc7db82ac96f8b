-- What waits to be talked about comes onto the agenda of the next meeting of its place by itself; of an urgent one, which is about one
-- thing, it does not. Its place is held, so that a meeting that is called meanwhile is not missed.
create function meetings.topics_come(scope uuid) returns void language sql security definer set search_path = '' as $$
  select from access.scope s where s.id = topics_come.scope for no key update;
  with next as (
    select m.id, m.partnership_id from meetings.meeting m
    where m.scope_id = topics_come.scope and m.kind not like 'urgent%' and m.begun_at is null and m.ended_at is null and m.cancelled_at is null
    order by m.starts_at nulls last, m.called_at, m.id limit 1
  ), waiting as (
    select t.*, row_number() over (order by t.put_at, t.id) as place from worklist.topic t, next
    where t.scope_id = topics_come.scope and t.taken_back_at is null and worklist.meeting_of(t.id) is null
      and (next.partnership_id is null or t.class in ('team', 'file'))
  )
  insert into meetings.point (id, meeting_id, scope_id, n, what, class, about, source_kind, source_id, source_on, put_by)
  select uuidv7(), next.id, t.scope_id, t.place + (select coalesce(max(p.n), 0) from meetings.point p where p.meeting_id = next.id),
    t.what, t.class, t.about, t.source_kind, t.id, (t.put_at at time zone 'Europe/Warsaw')::date, t.put_by
  from waiting t, next
$$;

-- The meeting on whose agenda a topic stands: a question of `worklist`.
create function worklist.meeting_of(topic uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('id', m.id, 'startsAt', m.starts_at, 'over', m.ended_at is not null)
  from meetings.point p join meetings.meeting m on m.id = p.meeting_id
  where p.source_id = meeting_of.topic and m.cancelled_at is null
$$;
grant execute on function worklist.meeting_of(uuid) to splot_app;

-- Whether I left the room for it: another question of `worklist`.
create function worklist.left_room_for(topic uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from meetings.point p where p.source_id = topic and access.me() = any (p.kept_from))
$$;
grant execute on function worklist.left_room_for(uuid) to splot_app;

create function meetings.topics_may_come() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform meetings.topics_come(new.scope_id);
  return null;
end $$;
create trigger topics_may_come after insert on worklist.topic for each row execute function meetings.topics_may_come();
create trigger topics_may_come after insert on meetings.meeting for each row execute function meetings.topics_may_come();
create trigger topics_may_come_elsewhere after update on meetings.meeting for each row
  when (old.cancelled_at is null and new.cancelled_at is not null) execute function meetings.topics_may_come();
