-- Establishes an institution together with its first worker, who heads it once they came and the one who asked them
-- here confirmed that it is them.
create function institutions.establish(
  id uuid, kind text, name text, short_name text, seat text, locality text, email text,
  worker uuid, head uuid, given_name text, family_name text, "position" text) returns text
language plpgsql security definer set search_path = '' as $$
declare mine uuid := institutions.i_head_myself();
begin
  if mine is null then return 'only-a-head'; end if;
  insert into institutions.institution (id, kind, name, short_name, seat, locality, email, established_by)
  values (establish.id, establish.kind, establish.name, establish.short_name, establish.seat, establish.locality, establish.email, mine);
  if seat is not null then insert into institutions.area values (establish.id, establish.seat); end if;
  insert into institutions.worker (id, institution_id, given_name, family_name, "position", email)
  values (establish.worker, establish.id, establish.given_name, establish.family_name, establish."position", establish.email);
  insert into institutions.head (id, institution_id, worker_id, period) values (establish.head, establish.id, establish.worker, tstzrange(now(), null));
  return null;
end $$;
grant execute on function institutions.establish(uuid, text, text, text, text, text, text, uuid, uuid, text, text, text) to splot_app;
