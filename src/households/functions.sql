-- Classes of data about a family.
insert into access.class (name, opened_by_institution) values
  ('file', true), ('whereabouts', false), ('health', true), ('addiction', true), ('justice', true);

-- Sight of people ------------------------------------------------------------------------------------------------

create function households.people_i_see() returns setof uuid
language sql stable security definer set search_path = '' rows 100 as $$
  select m.person_id from households.member m where m.household_id = any ((select access.my_whole_scopes('file'))::uuid[])
  union
  -- A grant about somebody opens that person only where they belong to the household.
  select m.person_id from households.member m
  where m.household_id = any (array(
      select g.scope_id from access.granted g
      where g.worker_id = access.me() and 'file' = any (g.classes) and g.about_id is not null
        and (access.within() is null or g.scope_id = any (access.within()))))
    and access.pair(m.household_id, m.person_id) = any ((select access.my_pairs('file'))::uuid[])
$$;
grant execute on function households.people_i_see() to splot_app;

-- Is this somebody of that household? For rules of things that name a person.
create function households.belongs_to(person uuid, household uuid) returns boolean
language sql stable security definer set search_path = '' as
$$ select exists (select from households.member m where m.person_id = person and m.household_id = household) $$;

create function households.people_i_keep() returns setof uuid
language sql stable security definer set search_path = '' rows 100 as
$$ select m.person_id from households.member m where m.household_id = any ((select access.my_scopes('keep'))::uuid[]) $$;
grant execute on function households.people_i_keep() to splot_app;

create function households.people_of(household uuid) returns setof uuid
language sql stable security definer set search_path = '' rows 6 as
$$ select person_id from households.member where household_id = household and household = any ((select access.my_scopes('file'))::uuid[]) $$;
grant execute on function households.people_of(uuid) to splot_app;

-- Am I excluded from a household of somebody, and do not see them in another? Then they are unknown to me.
create function households.i_am_barred_from(person uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from households.member m join access.barred b on b.scope_id = m.household_id
      where m.person_id = person and b.worker_id = access.me() and b.valid @> now())
    and not exists (select from households.member m join access.granted g on g.scope_id = m.household_id
      where m.person_id = person and g.worker_id = access.me() and 'file' = any (g.classes) and g.valid @> clock_timestamp()
        and (g.about_id is null or g.about_id = person))
$$;

-- Who lives there, who has authority over whom, and how old somebody is are facts that sight follows: others read them
-- (access.reads).
select access.fact('households.member', 'household_id');
select access.fact('households.relation', 'household_id');
select access.fact('households.person', 'id', 'birth_date', 'birth_year');
