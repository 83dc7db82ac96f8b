-- A need is about whom its goal is about, and whose it is.
create function baskets.need_about(n baskets.need) returns uuid[]
language sql stable security definer set search_path = '' as $$
  select array(select distinct person from unnest(g.about || n.person_id) person where person is not null order by 1)
  from baskets.goal g where g.id = n.goal_id
$$;

create function baskets.about_of_need() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  new.about := baskets.need_about(new);
  return new;
end $$;
create trigger about_its_people before insert on baskets.need for each row execute function baskets.about_of_need();

create function baskets.needs_about_changed() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update baskets.need n set about = baskets.need_about(n) where n.goal_id = new.id;
  return null;
end $$;
create trigger changes_about_of_needs after update on baskets.goal for each row when (old.about is distinct from new.about)
  execute function baskets.needs_about_changed();

-- With its goal go its needs.
create function baskets.needs_end_with_goal() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update baskets.need n set dropped_at = new.dropped_at where n.goal_id = new.id and n.dropped_at is null;
  return null;
end $$;
create trigger needs_end after update on baskets.goal for each row when (old.dropped_at is null and new.dropped_at is not null)
  execute function baskets.needs_end_with_goal();

-- A service that is put into a basket is one that anybody finds: what must not be found is asked for by its phone alone.
create function baskets.service_is_found() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform from directory.service s where s.id = new.service_id and not s.confidential and s.closed_at is null
    and s.kind = new.service_kind and s.organization_id = new.provider_id for share;
  if not found then raise exception 'no such service' using errcode = 'SP001', schema = 'baskets', constraint = 'service_is_found'; end if;
  return new;
end $$;
create trigger service_is_found before insert or update of service_id on baskets.item for each row
  when (new.service_id is not null) execute function baskets.service_is_found();
