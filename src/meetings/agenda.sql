-- What may be talked about at the next meeting: what is open in its place, as each slice tells; asked in the name of whoever asks.
delete from meetings.agenda_source;

create function meetings.agenda_sources() returns setof text
language sql stable security definer set search_path = '' as $$ select s.source from meetings.agenda_source s order by 1 $$;
grant execute on function meetings.agenda_sources() to splot_app;

create function meetings.open_in(scope uuid)
returns table (kind text, id uuid, what text, class text, about uuid[], "on" date)
language plpgsql stable set search_path = '' as $$
declare source text;
begin
  for source in select s from meetings.agenda_sources() s loop
    return query execute format('select f.kind, f.id, f.what, f.class, f.about, f."on" from %s($1) f', source) using scope;
  end loop;
end $$;
grant execute on function meetings.open_in(uuid) to splot_app;

-- Of these what I may read as a point, and is on no agenda that waits; talked about, it is offered anew only when its day changed.
create function meetings.offered(the_meeting uuid)
returns table (kind text, id uuid, what text, class text, about uuid[], "on" date)
language sql stable set search_path = '' as $$
  select o.kind, o.id, o.what, o.class, o.about, o."on"
  from meetings.meeting m cross join lateral meetings.open_in(m.scope_id) o
  where m.id = the_meeting and meetings.i_read_such(m.scope_id, o.class, o.about)
    and not exists (select from meetings.point p join meetings.meeting x on x.id = p.meeting_id
      where p.source_id = o.id and p.source_kind = o.kind and x.cancelled_at is null
        and (x.ended_at is null or p.postponed_at is null and p.source_on is not distinct from o."on"))
  order by o."on" nulls last, o.kind, o.id limit 30
$$;
grant execute on function meetings.offered(uuid) to splot_app;
