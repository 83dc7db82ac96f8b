-- Reminds whoever is asked, once a day. Gives an obstacle, or to which address a letter goes and what the journal says
-- of it: a verb, a class and values, told by the slice (`asks.kind.reminder`).
create function asks.remind(the_kind text, subject uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  a asks.ask;
  teller text := (select k.reminder from asks.kind k where k.code = the_kind);
  told jsonb;
begin
  if teller is null then return '{"obstacle": "not-found"}'; end if;
  select * into a from asks.awaited_by_me() m where m.kind = the_kind and m.subject_id = subject;
  if not found then
    return jsonb_build_object('obstacle', case when exists (select from asks.ask o join asks.kind k on k.code = o.kind
      where o.kind = the_kind and o.subject_id = subject and o.scope_id = any (access.my_scopes(k.awaited_class))) then 'nothing-to-remind-of' else 'not-found' end);
  end if;
  insert into asks.reminder (ask_id, day, reminded_by) values (a.id, splot.today_pl(), access.me()) on conflict do nothing;
  if not found then return '{"obstacle": "reminded-today"}'; end if;
  execute format('select %s($1)', teller) into told using subject;
  return told || jsonb_build_object('scopeId', a.scope_id, 'email', (
    select coalesce(w.email, i.email) from institutions.institution i left join institutions.worker w on w.id = a.worker_id where i.id = a.institution_id));
end $$;
grant execute on function asks.remind(text, uuid) to splot_app;
