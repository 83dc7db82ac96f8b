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

-- A case in which an institution has said yes, or whose basket was frozen, was no mistake: others rely on it.
insert into cases.reliance_source values ('baskets.relies_on');

create function baskets.relies_on(the_case uuid) returns boolean
language sql stable set search_path = '' as $$
  select exists (select from baskets.item i where i.scope_id = the_case and i.institution_answer in ('accepted', 'changed'))
    or exists (select from baskets.version v where v.scope_id = the_case)
$$;
