-- How each deed on a case begins: whoever holds the class for it takes hold of what others might change meanwhile (in
-- the order of every deed: facts of institutions, then the household, then rows), and still holds the class then. In a
-- closed case nothing is done but what is meant for it.
create function cases.begin_deed(case_id uuid, class text, also uuid default null, closed_too boolean default false) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  if case_id is null or case_id <> all ((select access.my_scopes(class))::uuid[]) then return false; end if;
  perform cases.hold_case(case_id, also);
  if case_id <> all ((select access.my_scopes(class))::uuid[]) then return false; end if;
  if not closed_too then perform cases.must_be_open(case_id); end if;
  return true;
end $$;

create function cases.hold_case(the_case uuid, also uuid default null) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform cases.hold_facts(array[the_case], also);
  perform from households.household h where h.id = (select c.household_id from cases."case" c where c.id = the_case) for no key update;
  perform access.begin_anew_if_changed(the_case);
end $$;

-- Questions of the platform that only this slice can answer: who belongs to the household of a case today …
create function access.people_in(scope uuid) returns uuid[]
language sql stable security definer set search_path = '' as $$
  select array(select distinct m.person_id from cases."case" c join households.member m on m.household_id = c.household_id
    where c.id = scope and m.period @> splot.today_pl() order by 1)
$$;

-- … and whether somebody does, or did.
create function access.must_be_people_of(scope uuid, people uuid[]) returns void
language plpgsql stable security definer set search_path = '' as $$
begin
  if exists (select from unnest(people) id where id <> scope and not households.belongs_to(id, (select c.household_id from cases."case" c where c.id = scope))) then
    raise exception 'not somebody of this household' using errcode = 'SP001', schema = 'cases', constraint = 'about_the_household';
  end if;
end $$;

-- Of these the adults or the children; null where there are none, or where everybody is meant.
create function cases.people(scope uuid, whom text) returns uuid[]
language sql stable security definer set search_path = '' as $$
  select nullif(array(select id from unnest(access.people_in(scope)) id
    where case whom when 'adults' then consents.is_child(id) is not true when 'children' then consents.is_child(id) else false end), '{}')
$$;
grant execute on function cases.people(uuid, text) to splot_app;
