-- Reminds whoever is asked, once a day. Gives an obstacle, or to which address a letter goes and what the journal says
-- of it: a verb, a class and values, told by the slice (`asks.kind.reminder`).
create function asks.remind(subject uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  a asks.ask;
  teller text;
  told jsonb;
begin
  select m.* into a from asks.awaited_by_me() m join asks.kind k on k.code = m.kind where m.subject_id = subject and k.reminder is not null;
  if not found then
    return jsonb_build_object('obstacle', case when exists (select from asks.ask o join asks.kind k on k.code = o.kind
      where o.subject_id = subject and k.reminder is not null and o.scope_id = any (access.my_scopes(k.awaited_class)) and subject = any (asks.seen_of(o.kind, array[subject])))
      then 'nothing-to-remind-of' else 'not-found' end);
  end if;
  if not exists (select from institutions.worker w where w.institution_id = a.institution_id and coalesce(a.worker_id, w.id) = w.id
      and a.id in (select o.id from asks.of(w.id) o)) then return '{"obstacle": "nobody-can-answer"}'; end if;
  insert into asks.reminder (ask_id, day, reminded_by) values (a.id, splot.today_pl(), access.me()) on conflict do nothing;
  if not found then return '{"obstacle": "reminded-today"}'; end if;
  select k.reminder into teller from asks.kind k where k.code = a.kind;
  execute format('select %s($1)', teller) into told using subject;
  return told || jsonb_build_object('scopeId', a.scope_id, 'email', (
    select coalesce(w.email, i.email) from institutions.institution i left join institutions.worker w on w.id = a.worker_id where i.id = a.institution_id));
end $$;
grant execute on function asks.remind(uuid) to splot_app;
