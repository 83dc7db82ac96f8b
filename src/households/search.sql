-- Search of people for everybody: among those whom the reader may know, and their households as far as they may.
create function households.search(asked text)
returns table (person_id uuid, name text, also_known text, household_id uuid, household_label text)
language sql stable security definer set search_path = '' as $$
  with found as materialized (
    select * from households.alike(partnerships.my_partnerships(), asked, array(select households.people_i_see())))
  select p.id, p.name,
    (select string_agg(n.shown, ', ' order by n.shown) from households.name n where n.person_id = p.id and n.kind <> 'current'),
    h.id, h.label
  from found f join households.person p on p.id = f.person_id
  join households.member m on m.person_id = p.id
  join households.household h on h.id = m.household_id
  where m.household_id = any ((select access.my_whole_scopes('file'))::uuid[])
    or access.pair(m.household_id, m.person_id) = any ((select access.my_pairs('file'))::uuid[])
  order by f.likeness desc, p.family_name, p.id limit 12
$$;
grant execute on function households.search(text) to splot_app;

-- What a household is found by besides its people: what it is called on lists, and the place that stands beside it.
create function households.found_by(h households.household) returns text
language sql immutable parallel safe set search_path = '' as
$$ select splot.folded(concat(h.label, ' ', h.locality)) $$;
grant execute on function households.found_by(households.household) to splot_app;
