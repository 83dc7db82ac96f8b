-- Which part of a full-time post each of my people has: the head's to say and to know, and of no colleague's or partner's concern.
create function institutions.posts() returns table (worker_id uuid, post numeric)
language sql stable security definer set search_path = '' rows 20 as $$
  select w.id, w.post from institutions.worker w where w.institution_id = institutions.i_head() and w.post is not null
$$;
grant execute on function institutions.posts() to splot_app;

create function institutions.say_post(worker uuid, part numeric) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  update institutions.worker w set post = part where w.id = worker and w.institution_id = institutions.i_head();
  return found;
end $$;
grant execute on function institutions.say_post(uuid, numeric) to splot_app;
