-- Whether somebody may answer at this instant; those who hold what it opens are asked first.
create function asks.somebody_may_answer(a asks.ask) returns boolean
language plpgsql stable security definer set search_path = '' as $$
declare worker uuid;
begin
  for worker in
    select w.id from institutions.worker w where w.institution_id = a.institution_id and (a.worker_id is null or w.id = a.worker_id or a.worker_id in (select institutions.covers(w.id)))
      and (a.opens is null or exists (select from access.granted g where g.scope_id = a.scope_id and g.worker_id = w.id and a.opens = any (g.classes)))
  loop
    if exists (select from asks.of(worker, a)) then return true; end if;
  end loop;
  return false;
end $$;

-- What stands against reminding whoever is asked: nothing, that a reminder went out today, or that nobody may answer now.
create function asks.against_reminding(a asks.ask) returns text
language sql stable security definer set search_path = '' as $$
  select case when exists (select from asks.reminder r where r.ask_id = a.id and r.day = splot.today_pl()) then 'reminded-today'
    when not asks.somebody_may_answer(a) then 'nobody-can-answer' end
$$;

-- Of what I may remind in a place.
create function asks.remindable(place uuid) returns table (id uuid, subject_id uuid, reminded_on date, against text)
language sql stable security definer set search_path = '' rows 5 as $$
  select a.id, a.subject_id, (select max(r.day) from asks.reminder r where r.ask_id = a.id), asks.against_reminding(a)
  from asks.awaited_by_me() a join asks.kind k on k.code = a.kind and k.reminder is not null where a.scope_id = place
$$;
grant execute on function asks.remindable(uuid) to splot_app;

-- Reminds whoever is asked, once a day. Gives an obstacle, or to whom a letter goes and what the journal says
-- of it: a verb, a class and values, told by the slice (`asks.kind.reminder`).
create function asks.remind(ask uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  a asks.ask;
  obstacle text;
  teller text;
  told jsonb;
begin
  select m.* into a from asks.awaited_by_me() m join asks.kind k on k.code = m.kind where m.id = ask and k.reminder is not null;
  if not found then
    return jsonb_build_object('obstacle', case when exists (select from asks.ask o join asks.kind k on k.code = o.kind
      where o.id = ask and k.reminder is not null and (k.awaited_by_asker and o.asked_by = access.me()
        or exists (select from unnest(k.awaited_classes) class where o.scope_id = any (access.my_scopes(class))) and o.subject_id = any (asks.seen_of(o.kind, array[o.subject_id]))))
      then 'nothing-to-remind-of' else 'not-found' end);
  end if;
  obstacle := asks.against_reminding(a);
  if obstacle is null then
    insert into asks.reminder (ask_id, day, reminded_by) values (a.id, splot.today_pl(), access.me()) on conflict do nothing;
    if not found then obstacle := 'reminded-today'; end if;
  end if;
  if obstacle is not null then return jsonb_build_object('obstacle', obstacle); end if;
  select k.reminder into teller from asks.kind k where k.code = a.kind;
  execute format('select %s($1)', teller) into told using a.subject_id;
  return jsonb_build_object('scopeId', a.scope_id, 'subjectId', a.subject_id) || told || jsonb_build_object('to', (
    select coalesce(jsonb_agg(jsonb_build_object('email', w.email, 'workerId', w.id)), '[]')
    from asks.asked_of(a) m join institutions.worker w on w.id = m where w.email is not null));
end $$;
grant execute on function asks.remind(uuid) to splot_app;
