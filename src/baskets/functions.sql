create trigger frozen before update or delete on baskets.frozen_item for each statement execute function journal.refuse();
create trigger frozen before update or delete on baskets.version for each statement execute function journal.refuse();

create function baskets.goal_class(the_goal uuid, scope uuid) returns text
language sql stable security definer set search_path = '' as
$$ select class from baskets.goal where id = the_goal and scope_id = scope and scope = any ((select access.my_scopes('team'))::uuid[]) $$;
grant execute on function baskets.goal_class(uuid, uuid) to splot_app;

create function baskets.item_class(the_item uuid, scope uuid) returns text
language sql stable security definer set search_path = '' as
$$ select class from baskets.item where id = the_item and scope_id = scope and scope = any ((select access.my_scopes('team'))::uuid[]) $$;
grant execute on function baskets.item_class(uuid, uuid) to splot_app;

-- Is this somebody of the household that a case is about?
create function baskets.is_about(case_id uuid, person uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from cases."case" c where c.id = case_id and households.belongs_to(person, c.household_id))
    and case_id = any ((select access.my_scopes('team'))::uuid[])
$$;
grant execute on function baskets.is_about(uuid, uuid) to splot_app;

create function baskets.service_class(kind text) returns text
language sql stable security definer set search_path = '' as
$$ select class from baskets.service_kind where code = kind $$;
grant execute on function baskets.service_class(text) to splot_app;

-- A service is about whom it is for, or everybody where nobody is named, and about whom its goal is; so is what was frozen of it.
create function baskets.item_about(the_item uuid, the_goal uuid, scope uuid) returns uuid[]
language sql stable security definer set search_path = '' as $$
  select g.about || coalesce((select array_agg(p.person_id) from baskets.item_person p where p.item_id = the_item), access.people_in(scope))
  from baskets.goal g where g.id = the_goal
$$;

create function baskets.about_of_item() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  new.about := baskets.item_about(new.id, new.goal_id, new.scope_id);
  return new;
end $$;
create trigger about_its_people before insert or update of goal_id on baskets.item for each row execute function baskets.about_of_item();

create function baskets.for_whom_changed() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update baskets.item i set about = baskets.item_about(i.id, i.goal_id, i.scope_id) where i.id = coalesce(new.item_id, old.item_id);
  return null;
end $$;
create trigger changes_about after insert or delete on baskets.item_person for each row execute function baskets.for_whom_changed();

create function baskets.goal_about_changed() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  -- Where nobody is named, it stays about everybody who was there when it was put in.
  update baskets.item i set about = case when exists (select from baskets.item_person p where p.item_id = i.id)
    then baskets.item_about(i.id, i.goal_id, i.scope_id) else i.about || new.about end where i.goal_id = new.id;
  update baskets.gap g set about = new.about where g.goal_id = new.id;
  return null;
end $$;
create trigger changes_about after update on baskets.goal for each row when (old.about is distinct from new.about)
  execute function baskets.goal_about_changed();
select access.names_people('baskets.item');

create function baskets.about_of_gap() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  select g.about into new.about from baskets.goal g where g.id = new.goal_id;
  return new;
end $$;
create trigger about_its_goal before insert on baskets.gap for each row execute function baskets.about_of_gap();

create function baskets.about_of_frozen() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  select i.about into new.about from baskets.item i where i.id = new.item_id;
  return new;
end $$;
create trigger about_its_people before insert on baskets.frozen_item for each row execute function baskets.about_of_frozen();

-- A case in which an institution has said yes, or whose basket was frozen, was no mistake: others rely on it.
insert into cases.reliance_source values ('baskets.relies_on');

create function baskets.relies_on(the_case uuid) returns boolean
language sql stable set search_path = '' as $$
  select exists (select from baskets.item i where i.scope_id = the_case and i.institution_answer in ('accepted', 'changed'))
    or exists (select from baskets.version v where v.scope_id = the_case)
$$;
