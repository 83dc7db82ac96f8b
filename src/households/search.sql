-- Search of people for everybody: the index first, the reader's grants after it. Trigram operators cannot pass through
-- a policy with their index, so this one function reads names by itself and keeps only who the reader may know.
create function households.search(asked text)
returns table (person_id uuid, name text, also_known text, household_id uuid, household_label text)
language sql stable security definer set search_path = '' as $$
  with wanted as (select splot.sought(asked) as folded, extensions.daitch_mokotoff(splot.sought(asked)) as sounds),
  mine as materialized (select unnest(partnerships.my_partnerships()) as id),
  -- One way of being alike each, so that each is found by its index within the partnership.
  alike as (
    select n.person_id, extensions.similarity(n.folded, w.folded) as likeness, false as contains
    from wanted w, mine join households.name n on n.partnership_id = mine.id
    where n.folded operator(extensions.%) (select folded from wanted)
    union all
    select n.person_id, extensions.similarity(n.folded, w.folded), true
    from wanted w, mine join households.name n on n.partnership_id = mine.id
    where n.folded like '%' || (select folded from wanted) || '%'
    union all
    select n.person_id, extensions.similarity(n.folded, w.folded), false
    from wanted w, mine join households.name n on n.partnership_id = mine.id
    where n.sounds && (select sounds from wanted)),
  found as materialized (
    select a.person_id, max(a.likeness) as likeness, bool_or(a.contains) as contains from alike a group by a.person_id)
  select p.id, p.given_name || ' ' || p.family_name,
    (select string_agg(n.shown, ', ' order by n.shown) from households.name n where n.person_id = p.id and n.kind <> 'current'),
    h.id, h.label
  from found f join households.person p on p.id = f.person_id
  join households.member m on m.person_id = p.id
  join households.household h on h.id = m.household_id
  where m.household_id = any ((select access.my_whole_scopes('file'))::uuid[])
    or access.pair(m.household_id, m.person_id) = any ((select access.my_pairs('file'))::uuid[])
  order by f.contains desc, f.likeness desc, p.family_name, p.id limit 12
$$;
grant execute on function households.search(text) to splot_app;

-- What a household is found by besides its people: what it is called on lists, and the place that stands beside it.
create function households.found_by(h households.household) returns text
language sql immutable parallel safe set search_path = '' as
$$ select splot.folded(concat(h.label, ' ', h.locality)) $$;
grant execute on function households.found_by(households.household) to splot_app;
