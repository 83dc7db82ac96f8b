create function journal.refuse() returns trigger language plpgsql set search_path = '' as $$
begin
  raise exception 'the journal is only ever written to' using errcode = 'insufficient_privilege';
end $$;

create trigger entry_stays before update or delete on journal.entry for each statement execute function journal.refuse();
create trigger entries_stay before truncate on journal.entry for each statement execute function journal.refuse();
create trigger seal_stays before update or delete on journal.seal for each statement execute function journal.refuse();

create function journal.make_look_partitions() returns void language plpgsql security definer set search_path = '' as $$
declare month date := date_trunc('month', splot.today_pl()); name text;
begin
  for i in 0..2 loop
    name := 'look_' || to_char(month, 'YYYY_MM');
    if to_regclass('journal.' || name) is null
      and not exists (select from journal.look_rest where at >= month and at < month + interval '1 month') then
      execute format('create table journal.%I partition of journal.look for values from (%L) to (%L)',
        name, month, (month + interval '1 month')::date);
      execute format('alter table journal.%I enable row level security', name);
    end if;
    month := month + interval '1 month';
  end loop;
end $$;
grant execute on function journal.make_look_partitions() to splot_jobs;
