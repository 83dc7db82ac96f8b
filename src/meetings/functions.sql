-- Questions that rules and deeds of meetings ask.

-- Reflection and supervision are nobody's but those who are invited: a place of its own.
create function meetings.opens_scope() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform access.open_scope(new.id, 'meeting');
  return new;
end $$;
create trigger opens_scope before insert on meetings.meeting for each row when (new.scope_id = new.id)
  execute function meetings.opens_scope();

insert into partnerships.place_source values ('meetings.partnership_of');
create function meetings.partnership_of(place uuid) returns uuid
language sql stable security definer set search_path = '' as $$ select m.partnership_id from meetings.meeting m where m.id = partnership_of.place and m.scope_id = partnership_of.place $$;

-- Whether a kind of meeting is held in such a place: of a case, of a partnership, or of its own.
create function meetings.fits(the_kind text, meeting uuid, scope uuid, partnership uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from meetings.meeting_kind k where k.code = the_kind and k.place = case
    when partnership is null and exists (select from cases."case" c where c.id = scope) then 'case'
    when scope = partnership then 'partnership' when scope = meeting and partnership in (select partnerships.i_work_in()) then 'own' end)
$$;
grant execute on function meetings.fits(text, uuid, uuid, uuid) to splot_app;

-- Whether somebody may be at the table: works with the family, or in a member of the partnership.
create function meetings.may_be_invited(meeting uuid, worker uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from meetings.meeting m join access.granted g on g.scope_id = coalesce(m.partnership_id, m.scope_id)
    where m.id = meeting and g.worker_id = worker and g.valid @> clock_timestamp()
      and case when m.partnership_id is null then 'team' else 'file' end = any (g.classes))
$$;
grant execute on function meetings.may_be_invited(uuid, uuid) to splot_app;

-- Before it is over, or called off, it is prepared and held.
create function meetings.is_open(meeting uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from meetings.meeting m where m.id = meeting and m.ended_at is null and m.cancelled_at is null)
$$;
-- From its beginning until its minutes are sent, notes are written and things are settled.
create function meetings.goes_on(meeting uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from meetings.meeting m where m.id = meeting and m.begun_at is not null and m.ended_at is null)
$$;
-- From the sending of its minutes until they are approved, remarks are made.
create function meetings.takes_remarks(meeting uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from meetings.meeting m where m.id = meeting and m.ended_at is not null and m.approved_at is null)
$$;
create function meetings.is_over(meeting uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from meetings.meeting m where m.id = meeting and m.ended_at is not null)
$$;
grant execute on function meetings.is_open(uuid), meetings.goes_on(uuid), meetings.takes_remarks(uuid), meetings.is_over(uuid) to splot_app;

-- The same for what several do at once: whoever ends that stage waits for them, and who comes after the end finds it ended.
create function meetings.still(the_meeting uuid, stage text) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  perform from meetings.meeting m where m.id = the_meeting and m.scope_id = any ((select access.my_scopes('team'))::uuid[]) for share;
  return found and case stage when 'is_open' then meetings.is_open(the_meeting) when 'goes_on' then meetings.goes_on(the_meeting)
    when 'takes_remarks' then meetings.takes_remarks(the_meeting) end;
end $$;
grant execute on function meetings.still(uuid, text) to splot_app;

-- Who runs it: who called it, who coordinates the case, of a partnership's meeting the people of the institution that called it.
create function meetings.i_run(m meetings.meeting) returns boolean
language sql stable security definer set search_path = '' as $$
  select m.called_by = access.me() or m.scope_id = any ((select access.my_scopes('coordinate'))::uuid[])
    or m.partnership_id is not null and m.institution_id = institutions.my_institution()
$$;
grant execute on function meetings.i_run(meetings.meeting) to splot_app;

-- A meeting for a deed of somebody who belongs there, or runs it, held until that is done; null where there is none for them.
create function meetings.hold(the_meeting uuid, running boolean) returns meetings.meeting
language plpgsql security definer set search_path = '' as $$
declare m meetings.meeting;
begin
  select * into m from meetings.meeting x where x.id = the_meeting and x.scope_id = any ((select access.my_scopes('team'))::uuid[]) for update;
  if not found or running and not meetings.i_run(m) then return null; end if;
  return m;
end $$;

-- Whether a decision may be given to an institution: it has somebody at the table, none of whom left the room for it.
create function meetings.may_be_given(the_point uuid, institution uuid, worker uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from meetings.point p join meetings.invitee i using (meeting_id) where p.id = the_point and i.institution_id = institution)
    and not exists (select from meetings.point p, unnest(p.kept_from) k join institutions.worker w on w.id = k where p.id = the_point and w.institution_id = institution)
    and (worker is null or meetings.may_be_invited((select p.meeting_id from meetings.point p where p.id = the_point), worker))
