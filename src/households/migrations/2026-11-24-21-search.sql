-- Search of people for everybody: the index first, the reader's grants after it. Trigram operators cannot pass through
-- a policy with their index, so this one function reads names by itself and keeps only who the reader may know.
create function households.search(asked text)
returns table (person_id uuid, name text, also_known text, household_id uuid, household_label text)
language sql stable security definer set search_path = '' as $$
  with wanted as materialized (
    select n.person_id, max(extensions.similarity(n.folded, splot.folded(asked))) as likeness,
      bool_or(n.folded like '%' || splot.folded(asked) || '%') as contains,
      string_agg(distinct n.shown, ', ') filter (where n.kind <> 'current') as also
    from households.name n
    where n.partnership_id in (select partnerships.my_partnerships())
      and (n.folded operator(extensions.%) splot.folded(asked) or n.folded like '%' || splot.folded(asked) || '%'
        or n.sounds && extensions.daitch_mokotoff(splot.folded(asked)))
    group by n.person_id
    order by 3 desc, 2 desc limit 400
  )
  select p.id, p.given_name || ' ' || p.family_name, w.also, h.id, h.label
  from wanted w join households.person p on p.id = w.person_id
  join households.member m on m.person_id = p.id
  join households.household h on h.id = m.household_id
  where m.household_id in (select access.my_whole_scopes('file'))
    or access.pair(m.household_id, m.person_id) in (select access.my_pairs('file'))
  order by w.contains desc, w.likeness desc, p.family_name, p.id limit 12
$$;

-- A corrected name becomes the current one; the one before stays known as an earlier one.
create function households.rename(person uuid, new_name text) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if person not in (select households.people_i_keep()) then return; end if;
  update households.name n set kind = 'earlier' where n.person_id = person and n.kind = 'current'
    and not exists (select from households.name o where o.person_id = person and o.kind = 'earlier' and o.shown = n.shown);
  delete from households.name n where n.person_id = person and n.kind = 'current';
  insert into households.name (person_id, partnership_id, kind, shown)
    select p.id, p.partnership_id, 'current', new_name from households.person p where p.id = person;
end $$;
grant execute on function households.search(text), households.rename(uuid, text) to splot_app;
