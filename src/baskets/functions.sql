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
$$ select class from directory.service_kind where code = kind $$;
grant execute on function baskets.service_class(text) to splot_app;

-- An item is about whom its goal is, who of the household does it, and whom it is for; where nobody is named, a service is about
-- everybody, and what the family does itself about who does it. So is what was frozen of it.
create function baskets.item_about(i baskets.item) returns uuid[]
language sql stable security definer set search_path = '' as $$
  select array(select distinct unnest(g.about || i.performer_ids || coalesce(
      (select array_agg(p.person_id) from baskets.item_person p where p.item_id = i.id),
      case when i.provider_id is not null then access.people_in(i.scope_id) end, '{}')) order by 1)
  from baskets.goal g where g.id = i.goal_id
$$;

create function baskets.about_of_item() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  new.about := baskets.item_about(new);
  return new;
end $$;
create trigger about_its_people before insert or update of goal_id on baskets.item for each row execute function baskets.about_of_item();

create function baskets.for_whom_changed() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update baskets.item i set about = baskets.item_about(i) where i.id = coalesce(new.item_id, old.item_id);
  return null;
end $$;
create trigger changes_about after insert or delete on baskets.item_person for each row execute function baskets.for_whom_changed();

create function baskets.who_does_it_changed() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update baskets.item i set about = baskets.item_about(i) where i.id = new.id;
  return null;
end $$;
create trigger changes_about after update on baskets.item for each row
  when (old.performer_ids is distinct from new.performer_ids)
  execute function baskets.who_does_it_changed();

-- Who of the household may undertake something: born, living in it now, and not under seven as far as is known.
create function baskets.who_may_undertake(scope uuid) returns setof uuid
language sql stable security definer set search_path = '' rows 6 as $$
  select p.id from unnest(access.people_in(scope)) person join households.person p on p.id = person
  where not p.expected and p.died_on is null and coalesce(households.turns(p.birth_date, p.birth_year, 7) <= splot.today_pl(), true)
$$;

-- Told to whoever makes the basket.
create function baskets.may_undertake(scope uuid) returns setof uuid
language sql stable security definer set search_path = '' rows 6 as $$
  select person from baskets.who_may_undertake(scope) person where scope = any ((select access.my_scopes('coordinate'))::uuid[])
$$;
grant execute on function baskets.may_undertake(uuid) to splot_app;

-- Asked of whoever is named anew: who moves out or dies afterwards stays in what was agreed.
create function baskets.undertakes_who_may() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  new.performer_ids := array(select distinct unnest(new.performer_ids) order by 1);
  if exists (select from unnest(new.performer_ids) id where id not in (select baskets.who_may_undertake(new.scope_id))
      and (tg_op = 'INSERT' or id <> all (old.performer_ids))) then
    raise exception 'not somebody who may undertake it' using errcode = 'SP001', schema = 'baskets', constraint = 'undertakes_who_may';
  end if;
  return new;
end $$;
create trigger undertakes_who_may before insert or update of performer_ids on baskets.item for each row
  execute function baskets.undertakes_who_may();

create function baskets.goal_about_changed() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  -- Where nobody is named, it stays about everybody who was there when it was put in.
  update baskets.item i set about = case when i.provider_id is null or exists (select from baskets.item_person p where p.item_id = i.id)
    then baskets.item_about(i) else i.about || new.about end where i.goal_id = new.id;
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
  select exists (select from referrals.point p where p.scope_id = the_case and p.answer in ('accepted', 'changed', 'waiting'))
    or exists (select from baskets.version v where v.scope_id = the_case)
$$;