$$;
grant execute on function meetings.may_be_given(uuid, uuid, uuid) to splot_app;

-- Each point has a note from its beginning, so that whoever writes first finds it and waits for whoever writes at the same moment.
create function meetings.note_is_there() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into meetings.note (point_id, meeting_id, scope_id) values (new.id, new.meeting_id, new.scope_id);
  return null;
end $$;
create trigger note_is_there after insert on meetings.point for each row when (new.words is null) execute function meetings.note_is_there();

-- Whoever calls a meeting for a time comes to it.
create function meetings.caller_comes() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if exists (select from meetings.meeting m where m.id = new.meeting_id and m.called_by = new.worker_id and m.starts_at is not null) then
    new.answer := 'coming';
    new.answered_at := now();
  end if;
  return new;
end $$;
create trigger caller_comes before insert on meetings.invitee for each row when (new.answer is null) execute function meetings.caller_comes();

-- Whether I read a point of a class about these people.
create function meetings.i_read_such(scope uuid, class text, about uuid[]) returns boolean
language sql stable security definer set search_path = '' as $$
  select scope = any ((select access.my_scopes('team'))::uuid[]) and (i_read_such.class = 'team'
    or scope = any ((select access.my_whole_scopes(i_read_such.class))::uuid[])
    or access.opens(scope, i_read_such.class, null, case when i_read_such.about = '{}' then array[scope] else i_read_such.about end, null))
$$;
grant execute on function meetings.i_read_such(uuid, text, uuid[]) to splot_app;

-- Pages at the table are told to ask anew, once a transaction; of what, each is told only as far as it sees it.
create function meetings.table_is_told() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform pg_notify('splot_notes', (case when tg_op = 'DELETE' then to_jsonb(old) else to_jsonb(new) end) ->> tg_argv[0]);
  return null;
end $$;
create trigger table_is_told after update on meetings.meeting for each row execute function meetings.table_is_told('id');
create trigger table_is_told after insert or update on meetings.invitee for each row execute function meetings.table_is_told('meeting_id');
create trigger table_is_told after update on meetings.family_seat for each row execute function meetings.table_is_told('meeting_id');
create trigger table_is_told after insert or update or delete on meetings.point for each row execute function meetings.table_is_told('meeting_id');
create trigger table_is_told after insert or delete on meetings.decision for each row execute function meetings.table_is_told('meeting_id');

-- Meetings until the end of today that wait for me, and of the last two weeks those whose minutes nobody sent.
create function meetings.soon() returns table (id uuid, case_id uuid, kind text, starts_at timestamptz)
language sql stable security definer set search_path = '' rows 3 as $$
  select m.id, case when m.partnership_id is null then m.scope_id end, m.kind, m.starts_at
  from meetings.meeting m where m.ended_at is null and m.cancelled_at is null
    and m.starts_at < splot.start_of_day(splot.today_pl() + 1) and m.starts_at > now() - interval '14 days'
    and m.scope_id = any ((select access.my_scopes('team'))::uuid[])
    and exists (select from meetings.invitee i where i.meeting_id = m.id
      and (i.worker_id = access.me() and i.answer is distinct from 'not' or i.stand_in_id = access.me()))
  order by m.starts_at, m.id limit 20
$$;
grant execute on function meetings.soon() to splot_app;

-- Meetings of mine found by where they are, or by a point that I may read; the latest first.
create function meetings.findings(typed text) returns table (id text, kind text, title text, sub text, phone text, "to" text)
language sql stable security definer set search_path = '' rows 4 as $$
  select m.id::text, 'meeting', k.pl, concat_ws(', ', to_char(m.starts_at at time zone 'Europe/Warsaw', 'DD.MM.YYYY'), coalesce(p.what, m.place)), null::text,
    '/meetings/' || m.id
  from meetings.meeting m join meetings.meeting_kind k on k.code = m.kind
  cross join lateral (select '%' || splot.sought(typed) || '%' as pattern) s
  left join lateral (
    select p.what from meetings.point p
    where p.meeting_id = m.id and splot.folded(p.what) like s.pattern and access.me() <> all (p.kept_from) and meetings.i_read_such(p.scope_id, p.class, p.about)
    order by p.n limit 1) p on true
  where m.scope_id = any ((select access.my_scopes('team'))::uuid[]) and (p.what is not null or splot.folded(m.place) like s.pattern)
  order by m.starts_at desc nulls first, m.id limit 4
$$;
grant execute on function meetings.findings(text) to splot_app;
