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
